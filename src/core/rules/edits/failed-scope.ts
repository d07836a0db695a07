import type { ClaimLine } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { told } from '../told.ts';
import { isWithin } from './code-ranges.ts';
import { isAnotherPlace } from './places.ts';
import { OPENED_INTO } from './policies.ts';

const CONVERTED =
  /\b(convert(ed|ing)?|conversion)\b( \w+){0,6} (open|laparotomy|thoracotomy|arthrotomy|midline|incision)\b|\bopen conversion\b/;

/** An attempt through a scope that went over into an open operation: the open one alone is billed, whatever an edit prefers. */
export const failedScope: Rule = (draft, context) => {
  const [quote] = told(context.extract, CONVERTED, { states: ['completed', 'converted', 'attempted', 'abandoned'] });
  if (quote === undefined) return { draft, findings: [] };
  const dropped = draft.lines.flatMap((line) => {
    const open = openOf(line, draft.lines);
    if (open === undefined) return [];
    const reason = `the attempt through the scope went over into ${open.code} ("${quote.quote}"); only the open operation is billed`;
    return [{ line, reason }];
  });
  return { draft: withoutLines(draft, dropped), findings: dropped.map((each) => foundIn(each, context)) };
};

function foundIn({ line, reason }: { readonly line: ClaimLine; readonly reason: string }, context: RuleContext) {
  const authority = 'NCCI Policy Manual ch. 1 and 6, failed endoscopy';
  return finding('failed-scope', 'F', librarySource(context), authority, `${line.code} falls: ${reason}`, [line.code]);
}

function openOf(line: ClaimLine, lines: readonly ClaimLine[]): ClaimLine | undefined {
  const open = OPENED_INTO.filter(([scope]) => isWithin(line.code, scope)).flatMap(([, ranges]) => ranges);
  return lines.find((other) => isWithin(other.code, open) && !isAnotherPlace(line, other));
}
