import type { CasePayer } from './note-extract.ts';

const ADVANTAGE: CasePayer = { value: 'medicare', plan: 'Medicare Advantage' };

/** Names of payers, first hit wins. Plans that pay by Medicare's rules stand under Medicare. */
const PAYERS: readonly (readonly [RegExp, CasePayer])[] = [
  [/\b(?:not|non|no)[- ]+(?:a )?medicare\b|\bmedicare (?:is )?secondary\b/, { value: 'commercial', plan: undefined }],
  [/\bmedicare (?:is )?primary\b/, { value: 'medicare', plan: undefined }],
  [
    /\bmedicare (?:advantage|replacement|hmo|ppo|part c|complete)\b|\b(?:ma|medicare managed care) plan\b|\bpart c\b|\b(?:wellcare|humana gold)\b/,
    ADVANTAGE,
  ],
  [/\b(?:tricare|humana military|champus)\b/, { value: 'commercial', plan: 'TRICARE' }],
  // Humana left the employers' market: its medical plans are Medicare's.
  [/\bhumana\b/, ADVANTAGE],
  [/\brailroad medicare\b/, { value: 'medicare', plan: 'Railroad Medicare' }],
  [/\bmedicare\b/, { value: 'medicare', plan: undefined }],
  [
    /\b(?:medicaid|medi-cal|managed medicaid|chip plan|tenncare|masshealth|ahcccs|badgercare|molina)\b/,
    { value: 'medicaid', plan: undefined },
  ],
  [/\baetna\b/, { value: 'commercial', plan: 'Aetna' }],
  [/\bcigna\b/, { value: 'commercial', plan: 'Cigna' }],
  [/\b(?:united ?health ?care|united ?health|uhc|umr)\b/, { value: 'commercial', plan: 'UnitedHealthcare' }],
  [
    /\b(?:bcbs\w*|blue ?cross|blue ?shield|anthem|highmark|carefirst|premera|regence|florida blue)\b/,
    { value: 'commercial', plan: 'Blue Cross Blue Shield' },
  ],
  [/\bkaiser\b/, { value: 'commercial', plan: 'Kaiser' }],
  [/\b(?:workers'? ?comp\w*|work ?comp|wc carrier)\b/, { value: 'commercial', plan: "workers' compensation" }],
  [
    /\b(?:commercial|private (?:insurance|insurer|payer|payor|plan)|ambetter|oscar health|self[- ]pay)\b/,
    { value: 'commercial', plan: undefined },
  ],
];

const LABEL = /\b(?:payer|payor|insurance|insurer|carrier|health plan)\b\s*(?:is|was|:|=)\s*(?:the )?([^,.;\n]{2,60})/;
const UNKNOWN = /^(?:\?|unknown|none|n\/a|tbd|not known|see|on file)/;

/** Whose rules the sender wants: a labelled payer first; one that we do not know by name is commercial. */
export function toldPayer(words: string): CasePayer | undefined {
  return labelled(words) ?? named(words);
}

/** A note tells the payer in its header only: its story may speak of coverage in passing. */
export function notesPayer(text: string): CasePayer | undefined {
  const words = text.toLowerCase();
  const patient = /\b(?:medicare|medicaid) (?:patient|beneficiary|recipient)\b/.exec(words)?.[0];
  return /(?:^|\n)[ \t]*(?:payer|payor|insurance|insurer)\s*:/.test(words) ? labelled(words) : named(patient ?? '');
}

function labelled(words: string): CasePayer | undefined {
  const told = LABEL.exec(words)?.[1]?.trim();
  if (told === undefined || UNKNOWN.test(told)) return undefined;
  return named(told) ?? { value: 'commercial', plan: undefined };
}

function named(words: string): CasePayer | undefined {
  return PAYERS.find(([pattern]) => pattern.test(words))?.[1];
}
