import { isMalignant } from '../../draft/neoplasm.ts';
import { isDenial, isOfFamily, isToldAsPast } from '../../draft/told-otherwise.ts';
import type { Statement } from '../../extract/note-extract.ts';
import type { DiagnosisLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { withoutDiagnoses } from './diagnosis-rows.ts';
import { statementsOf } from './told-diagnosis.ts';

/** What the words before a diagnosis make of it. */
interface Otherwise {
  readonly isTold: (statement: Statement) => boolean;
  readonly is: string;
  readonly instead: string;
  readonly authority: string;
  /** Codes that say just this. */
  readonly own: RegExp;
}

const OTHERWISE: readonly Otherwise[] = [
  {
    isTold: isOfFamily,
    is: 'told of the family only',
    instead: 'a family history has codes of its own (Z80-Z84)',
    authority: 'ICD-10-CM Guidelines I.C.21.c.4',
    own: /^Z8[0-4]/,
  },
  {
    isTold: isDenial,
    is: 'denied',
    instead: 'what is denied is not coded',
    authority: 'ICD-10-CM Guidelines IV.J',
    own: /^Z/,
  },
  {
    isTold: isToldAsPast,
    is: 'told as history',
    instead: 'a condition of the past has codes of its own (Z85-Z87)',
    authority: 'ICD-10-CM Guidelines I.C.21.c.4',
    // A scar of the womb, an old infarction and a sequela are present conditions of a past one.
    own: /^(Z|O|I25\.2|[ST]......S$)/,
  },
];

/** A diagnosis that the note denies, tells of the family, or tells as past is no diagnosis of this encounter. */
export const toldOtherwise: Rule = (draft, context) => {
  const source = librarySource(context);
  const gone = new Set<string>();
  const findings: Finding[] = [];
  for (const line of draft.diagnoses) {
    const kind = otherwise(line, context);
    if (kind === undefined) continue;
    // "History of gallstones" may yet be why the patient is here; a tumor that was taken out is history.
    const isCertain = kind.is !== 'told as history' || isMalignant(line.code);
    if (isCertain) gone.add(line.code);
    const text = `${line.code} is ${kind.is}: ${kind.instead}`;
    findings.push(finding('dx-told-otherwise', isCertain ? 'F' : 'W', source, kind.authority, text, [line.code]));
  }
  return { draft: withoutDiagnoses(draft, gone), findings };
};

function otherwise(line: DiagnosisLine, { extract }: RuleContext): Otherwise | undefined {
  const own = statementsOf(line, extract);
  if (own.length === 0) return undefined;
  return OTHERWISE.find(({ isTold, own: codes }) => !codes.test(line.code) && own.every(isTold));
}
