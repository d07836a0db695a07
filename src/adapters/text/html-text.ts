import { compile, type FormatCallback } from 'html-to-text';

const MAX_INPUT_CHARS = 8_000_000;
const MAX_DEPTH = 300;

const tableRow: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const tableCell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

const plainBlock = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const spacedBlock = { leadingLineBreaks: 2, trailingLineBreaks: 2 };
const heading = { format: 'heading', options: { uppercase: false } };

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_INPUT_CHARS, maxDepth: MAX_DEPTH },
  formatters: { tableRow, tableCell },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
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
  try {
    return convert(html)
      .replaceAll('\u00a0', ' ')
      .replace(/(?<=\S|^)[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n');
  } catch {
    return stripTags(html);
  }
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
