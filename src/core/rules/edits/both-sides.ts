import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, type Rule, sourceOf } from '../rule.ts';

/**
 * Left and right as two lines are two units; where the limit of the day is smaller and the fee schedule pays both sides
 * (bilateral indicator 1 or 3) they are one line with 50 (NCCI Policy Manual, ch. 1, V).
 */
export const bothSides: Rule = (draft, context) => {
  const source = sourceOf('mue', context);
  const findings: Finding[] = [];
  const gone = new Set<ClaimLine>();
  const lines = draft.lines.map((line) => {
    if (gone.has(line)) return line;
    const other = draft.lines.find((each) => each !== line && !gone.has(each) && isOtherSide(line, each));
    const limit = context.official.mues.find(({ code }) => code === line.code);
    if (other === undefined || limit === undefined || limit.mai === '1' || limit.units >= 2) return line;
    if (!/[13]/.test(feeOf(line.code, context)?.bilateral ?? '')) return line;
    gone.add(other);
    const text = `${line.code}: LT and RT on two lines are 2 units, the limit is ${limit.units} a day (MAI ${limit.mai}); billed once with 50`;
    findings.push(finding('both-sides', 'F', source, 'NCCI medically unlikely edits', text, [line.code]));
    return joined(line, other);
  });
  return { draft: { ...draft, lines: lines.filter((line) => !gone.has(line)) }, findings };
};

function isOtherSide(one: ClaimLine, other: ClaimLine): boolean {
  return (
    one.code === other.code &&
    one.units === 1 &&
    other.units === 1 &&
    ((one.modifiers.includes('LT') && other.modifiers.includes('RT')) ||
      (one.modifiers.includes('RT') && other.modifiers.includes('LT')))
  );
}

function joined(line: ClaimLine, other: ClaimLine): ClaimLine {
  const modifiers = [...line.modifiers, ...other.modifiers].filter((each) => each !== 'LT' && each !== 'RT');
  const dx = [...new Set([...line.dx, ...other.dx])].slice(0, 4);
  return { ...line, modifiers: ['50', ...new Set(modifiers)], evidence: [...line.evidence, ...other.evidence], dx };
}
