import type { DiagnosisLine, Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';

interface Later {
  readonly codes: RegExp;
  readonly is: string;
  readonly authority: string;
}

/** What never stands first on a claim. */
const LATER: readonly Later[] = [
  { codes: /^[V-Y]/, is: 'an external cause', authority: 'ICD-10-CM Guidelines I.C.20.a.6' },
  {
    codes: /^(B9[5-7]|Z1[5-7]|Z2[12]|Z37|Z3A|Z6[6-8]|Z7[89]|Z8[0-9]|Z9[0-8]|Z99\.[028])/,
    is: 'a status, a history or an addition to another code',
    authority: 'ICD-10-CM Guidelines I.C.21.c and I.B.15',
  },
  { codes: /^[ST]......S$/, is: 'a sequela', authority: 'ICD-10-CM Guidelines I.B.10' },
];

/** Chapter 15. */
const PREGNANCY = /^O/;

/**
 * The first diagnosis is why the patient is here: never an external cause, a status or a sequela; chapter 15 comes before
 * other chapters when the claim is of a pregnancy (I.C.15.a.1).
 */
export const firstListed: Rule = (draft, context) => {
  const source = librarySource(context);
  const [first] = draft.diagnoses;
  if (first === undefined) return { draft, findings: [] };
  const later = LATER.find(({ codes }) => codes.test(first.code));
  if (later !== undefined) {
    const isAlone = draft.diagnoses.every(({ code }) => LATER.some(({ codes }) => codes.test(code)));
    const text = isAlone
      ? `${first.code} is ${later.is} and cannot stand first: the claim lacks the reason of the encounter`
      : `${first.code} is ${later.is} and went behind the reason of the encounter`;
    const findings: Finding[] = [finding('dx-first', 'W', source, later.authority, text, [first.code])];
    return { draft: isAlone ? draft : sorted(draft, rankOfLater), findings };
  }
  if (!draft.diagnoses.some(({ code }) => PREGNANCY.test(code)) || PREGNANCY.test(first.code)) {
    return { draft, findings: [] };
  }
  const text = `${first.code} went behind the codes of the pregnancy`;
  return {
    draft: sorted(draft, ({ code }) => (PREGNANCY.test(code) ? 0 : 1)),
    findings: [finding('dx-first', 'W', source, 'ICD-10-CM Guidelines I.C.15.a.1', text, [first.code])],
  };
};

function rankOfLater({ code }: Pick<DiagnosisLine, 'code'>): number {
  return LATER.some(({ codes }) => codes.test(code)) ? 1 : 0;
}

/** Stable: what has the same rank stays as it stood, on the claim and on each line. */
function sorted(draft: Draft, rank: (line: Pick<DiagnosisLine, 'code'>) => number): Draft {
  const diagnoses = draft.diagnoses.toSorted((one, other) => rank(one) - rank(other));
  return mapLines({ ...draft, diagnoses }, (line) => ({
    ...line,
    dx: line.dx.toSorted((one, other) => rank({ code: one }) - rank({ code: other })),
  }));
}
