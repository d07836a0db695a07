import { visitLines } from '../../visits/parts.ts';
import { emptyDrugTemplate } from '../../visits/risk.ts';
import { finding, librarySource, type Rule } from '../rule.ts';
import { LEVELLED, linesOfFamilies } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines, risk of patient management: prescription drug management';

/** The words "prescription drug management" prove no management of a drug that nobody names. */
export const drugManagement: Rule = (draft, context) => {
  const [line] = linesOfFamilies(draft, LEVELLED);
  if (line === undefined || emptyDrugTemplate(visitLines(context.extract)) === undefined)
    return { draft, findings: [] };
  const text = `${line.code}: the words on drug management stand without a drug and what was done with it, and do not count`;
  return {
    draft,
    findings: [finding('drug-management', 'W', librarySource(context), AUTHORITY, text, [line.code])],
  };
};
