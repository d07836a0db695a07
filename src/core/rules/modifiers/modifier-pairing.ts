import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, librarySource, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

/** Modifiers that contradict each other on one line: the second of each pair goes. */
const CONFLICTS: readonly (readonly [string, string])[] = [
  ['50', 'LT'],
  ['50', 'RT'],
  ['62', '80'],
  ['62', '82'],
  ['80', '82'],
  ['53', '52'],
  ['XS', '59'],
  ['XE', '59'],
  ['XP', '59'],
  ['XU', '59'],
  ['78', '79'],
  ['78', '58'],
];

/** Pricing modifiers stand first, then statistical ones, then sides. */
const ORDER: readonly string[] = [
  '26',
  'TC',
  '53',
  '52',
  '62',
  '80',
  '82',
  'AS',
  '50',
  '22',
  '58',
  '78',
  '79',
  '25',
  '57',
  '59',
  'XE',
  'XS',
  'XP',
  'XU',
];

/** Modifiers are known to fit each other, the code and the role, and stand in the order payers price them. */
export const modifierPairing: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const settled = mapLines(draft, (line) => {
    const fitting = withoutConflicts(line, context, findings);
    return { ...fitting, modifiers: fitting.modifiers.toSorted((a, b) => rank(a) - rank(b)) };
  });
  return { draft: { ...settled, lines: settled.lines.map((line) => withRole(line, context, findings)) }, findings };
};

function rank(modifier: string): number {
  const at = ORDER.indexOf(modifier);
  return at < 0 ? ORDER.length : at;
}

function withoutConflicts(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  let modifiers = [...new Set(line.modifiers)].filter((modifier) => modifier !== '51');
  for (const [stays, goes] of CONFLICTS) {
    if (!modifiers.includes(stays) || !modifiers.includes(goes)) continue;
    modifiers = modifiers.filter((modifier) => modifier !== goes);
    findings.push(
      finding(
        'modifier-pairing',
        'W',
        librarySource(context),
        'modifier definitions',
        `${goes} removed from ${line.code}: it contradicts ${stays}`,
        [line.code],
      ),
    );
  }
  return { ...line, modifiers };
}

/** 62 and 80/82 by the co-surgeon and assistant indicators of the fee schedule. */
function withRole(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  const fee = feeOf(line.code, context);
  const source = sourceOf('pfs', context);
  if (fee === undefined) return line;
  if (line.modifiers.includes('62') && (fee.coSurgeon === '0' || fee.coSurgeon === '9')) {
    findings.push(
      finding(
        'co-surgeon',
        'W',
        source,
        'fee schedule, co-surgeon indicator',
        `${line.code} does not allow two surgeons: 62 removed`,
        [line.code],
      ),
    );
    return { ...line, modifiers: line.modifiers.filter((modifier) => modifier !== '62') };
  }
  const isAssisted = line.modifiers.some((modifier) => modifier === '80' || modifier === '82' || modifier === 'AS');
  if (isAssisted && fee.assistant === '1') {
    findings.push(
      finding(
        'assistant',
        'F',
        source,
        'fee schedule, assistant indicator',
        `an assistant is never paid for ${line.code}`,
        [line.code],
      ),
    );
    return { ...line, held: 'an assistant is not paid for this code' };
  }
  return line;
}
