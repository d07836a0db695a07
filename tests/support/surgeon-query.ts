/** A question as the surgeon gets it: the words of the note, the question, and what can be ticked. */
export interface SurgeonQuery {
  readonly text: string;
  readonly options: readonly string[];
}

/** What no query may hold (ACDIS/AHIMA query practice brief: nothing of codes or of payment). */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a CPT or HCPCS code', /\b\d{5}\b|\b\d{4}[TFUM]\b|\b[A-Z]\d{4}\b/],
  // Vertebrae (`T12`) look like categories; nothing else of a surgeon's words does.
  ['an ICD-10-CM code', /\b(?![CTLS]\d{1,2}\b)[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?\b/],
  ['a modifier', /\bmodifiers?\b|\b(LT|RT|XE|XS|XP|XU|AS|GC|QX|QK|QZ|F[A1-9]|T[A1-9]|E[1-4])\b|(?<=\s)-\d{2}\b/],
  ['a relative value', /\bRVUs?\b|\brelative values?\b/i],
  [
    'money or billing',
    /\$|\b(pays?|paid|payment|payers?|payable|reimburs\w*|bill(s|ed|ing|able)?|claims?|fees?|charges?|covered|coverage|cod(e|es|ed|ing))\b/i,
  ],
];

/** `other / cannot be determined`, or words like it, as the last thing to tick. */
const WAY_OUT = /\b(cannot|can not|unable to|not) (be )?(determined?|tell)\b/i;

/** What is wrong with a query, in words; empty for a good one. */
export function faultsOf({ text, options }: SurgeonQuery): string[] {
  const words = [text, ...options].join(' | ');
  return [
    ...FORBIDDEN.filter(([, pattern]) => pattern.test(words)).map(([what]) => `holds ${what}`),
    ...(text.trim() === '' ? ['asks nothing'] : []),
    ...(WAY_OUT.test(options.at(-1) ?? '') ? [] : ['has no way out as its last option']),
  ];
}
