import { SAME_LINE, type Segment } from './pdf-segments.ts';

/** Between the cells of one row. */
const CELL_GAP = '  ';
/** Two columns of print have at least so many lines each; fewer are two notes side by side, read across. */
const FEWEST_LINES = 5;
/** Lines of print fill their column and hold words; cells of a table do neither. */
const LEAST_FILL = 0.6;
const LEAST_WORDS = 4;
/** Of all pieces, those that may run across the gutter: titles, and paragraphs over the whole width. */
const MOST_CROSSING = 0.4;
/** Where a gutter is looked for, in parts of the width of the text. */
const GUTTER_FROM = 0.2;
const GUTTER_TO = 0.8;
/** A paragraph's end, in parts of the usual distance of lines. */
const PARAGRAPH_GAP = 1.5;
const MOST_COLUMNS_DEEP = 2;

/** The text of a page as people read it: column by column where it is set in columns, tables row by row. */
export function inReadingOrder(segments: readonly Segment[], depth = 0): string {
  const gutter = depth < MOST_COLUMNS_DEEP ? gutterOf(segments) : undefined;
  if (gutter === undefined) return byRows(segments);
  const sorted = segments.toSorted((a, b) => a.baseline - b.baseline);
  const parts: string[] = [];
  let zone: Segment[] = [];
  const endZone = () => {
    parts.push(zoneText(zone, gutter, depth));
    zone = [];
  };
  sorted.forEach((segment, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && crosses(segment, gutter) !== crosses(before, gutter)) endZone();
    zone.push(segment);
  });
  endZone();
  return parts.filter((part) => part !== '').join('\n\n');
}

function zoneText(zone: readonly Segment[], gutter: number, depth: number): string {
  const left = zone.filter((segment) => segment.right <= gutter);
  const right = zone.filter((segment) => segment.left >= gutter);
  if (left.length === 0 || right.length === 0 || !isPrint(left, right)) return byRows(zone);
  return [left, right].map((column) => inReadingOrder(column, depth + 1)).join('\n\n');
}

function crosses({ left, right }: Segment, x: number): boolean {
  return left < x && right > x;
}

/** The middle of the widest upright strip that hardly any text crosses, with print on both sides of it. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  const start = Math.floor(Math.min(...segments.map(({ left }) => left)));
  const width = Math.ceil(Math.max(...segments.map(({ right }) => right))) - start;
  if (segments.length < 2 * FEWEST_LINES || !(width > 0 && width < 20_000)) return undefined;
  const crossings = crossingsOf(segments, start, width);
  const [from, to] = [Math.floor(width * GUTTER_FROM), Math.ceil(width * GUTTER_TO)];
  const least = Math.min(...crossings.slice(from, to));
  if (least > segments.length * MOST_CROSSING) return undefined;
  const strip = longestStrip(crossings, from, to, least);
  const x = start + (strip.from + strip.to) / 2;
  const left = segments.filter(({ right }) => right <= x);
  const right = segments.filter(({ left }) => left >= x);
  const isEnough = left.length >= FEWEST_LINES && right.length >= FEWEST_LINES;
  return isEnough && isPrint(left, right) ? x : undefined;
}

/** For every point of the width, how many pieces stand over it. */
function crossingsOf(segments: readonly Segment[], start: number, width: number): readonly number[] {
  const steps = new Array<number>(width + 2).fill(0);
  for (const { left, right } of segments) {
    const from = Math.max(0, Math.floor(left - start));
    const to = Math.min(width + 1, Math.ceil(right - start));
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

function longestStrip(crossings: readonly number[], from: number, to: number, least: number) {
  let best = { from, to: from };
  let since = from;
  for (let x = from; x <= to; x += 1) {
    if (x < to && crossings[x] === least) continue;
    if (x - since > best.to - best.from) best = { from: since, to: x };
    since = x + 1;
  }
  return best;
}

function isPrint(left: readonly Segment[], right: readonly Segment[]): boolean {
  return [left, right].every((column) => {
    const width = Math.max(...column.map((line) => line.right)) - Math.min(...column.map((line) => line.left));
    const fill = median(column.map((line) => (line.right - line.left) / Math.max(1, width)));
    return fill >= LEAST_FILL && median(column.map(({ text }) => text.split(' ').length)) >= LEAST_WORDS;
  });
}

function byRows(segments: readonly Segment[]): string {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = SAME_LINE * Math.max(first?.height ?? 0, segment.height);
    const isSame = first !== undefined && segment.baseline - first.baseline < near;
    if (isSame) row?.push(segment);
    else rows.push([segment]);
  }
  const gaps = rows.slice(1).map((row, index) => (row[0]?.baseline ?? 0) - (rows[index]?.[0]?.baseline ?? 0));
  const usual = median(gaps);
  return rows
    .map((row, index) => {
      const cells = row.toSorted((a, b) => a.left - b.left).map(({ text }) => text);
      const isParagraph = index > 0 && (gaps[index - 1] ?? 0) > usual * PARAGRAPH_GAP;
      return `${isParagraph ? '\n' : ''}${cells.join(CELL_GAP)}`;
    })
    .join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
