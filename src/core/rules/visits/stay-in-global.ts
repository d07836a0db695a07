import type { ClaimLine } from '../../model/draft.ts';
import { visitFamilyOf } from '../../visits/visit-codes.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

const AUTHORITY = 'CMS Claims Processing Manual ch. 12, 40.1 (global surgical package)';
const INSIDE = '99024';
const WITH_DAYS_AFTER: readonly string[] = ['010', '090'];

/**
 * The surgeon's own visits and the discharge after an operation of the same stay lie inside its global days: told as
 * such, not billed, unless 24 makes them another matter.
 */
export const stayInGlobal: Rule = (draft, context) => {
  const operation = draft.notBilled.find(({ code }) =>
    WITH_DAYS_AFTER.includes(feeOf(code, context)?.globalDays ?? ''),
  );
  const inside = operation === undefined ? [] : draft.lines.filter((line) => isOfStay(line));
  const record = context.library.find(INSIDE);
  if (operation === undefined || inside.length === 0 || record === undefined) return { draft, findings: [] };
  const why = `${operation.code}, told in this note, covers the surgeon's own visits of the stay`;
  const ruled = mapLines(draft, (line) =>
    inside.includes(line) ? { ...line, code: record.code, title: record.title, why } : line,
  );
  return { draft: ruled, findings: inside.map(({ code }) => foundOn(code, operation.code, context)) };
};

function isOfStay({ code, modifiers }: ClaimLine): boolean {
  const family = visitFamilyOf(code);
  return (family === 'hospital-discharge' || family === 'hospital-subsequent') && !modifiers.includes('24');
}

function foundOn(code: string, operation: string, context: RuleContext) {
  const text = `${code} lies inside the global days of ${operation} when its surgeon or his group saw the patient; for anybody else it stands`;
  return finding('stay-in-global', 'W', sourceOf('pfs', context), AUTHORITY, text, [code, operation]);
}
