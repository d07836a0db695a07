import { isUncertain } from '../../draft/diagnoses.ts';
import { DENIED, diagnosesIn, SYMPTOM } from '../../draft/read-diagnosis.ts';
import type { Statement } from '../../extract/note-extract.ts';
import type { DiagnosisLine } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { squeezed, statementsOf } from './told-diagnosis.ts';

const AUTHORITY = 'ICD-10-CM Guidelines IV.N';
const REFERENCE = /^(\d+ )?(same|as above|see|deferred|pending|none)\b/;

/** The diagnosis after the operation is the one that is coded; one told only before it is looked at again (IV.N). */
export const replacedDiagnosis: Rule = (draft, context) => {
  const { statements } = context.extract;
  const after = statements.filter(({ section, normal }) => section === 'postop-diagnosis' && isTold(normal));
  const before = statements.filter(({ section }) => section === 'preop-diagnosis');
  if (after.length === 0 || before.length === 0 || after.some(isReference)) return { draft, findings: [] };
  const told = codesOf(after, context);
  const kept = draft.diagnoses.filter(
    (line) => !told.has(line.code.slice(0, 3)) && told.size > 0 && isToldBefore(line, before, context),
  );
  const codes = kept.map(({ code }) => code);
  if (codes.length === 0) return { draft, findings: [] };
  const text = `${codes.join(', ')}: told before the operation only, and the post-operative diagnosis is another`;
  return { draft, findings: [finding('dx-replaced', 'W', librarySource(context), AUTHORITY, text, codes)] };
};

function isTold(normal: string): boolean {
  return !isUncertain({ normal }) && !DENIED.test(normal);
}

function isReference({ normal }: Statement): boolean {
  return REFERENCE.test(squeezed(normal));
}

/** Categories of what the statements name. */
function codesOf(statements: readonly Statement[], { extract, library }: RuleContext): ReadonlySet<string> {
  const found = statements.flatMap((statement) => diagnosesIn(statement, extract, library));
  return new Set(found.map(({ code }) => code.slice(0, 3)));
}

/** By its quotes; a diagnosis of a claim without quotes by the words of the list. */
function isToldBefore(line: DiagnosisLine, before: readonly Statement[], context: RuleContext): boolean {
  if (line.evidence.length > 0) {
    const own = statementsOf(line, context.extract);
    return own.length > 0 && own.every(({ section }) => section === 'preop-diagnosis');
  }
  return !SYMPTOM.test(line.code) && codesOf(before, context).has(line.code.slice(0, 3));
}
