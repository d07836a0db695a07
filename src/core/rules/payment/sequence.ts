import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Draft } from '../../model/draft.ts';
import type { FeeRow } from '../../model/official.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

/**
 * Lines get their relative values and global days and stand by total value, add-ons under their parent. What has no
 * value of its own stands last and says so: its place follows a comparable procedure.
 */
export const sequence: Rule = (draft, context) => {
  const priced = mapLines(draft, (line) => price(line, context));
  const isPriced = priced.lines.some(({ totalRvu }) => totalRvu !== undefined);
  const lines = isPriced ? byValue(priced, context) : priced.lines;
  const unpriced = isPriced && lines.length > 1 ? lines.filter((line) => isUnpriced(line, context)) : [];
  const source = sourceOf('pfs', context);
  return {
    draft: { ...priced, lines: lines.map((line, at) => ({ ...line, seq: at + 1 })) },
    findings: unpriced.map(({ code }) => {
      const text = `${code} is priced by the contractor and stands last; its place follows the value of a comparable procedure`;
      return finding('sequence', 'W', source, 'Medicare physician fee schedule, status C', text, [code]);
    }),
  };
};

/** Fee schedule statuses without relative values: priced by the contractor, anesthesia, drugs, statutory exclusions. */
const NO_VALUES: ReadonlySet<string> = new Set(['C', 'E', 'J', 'X']);

function isUnpriced({ code, parent }: ClaimLine, context: RuleContext): boolean {
  return parent === undefined && feeOf(code, context)?.status === 'C';
}

function price(line: ClaimLine, { official, settings }: RuleContext): ClaimLine {
  const rows = official.fees.filter(({ code }) => code === line.code);
  const modifier = line.modifiers.find((each) => each === '26' || each === '53');
  const row = rows.find((fee) => fee.modifier === modifier) ?? rows.find((fee) => fee.modifier === '');
  if (row === undefined || NO_VALUES.has(row.status)) return line;
  return { ...line, totalRvu: totalOf(row, settings.place.value), globalDays: row.globalDays };
}

function totalOf(row: FeeRow, place: 'facility' | 'office'): number {
  return place === 'office' ? row.totalNonFacilityRvu : row.totalFacilityRvu;
}

/** Both sides are paid at 150 percent (bilateral indicator 1), or each in full (3). */
const BOTH_SIDES: Readonly<Record<string, number>> = { '1': 1.5, '3': 2 };

/** The anesthetic has no relative value and stands above the lines and blocks beside it. */
const ANESTHESIA_FIRST = 10_000;

function byValue({ lines }: Draft, context: RuleContext): ClaimLine[] {
  const worth = (line: ClaimLine): number => {
    if (isAnesthesiaCode(line.code)) return ANESTHESIA_FIRST;
    const sides = line.modifiers.includes('50') ? BOTH_SIDES[feeOf(line.code, context)?.bilateral ?? ''] : undefined;
    return (line.totalRvu ?? 0) * (sides ?? 1);
  };
  const primaries = lines.filter(({ parent }) => parent === undefined).toSorted((a, b) => worth(b) - worth(a));
  const codes = new Set(primaries.map(({ code }) => code));
  const placed = new Set<ClaimLine>();
  const ordered = primaries.flatMap((primary) => {
    const own = lines
      .filter((line) => !placed.has(line) && line.parent === primary.code)
      .toSorted((a, b) => worth(b) - worth(a));
    for (const line of own) placed.add(line);
    return [primary, ...own];
  });
  return [
    ...ordered,
    ...lines.filter((line) => line.parent !== undefined && (!codes.has(line.parent) || !placed.has(line))),
  ];
}
