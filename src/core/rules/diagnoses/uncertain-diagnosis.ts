import { doubtIn, isUncertain } from '../../draft/diagnoses.ts';
import { quoteAt } from '../../draft/evidence.ts';
import { normalize } from '../../extract/normalize.ts';
import type { Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule } from '../rule.ts';
import { withoutDiagnoses } from './diagnosis-rows.ts';

const AUTHORITY = 'ICD-10-CM Guidelines IV.H';

/** A diagnosis told as probable, suspected or to be ruled out is not coded for a surgeon; what is known is (IV.H). */
export const uncertainDiagnosis: Rule = (draft, context) => {
  const source = librarySource(context);
  const uncertain = draft.diagnoses.filter(
    ({ evidence }) => evidence.length > 0 && evidence.every(({ quote }) => isUncertain({ normal: normalize(quote) })),
  );
  const findings: Finding[] = uncertain.map(({ code }) =>
    finding('dx-uncertain', 'F', source, AUTHORITY, `${code} is documented as uncertain and is not coded`, [code]),
  );
  const untold = context.extract.diagnoses.flatMap((each) => {
    const doubt = doubtIn(each);
    return (doubt && quoteAt(doubt, context.extract)) ?? [];
  });
  if (uncertain.length === 0 && untold[0] !== undefined) {
    const text = `"${untold[0].quote}" is told as uncertain: only what is certain in it is coded`;
    findings.push(finding('dx-uncertain', 'W', source, AUTHORITY, text));
  }
  return { draft: withoutDiagnoses(draft, new Set(uncertain.map(({ code }) => code))), findings };
};
