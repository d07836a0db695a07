import { combinationIn } from '../../draft/combination-codes.ts';
import { finding, librarySource, type Rule } from '../rule.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.B.9';

/** Two codes of a claim that one combination code tells together. */
export const combinedDiagnosis: Rule = (draft, context) => {
  const codes = draft.diagnoses.map(({ code }) => code);
  const pair = combinationIn(codes, context.library.findDiagnosis);
  if (pair === undefined || codes.includes(pair.together.code)) return { draft, findings: [] };
  const { one, other, together } = pair;
  const text = `${one} and ${other} are told by one code, ${together.code}`;
  const source = librarySource(context);
  return { draft, findings: [finding('dx-combined', 'W', source, AUTHORITY, text, [one, other, together.code])] };
};
