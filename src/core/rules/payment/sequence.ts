import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Draft } from '../../model/draft.ts';
import type { FeeRow } from '../../model/official.ts';
import { mapLines, type Rule, type RuleContext } from '../rule.ts';

/** Lines get their relative values and global days and stand by total value, add-ons under their parent. */
export const sequence: Rule = (draft, context) => {
  const priced = mapLines(draft, (line) => price(line, context));
  const lines = priced.lines.some(({ totalRvu }) => totalRvu !== undefined) ? byValue(priced) : priced.lines;
  return { draft: { ...priced, lines: lines.map((line, at) => ({ ...line, seq: at + 1 })) }, findings: [] };
};

/** Fee schedule statuses without relative values: anesthesia, drugs, statutory exclusions. */
const NO_VALUES: ReadonlySet<string> = new Set(['E', 'J', 'X']);

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

/** Both sides of an operation are paid at 150 percent. */
const BOTH_SIDES = 1.5;

/** The anesthetic has no relative value and stands above the lines and blocks beside it. */
const ANESTHESIA_FIRST = 10_000;

function byValue({ lines }: Draft): ClaimLine[] {
  const worth = (line: ClaimLine): number =>
    isAnesthesiaCode(line.code)
      ? ANESTHESIA_FIRST
      : (line.totalRvu ?? 0) * (line.modifiers.includes('50') ? BOTH_SIDES : 1);
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
