import { compile, type FormatCallback } from 'html-to-text';
import { createTextLayout, type TextLayout } from './text-layout.ts';

const MAX_INPUT_CHARS = 8_000_000;
const MAX_DEPTH = 300;
/** The parser takes quadratic time over tables in tables. */
const MOST_TABLES_DEEP = 100;

/** Private-use characters that stand for the edges of rows and cells until the rows are laid out. */
const ROW = '\ue0f0';
const ROW_END = '\ue0f1';
const CELL = '\ue0f2';
const CELL_END = '\ue0f3';
/** Where the converter stops because the markup is too deep. */
const CUT = '\ue0f4';
const EDGES = /[\ue0f0-\ue0f3]/g;
const OWN_MARKS = /[\ue0f0-\ue0f4]/g;

const tableRow: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(ROW);
  walk(element.children, builder);
  builder.addInline(ROW_END);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const tableCell: FormatCallback = (element, walk, builder) => {
  builder.addInline(CELL);
  walk(element.children, builder);
  builder.addInline(CELL_END);
};

const plainBlock = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const spacedBlock = { leadingLineBreaks: 2, trailingLineBreaks: 2 };
const heading = { format: 'heading', options: { uppercase: false } };

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_INPUT_CHARS, maxDepth: MAX_DEPTH, ellipsis: CUT },
  formatters: { tableRow, tableCell },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    // What no reader sees is no text of the sender: preview lines, and traps for readers that are programs.
    ...['display:none', 'display: none'].map((style) => ({ selector: `[style*="${style}"]`, format: 'skip' })),
    { selector: 'p', options: spacedBlock },
    { selector: 'p.MsoNormal', format: 'paragraph', options: plainBlock },
    { selector: 'table', format: 'block', options: plainBlock },
    { selector: 'tr', format: 'tableRow' },
    { selector: 'td', format: 'tableCell' },
    { selector: 'th', format: 'tableCell' },
    { selector: 'blockquote', options: { trimEmptyLines: false, ...plainBlock } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
  ],
});

/**
 * The text a reader sees in an HTML document: one line per block and table row, blockquotes as `> ` lines, no links.
 * Markup too deep or too large for the converter still yields its text, without layout.
 */
export function htmlToText(html: string): string {
  if (tableDepth(html) > MOST_TABLES_DEEP) return stripTags(html);
  try {
    const converted = convert(html.replace(OWN_MARKS, ''));
    if (converted.includes(CUT)) return stripTags(html);
    return layRows(converted)
      .replaceAll('\u00a0', ' ')
      .replace(/(?<=\S|^)[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n');
  } catch {
    return stripTags(html);
  }
}

function tableDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?table\b/gi)) {
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Lays out the rows that the markers stand around, inner tables before the cells that hold them. */
function layRows(marked: string): string {
  const texts: string[] = [];
  let depth = 0;
  let row = createTextLayout();
  let quote = '';
  for (const [piece, edge] of piecesOf(marked)) {
    if (depth === 0) {
      // The line break that the converter puts after a row stands in the row's own text already.
      const after = texts.at(-1)?.endsWith('\n') === true ? piece.replace(/^[ ]?\n/, '') : piece;
      quote = edge === ROW ? (/(?:^|\n)((?:> ?)+)$/.exec(after)?.[1] ?? '') : '';
      const told = after.slice(0, after.length - quote.length);
      if (told !== '') texts.push(told);
      if (edge === ROW) row = createTextLayout();
    } else row.text(quote === '' ? piece : piece.replace(/\n[> ]+/g, '\n'));
    depth = layEdge(row, edge, depth);
    if (edge === ROW_END && depth === 0) {
      const told = row.toString().replace(/^(?=.)/gm, quote);
      if (told !== '') texts.push(told);
    }
  }
  return texts.join('') + (depth > 0 ? row.toString() : '');
}

function layEdge(row: TextLayout, edge: string, depth: number): number {
  if (edge === ROW) row.openRow();
  else if (edge === CELL) row.openCell();
  else if (edge === CELL_END) row.closeCell();
  else if (edge === ROW_END) row.closeRow();
  return edge === ROW ? depth + 1 : edge === ROW_END ? Math.max(0, depth - 1) : depth;
}

/** Each stretch of text with the edge that ends it. */
function* piecesOf(marked: string): Generator<readonly [piece: string, edge: string]> {
  let from = 0;
  for (const { 0: edge, index } of marked.matchAll(EDGES)) {
    yield [marked.slice(from, index), edge];
    from = index + 1;
  }
  yield [marked.slice(from), ''];
}

/** The text between the tags and nothing else; what a script or style holds is none. Linear, so safe for any size. */
export function stripTags(html: string): string {
  const [before = '', ...pieces] = html.slice(0, MAX_INPUT_CHARS).split('<');
  const texts = [before];
  let closing: string | undefined;
  for (const piece of pieces) {
    const tag = /^\/?[a-z]*/i.exec(piece)?.[0].toLowerCase() ?? '';
    if (closing !== undefined && tag !== closing) continue;
    closing = tag === 'script' || tag === 'style' ? `/${tag}` : undefined;
    if (closing !== undefined) continue;
    const end = piece.indexOf('>');
    texts.push(end === -1 ? `<${piece}` : ` ${piece.slice(end + 1)}`);
  }
  return texts
    .join('')
    .replaceAll('&nbsp;', ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
