import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

/** Modifier 50 and the sides follow the bilateral indicator of the year: 1 and 3 allow 50, 2 has both sides inside, 0 and 9 none. */
export const bilateral: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const findings: Finding[] = [];
  const settled = mapLines(draft, (line) => {
    const indicator = feeOf(line.code, context)?.bilateral;
    if (indicator === undefined || !line.modifiers.includes('50') || indicator === '1' || indicator === '3')
      return line;
    findings.push(
      finding(
        'bilateral',
        'W',
        source,
        'Medicare physician fee schedule, bilateral indicator',
        reasonOf(line, indicator),
        [line.code],
      ),
    );
    return withoutBoth(line, indicator, context);
  });
  return { draft: mapLines(settled, (line) => withoutIdleSide(line, context)), findings };
};

function reasonOf(line: ClaimLine, indicator: string): string {
  return indicator === '2'
    ? `${line.code} already stands for both sides: no 50`
    : `${line.code} does not take 50 (indicator ${indicator})`;
}

/** Without 50 both sides are two units where the code is counted by side, else one. */
function withoutBoth(line: ClaimLine, indicator: string, context: RuleContext): ClaimLine {
  const modifiers = line.modifiers.filter((modifier) => modifier !== '50');
  const isCounted = context.library.find(line.code)?.count.rule === 'each';
  return { ...line, modifiers, units: indicator !== '2' && isCounted ? Math.max(2, line.units) : line.units };
}

/** Where sides do not apply (indicator 0, 2, 9 on a target the library does not call paired) LT and RT say nothing. */
function withoutIdleSide(line: ClaimLine, context: RuleContext): ClaimLine {
  const indicator = feeOf(line.code, context)?.bilateral;
  const isPaired = context.library.find(line.code)?.target === 'paired';
  if (indicator === undefined || indicator === '1' || indicator === '3' || isPaired) return line;
  return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== 'LT' && modifier !== 'RT') };
}
