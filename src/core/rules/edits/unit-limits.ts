import { type OverLimit, overLimits, overLimitWords, unpublishedLimits } from '../../check/limits.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

const AUTHORITY = 'NCCI medically unlikely edits';

/** Units stay within the library's cap and the MUE: MAI 1 is a line limit, 2 and 3 hold for all lines of the day. */
export const unitLimits: Rule = (draft, context) => {
  const source = sourceOf('mue', context);
  const findings: Finding[] = [];
  const capped = mapLines(draft, (line) => cap(line, context, findings));
  const lines = capped.lines.filter(({ units }) => units > 0);
  if (source.state === 'not-checked') {
    findings.push(finding('mue', 'I', source, AUTHORITY, 'units not checked: no MUE edition is loaded'));
    return { draft: { ...capped, lines }, findings };
  }
  const { mues } = context.official;
  const overs = overLimits(lines, mues).filter(({ kind }) => kind !== 'never');
  for (const over of overs) {
    const severity = over.kind === 'line' ? 'W' : 'F';
    findings.push(finding('mue', severity, source, AUTHORITY, overLimitWords(over), [over.code]));
  }
  const unpublished = unpublishedLimits(lines, mues);
  if (unpublished.length > 0) {
    const text = `units of ${unpublished.join(', ')} not checked: no limit is published`;
    findings.push(finding('mue', 'I', { ...source, state: 'not-checked' }, AUTHORITY, text, unpublished));
  }
  if (findings.length === 0 && lines.length > 0)
    findings.push(finding('mue', 'I', source, AUTHORITY, `units of ${lines.length} line(s) within the limits`));
  return { draft: { ...capped, lines: lines.map((line) => hold(line, overs)) }, findings };
};

function cap(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  const most = context.library.find(line.code)?.count.cap;
  if (most === undefined || line.units <= most) return line;
  const text = `${line.code}: ${line.units} units cut to ${most}`;
  findings.push(finding('unit-cap', 'W', librarySource(context), 'code definition', text, [line.code]));
  return { ...line, units: most };
}

/** Over a day limit every line of the code is denied, not only what is too much. */
function hold(line: ClaimLine, overs: readonly OverLimit[]): ClaimLine {
  const over = overs.find(({ code, kind }) => code === line.code && kind === 'day');
  if (over === undefined) return line;
  return { ...line, held: line.held ?? `${over.units} documented, at most ${over.limit.units} payable in a day` };
}
