import { SEPARATE_MODIFIERS } from '../../check/associated-modifiers.ts';
import { activePairs, youngCodes } from '../../check/pairs.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { isAnotherPlace } from './places.ts';

/**
 * 59 and its kin are earned by an active pair that nothing else opens, or by a repeated code; otherwise they come off
 * (NCCI Policy Manual, ch. 1, E). Where a pair was not checked they stay.
 */
export const idleSeparate: Rule = (draft, context) => {
  const source = sourceOf('ptp', context);
  if (source.state === 'not-checked') return { draft, findings: [] };
  const findings: Finding[] = [];
  const settled = mapLines(draft, (line) => {
    const idle = line.modifiers.filter((modifier) => SEPARATE_MODIFIERS.has(modifier));
    if (idle.length === 0 || !isIdle(line, draft.lines, context)) return line;
    const text = `${idle.join(' ')} taken off ${line.code}: no edit of this claim needs it`;
    findings.push(finding('idle-59', 'W', source, 'NCCI Policy Manual ch. 1, E', text, [line.code]));
    return { ...line, modifiers: line.modifiers.filter((modifier) => !SEPARATE_MODIFIERS.has(modifier)) };
  });
  return { draft: settled, findings };
};

function isIdle(line: ClaimLine, lines: readonly ClaimLine[], { official, settings }: RuleContext): boolean {
  const day = settings.dateOfService.value;
  const others = lines.filter((other) => other !== line);
  if (others.some(({ code }) => code === line.code)) return false;
  const codes = lines.map(({ code }) => code);
  const young = youngCodes(codes, official, day);
  if (young.includes(line.code) || (young.length > 0 && others.length > 0)) return false;
  return !activePairs(codes, official, day).some(({ indicator, column1, column2 }) => {
    if (indicator === '0') return false;
    const beside = column1 === line.code ? column2 : column2 === line.code ? column1 : undefined;
    return others.some((other) => other.code === beside && !isAnotherPlace(line, other));
  });
}
