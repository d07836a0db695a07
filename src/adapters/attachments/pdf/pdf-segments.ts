/** A piece of text on one line with nothing wide in it: a line of a column, a cell of a table. y grows downwards. */
export interface Segment {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly height: number;
  readonly text: string;
}

/** One string of a PDF's text layer, as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  /** Text space to page space: a, b, c, d, e, f of ISO 32000-1, 8.3.3. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

interface Placed extends Segment {
  /** Quarter turns clockwise of its direction against the page as it is shown. */
  readonly quarters: number;
  readonly hasSpaceBefore: boolean;
}

/** In parts of a letter's height: wider than a space between words, about the narrowest gutter between columns. */
const WIDE_GAP = 1;
const SPACE_GAP = 0.15;
/** Baselines this near are one line, in parts of its highest letters: raised signs (cm², footnotes) belong to it. */
export const SAME_LINE = 0.4;

/**
 * The text of a page in pieces, upright whichever way the page's text runs; text that runs in another direction (a stamp
 * along the margin) comes apart, in the order of the file.
 */
export function segmentsOf(
  items: readonly TextItem[],
  view: readonly number[],
): { readonly segments: readonly Segment[]; readonly aside: readonly string[] } {
  const placed = items.flatMap((item, index) => place(item, view, /\s$/.test(items[index - 1]?.str ?? '')));
  const quarters = usualDirection(placed);
  const main = placed.filter((item) => item.quarters === quarters).map((item) => upright(item));
  const aside = placed.filter((item) => item.quarters !== quarters).map(({ text }) => text);
  return { segments: linesOf(main).flatMap(joinNear), aside };
}

function place(
  { str, transform, width, height }: TextItem,
  view: readonly number[],
  hasSpaceBefore: boolean,
): Placed[] {
  const text = str.trim();
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  const angle = Math.atan2(vb * a + vd * b, va * a + vc * b);
  const size = Math.hypot(c, d) || height || 1;
  const quarters = (Math.round(angle / (Math.PI / 2)) + 4) % 4;
  const spaced = hasSpaceBefore || /^\s/.test(str);
  const about = { baseline: y, height: size, text, quarters, hasSpaceBefore: spaced };
  return text === '' || ![x, y, width, size].every(Number.isFinite) ? [] : [{ left: x, right: x + width, ...about }];
}

function usualDirection(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { quarters, text } of placed) letters[quarters] = (letters[quarters] ?? 0) + text.length;
  return letters.indexOf(Math.max(...letters));
}

/** Turns the page under the text until the text runs from left to right. */
function upright(item: Placed): Placed {
  const { left: x, baseline: y, right, quarters } = item;
  const [left, baseline] = [
    [x, y],
    [y, -x],
    [-x, -y],
    [-y, x],
  ][quarters] ?? [x, y];
  return { ...item, left: left ?? x, right: (left ?? x) + right - x, baseline: baseline ?? y };
}

function linesOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [];
  for (const item of placed.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const isSame = last !== undefined && item.baseline - last.baseline < SAME_LINE * Math.max(last.height, item.height);
    if (isSame) line?.push(item);
    else lines.push([item]);
  }
  return lines;
}

function joinNear(line: readonly Placed[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const item of line.toSorted((a, b) => a.left - b.left)) {
    const last = segments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : item.left - last.right;
    if (last === undefined || gap > WIDE_GAP * Math.max(last.height, item.height)) {
      segments.push(item);
      continue;
    }
    const isApart = item.hasSpaceBefore || gap > SPACE_GAP * item.height;
    segments[segments.length - 1] = {
      left: last.left,
      right: Math.max(last.right, item.right),
      baseline: item.height > last.height ? item.baseline : last.baseline,
      height: Math.max(last.height, item.height),
      text: `${last.text}${isApart ? ' ' : ''}${item.text}`,
    };
  }
  return segments;
}
