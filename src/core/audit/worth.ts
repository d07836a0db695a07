import type { AuditedLine } from '../model/audit.ts';
import type { CodeRecord } from '../model/code-record.ts';
import { feeOf, type RuleContext } from '../rules/rule.ts';

/**
 * Above zero when `one` is paid higher than `other`: by the total value of the fee schedule, else by the order of sizes
 * in their family. Zero when neither tells.
 */
export function compareWorth(one: readonly AuditedLine[], other: readonly AuditedLine[], context: RuleContext): number {
  const [a, b] = [totalOf(one, context), totalOf(other, context)];
  if (a !== undefined && b !== undefined) return a - b;
  const [first, second] = [one, other].map(([line]) => context.library.find(line?.code ?? ''));
  if (first === undefined || second === undefined || first.family !== second.family) return 0;
  const axes = Object.entries(context.library.families.get(first.family)?.axes ?? {});
  for (const [name, axis] of axes) {
    if (axis.kind !== 'band') continue;
    const bands = axis.bands.map(({ value }) => value);
    const step = bandOf(first, name, bands) - bandOf(second, name, bands);
    if (step !== 0) return step;
  }
  return 0;
}

/** Both sides of an operation are paid at 150 percent. */
const BOTH_SIDES = 1.5;

/** Undefined where a line has no national value. */
function totalOf(lines: readonly AuditedLine[], context: RuleContext): number | undefined {
  let sum = 0;
  for (const { code, modifiers, units } of lines) {
    const fee = feeOf(code, context);
    if (fee === undefined || fee.status === 'C') return undefined;
    const total = context.settings.place.value === 'office' ? fee.totalNonFacilityRvu : fee.totalFacilityRvu;
    sum += total * units * (modifiers.includes('50') ? BOTH_SIDES : 1);
  }
  return sum;
}

function bandOf({ cell }: CodeRecord, axis: string, bands: readonly string[]): number {
  return bands.findLastIndex((band) => cell[axis]?.includes(band) === true);
}
