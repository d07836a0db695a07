/** Where the next column begins; templates write it, oneLine keeps it out of every value. */
const COLUMN = '⇥';
const GAP = '  ';

/**
 * Lays out plain text: `⇥` aligns columns within a paragraph (lines up to the next blank one), and a line longer than
 * `width` wraps under the start of its last column. Real tabs stay.
 */
export function layoutText(text: string, width = 76): string {
  const paragraphs = text
    .replace(/\r/g, '')
    .trim()
    .split(/\n\s*\n/);
  return `${paragraphs.map((paragraph) => layoutParagraph(paragraph, width)).join('\n\n')}\n`;
}

function layoutParagraph(paragraph: string, width: number): string {
  const lines = paragraph.split('\n').map((line) =>
    line
      .trimEnd()
      .split(COLUMN)
      .map((cell) => cell.trimEnd()),
  );
  const widths: number[] = [];
  for (const cells of lines) {
    for (const [at, cell] of cells.slice(0, -1).entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return lines.map((cells) => layoutLine(cells, widths, width)).join('\n');
}

function layoutLine(cells: readonly string[], widths: readonly number[], width: number): string {
  const last = cells.at(-1) ?? '';
  const before = cells
    .slice(0, -1)
    .map((cell, at) => cell.padEnd(widths[at] ?? 0) + GAP)
    .join('');
  const indent = /^ */.exec(last)?.[0].length ?? 0;
  const hang = before.length === 0 ? indent : before.length;
  return wrap(before + (before === '' ? last : last.trimStart()), hang > width / 2 ? 4 : hang, width);
}

function wrap(line: string, hang: number, width: number): string {
  if (line.length <= width) return line.trimEnd();
  const words = line.slice(hang).split(/ +/);
  const wrapped: string[] = [];
  let current = line.slice(0, hang);
  for (const word of words) {
    const isFirst = current.length <= hang;
    if (!isFirst && current.length + 1 + word.length > width) {
      wrapped.push(current);
      current = ' '.repeat(hang) + word;
    } else {
      current += isFirst ? word : ` ${word}`;
    }
  }
  return [...wrapped, current].map((each) => each.trimEnd()).join('\n');
}
