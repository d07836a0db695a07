import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser';
import type { InboundEmail } from '../../core/model/inbound-email.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { bodyText } from './body-text.ts';
import { messageIds, readAddresses, readDate, readHeaders, readSender } from './header-fields.ts';
import { mailFiles } from './mail-files.ts';
import { signedContent } from './opaque-signed.ts';
import { isEmbeddedMail, isSmime, toAttachmentPart } from './parts.ts';
import { normalizeSource, relabelText, withoutPadding } from './source-bytes.ts';
import { withoutUuencoded } from './uuencoded.ts';

/** Mails inside mails are read down to here; what lies deeper stays a file. */
const MAX_EMBEDDED_DEPTH = 4;
const REPLACEMENT_CHAR = '\ufffd';
/** RFC 2047, the Q encoding without any encoded byte: all that is left to undo in a line of raw bytes. */
const ENCODED_WORD = /=\?[\w-]+\?q\?([^?=]*)\?=/gi;

/** `ignoreEmbedded` keeps message/rfc822 parts whole (a mailsplit option that the types leave out). */
const PARSER_OPTIONS: SimpleParserOptions & { readonly ignoreEmbedded: boolean } = {
  ignoreEmbedded: true,
  keepCidLinks: true,
  keepDeliveryStatus: true,
  skipHtmlToText: true,
  skipImageLinks: true,
  skipTextLinks: true,
  skipTextToHtml: true,
};

/**
 * One MIME source (RFC 5322, RFC 2045) as an InboundEmail, embedded mails included. May be slow or throw on hostile
 * input: it runs in a worker thread under a time budget.
 */
export async function readSource(source: Uint8Array, depth = 0): Promise<InboundEmail> {
  const bytes = normalizeSource(source);
  const first = await parseWithFallback(bytes);
  const parsed = isLost(first) ? await parseWithFallback(withoutPadding(bytes)) : first;
  const headers = readHeaders(parsed.headerLines ?? []);
  const html = parsed.html === false || parsed.html === undefined ? undefined : parsed.html;
  const embedded: InboundEmail[] = [];
  const files = [];
  let signed: InboundEmail | undefined;
  const found = mailFiles(parsed.attachments);
  for (const attachment of found.files) {
    const content = depth < MAX_EMBEDDED_DEPTH && isSmime(attachment) ? signedContent(attachment.content) : undefined;
    if (content !== undefined) {
      signed = await readSource(content, depth + 1);
    } else if (depth < MAX_EMBEDDED_DEPTH && isEmbeddedMail(attachment)) {
      embedded.push(await readSource(attachment.content, depth + 1));
    } else {
      files.push(attachment);
    }
  }
  const { text, files: inText } = withoutUuencoded(
    isLost(parsed) ? bodyWithoutParts(bytes) : textOf(parsed, html, found.texts),
  );
  const attachments = [...files, ...inText].map((attachment, index) => toAttachmentPart(attachment, index, html ?? ''));
  return {
    messageId: messageIds(headers.get('message-id'))[0],
    inReplyTo: messageIds(headers.get('in-reply-to'))[0],
    references: messageIds(headers.get('references')),
    from: readSender(parsed.from, headers.get('from')?.[0]),
    to: readAddresses(parsed.to),
    cc: readAddresses(parsed.cc),
    subject: readSubject(parsed.subject, headers.get('subject')?.[0]),
    date: readDate(headers.get('date')),
    headers,
    text: signed === undefined ? text : [text, signed.text].join('\n').trim(),
    html: html ?? signed?.html,
    attachments: [...attachments, ...(signed?.attachments ?? [])],
    embedded: [...embedded, ...(signed?.embedded ?? [])],
    sizeBytes: source.byteLength,
  };
}

/** A mail without a body of its own says what stands in its RTF or winmail.dat. */
function textOf(parsed: ParsedMail, html: string | undefined, others: readonly string[]): string {
  const text = bodyText(parsed.text, html);
  return text.trim() === '' && others.length > 0 ? others.join('\n\n') : text;
}

/** Text with replacement characters was not in the charset it claims: read it once more in the one it looks like. */
async function parseWithFallback(bytes: Buffer): Promise<ParsedMail> {
  const parsed = await simpleParser(bytes, PARSER_OPTIONS);
  if (!damaged(parsed)) return parsed;
  const charset = /[\u3041-\u30ff]/.test(decodeBytes(bytes)) ? 'shift_jis' : 'windows-1252';
  const again = await simpleParser(relabelText(bytes, charset), PARSER_OPTIONS);
  const isMojibake = /[\u00c2\u00c3\u00e2][\u0080-\u00bf\u20ac]/.test(again.text ?? '');
  return damaged(again) || isMojibake ? parsed : again;
}

/** A multipart whose boundary never comes has no parts for a parser, but it has text. */
function isLost(parsed: ParsedMail): boolean {
  return (parsed.text ?? '') === '' && !parsed.html && parsed.attachments.length === 0;
}

/** A boundary, a header of a part or a blank line: parts of these alone are an empty mail. */
const MIME_LINE = /^(?:--.*|content-[\w-]+\s*:.*|\s*)$/i;

function bodyWithoutParts(bytes: Buffer): string {
  const text = decodeBytes(bytes).replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  const isMultipart = /^content-type:\s*multipart\//im.test(text.slice(0, end));
  const body = end === -1 ? '' : text.slice(end).trim();
  return isMultipart && body.split('\n').some((line) => !MIME_LINE.test(line)) ? body : '';
}

function damaged(parsed: ParsedMail): boolean {
  return `${parsed.text ?? ''}${parsed.html || ''}`.includes(REPLACEMENT_CHAR);
}

/** A subject with raw 8-bit bytes is spoilt in parsing; its header line was decoded with more care. */
function readSubject(decoded: string | undefined, raw: string | undefined): string {
  const isSpoilt = /\ufffd|\u00ef\u00bf\u00bd/.test(decoded ?? '') || decoded?.includes('\u001b$');
  const subject = isSpoilt ? raw?.replace(ENCODED_WORD, (_, text: string) => text.replaceAll('_', ' ')) : decoded;
  return (subject ?? '').replace(/\p{Cc}+/gu, ' ').trim();
}
