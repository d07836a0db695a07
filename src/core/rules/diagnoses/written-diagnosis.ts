import { exactQuote } from '../../draft/evidence.ts';
import { codesInLists, sharesWords } from '../../draft/written-codes.ts';
import type { DiagnosisLine, Finding } from '../../model/draft.ts';
import { finding, type Rule } from '../rule.ts';
import { orderFile, rowOf } from './diagnosis-rows.ts';

const AUTHORITY = 'documentation';

/**
 * A code that the surgeon wrote into the list of diagnoses is on the claim when its official title agrees with the words
 * beside it; where it does not, words and code are at odds and somebody has to look.
 */
export const writtenDiagnosis: Rule = (draft, context) => {
  const source = orderFile(context);
  if (source.state === 'not-checked') return { draft, findings: [] };
  const added: DiagnosisLine[] = [];
  const findings: Finding[] = [];
  for (const { code, statement } of codesInLists(context.extract)) {
    const isThere = [...draft.diagnoses, ...added].some((line) => line.code.slice(0, 3) === code.slice(0, 3));
    const row = rowOf(code, context);
    if (isThere || row === undefined) continue;
    const quote = exactQuote(statement, context.extract);
    if (sharesWords(row.title, statement.normal)) {
      added.push({ code, title: row.title, evidence: quote, confidence: WRITTEN });
    } else {
      const text = `the note writes ${code} (${row.title}) beside words that tell something else: it is not on the claim`;
      findings.push(finding('dx-written', 'W', source, AUTHORITY, text, [code]));
    }
  }
  return { draft: { ...draft, diagnoses: [...draft.diagnoses, ...added] }, findings };
};

const WRITTEN: DiagnosisLine['confidence'] = {
  value: 0.75,
  word: 'likely',
  because: 'the note writes its code, and the official title agrees with the words',
};
