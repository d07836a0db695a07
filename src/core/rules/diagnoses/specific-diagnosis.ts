import { SYMPTOM } from '../../draft/read-diagnosis.ts';
import type { DiagnosisLine, Finding } from '../../model/draft.ts';
import { stemsOf } from '../../retrieve/terms.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { billableUnder, type KnownDiagnosis, orderFile, recode, titleOf } from './diagnosis-rows.ts';
import { statementsOf } from './told-diagnosis.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.B.2 and I.B.18';

/** Words that tell nothing by themselves. */
const EMPTY: ReadonlySet<string> = new Set(
  stemsOf(
    'unspecified other specified site type not elsewhere classified nos part parts encounter initial side region',
  ),
);

/** An unspecified code gives way to the sibling whose every further word stands in the words of the diagnosis. */
export const specificDiagnosis: Rule = (draft, context) => {
  const source = orderFile(context);
  const findings: Finding[] = [];
  let ruled = draft;
  for (const line of draft.diagnoses) {
    const better = moreSpecific(line, context);
    if (better === undefined) continue;
    ruled = recode(ruled, line.code, better);
    const text = `${line.code} became ${better.code}: the note tells more than "unspecified"`;
    const cited = source.state === 'not-checked' ? librarySource(context) : source;
    findings.push(finding('dx-specific', 'W', cited, AUTHORITY, text, [line.code, better.code]));
  }
  return { draft: ruled, findings };
};

function moreSpecific(line: DiagnosisLine, context: RuleContext): KnownDiagnosis | undefined {
  const title = titleOf(line.code, context);
  const [statement, ...others] = statementsOf(line, context.extract);
  if (statement === undefined || others.length > 0 || !/\bunspecified\b/i.test(title)) return undefined;
  if (SYMPTOM.test(line.code) || !/diagnosis/.test(statement.section)) return undefined;
  const told = new Set(stemsOf(statement.normal));
  const own = new Set(stemsOf(title));
  const fitting = siblings(line.code, context).filter((other) => {
    const words = stemsOf(other.title);
    const further = words.filter((word) => !own.has(word) && !EMPTY.has(word));
    const isSame = [...own].every((word) => words.includes(word) || EMPTY.has(word));
    return isSame && further.length > 0 && further.every((word) => told.has(word));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Codes of the same length under the same category, with the same 7th character where there is one. */
function siblings(code: string, context: RuleContext): KnownDiagnosis[] {
  const places = code.length === 8 ? 6 : code.length - 1;
  const seventh = code.length === 8 ? code.at(-1) : '';
  return billableUnder(code.slice(0, places), context).filter(
    (other) =>
      other.code !== code &&
      other.code.length === code.length &&
      other.code.endsWith(seventh ?? '') &&
      !/\b(unspecified|other|without|not)\b/i.test(other.title),
  );
}
