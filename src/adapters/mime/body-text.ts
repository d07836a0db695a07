import { decodeJis } from '../text/decode-bytes.ts';
import { htmlToText, stripTags } from '../text/html-text.ts';

/** A plain part below this share of the HTML's text is a footer or a stub, not the mail's text. */
const STUB_SHARE = 0.3;

/** The mail's text: its plain part, unless that is empty or a mere stub beside the HTML. */
export function bodyText(plain: string | undefined, html: string | undefined): string {
  const text = decodeJis((plain ?? '').replaceAll('\r\n', '\n'));
  if (html === undefined || !isStub(text, html)) return text;
  const fromHtml = htmlToText(html);
  return fromHtml.includes(text.trim()) ? fromHtml : `${fromHtml}\n\n${text}`;
}

function isStub(text: string, html: string): boolean {
  return text.trim() === '' || text.length < stripTags(html).length * STUB_SHARE;
}
