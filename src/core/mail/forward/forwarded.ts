import type { ForwardedOriginal, InboundEmail } from '../../model/inbound-email.ts';
import { isNoteLike } from '../case-text/note-shape.ts';
import { isBlank, isQuoted, isRule, joinLines, plainText, unquote, unquoteOnce } from '../text-lines.ts';
import { type Attribution, readAttribution } from '../thread/attribution.ts';
import { isDashedLine, readMarker } from './forward-markers.ts';
import { type HeaderBlock, readHeaderBlock, readInlineHeaders, toOriginal } from './header-block.ts';
import { readMailbox } from './mailboxes.ts';
import { isForwardSubject, isReplySubject, withoutPrefix } from './subject-prefix.ts';

/** A forwarded mail and what its forwarder wrote around it. */
export interface Forward {
  readonly original: ForwardedOriginal;
  /** The forwarder's own lines above (and, when the forward is quoted, below). */
  readonly own: string;
  /** The forward as it stood in the mail. */
  readonly raw: string;
}

const MAX_LINES_TO_BLOCK = 6;

/**
 * The mail inside a forward, as text of any of the common clients or as message/rfc822 part. Must run before quotes
 * are trimmed: to a reply trimmer a forwarded case is just a quote.
 */
export function findForward(email: InboundEmail): Forward | undefined {
  const text = plainText(email.text);
  const inText = findForwardInText(text, email.subject, email.inReplyTo !== undefined);
  const attached = attachedOriginal(email.embedded);
  const isBetterAttached =
    attached !== undefined && isNoteLike(attached.body) && !isNoteLike(inText?.original.body ?? '');
  if (inText !== undefined && !isBetterAttached) return inText;
  return attached === undefined ? undefined : { original: attached, own: text, raw: '' };
}

/** A forwarded mail inside the text of a forwarded mail. */
export function findInnerForward(body: string): Forward | undefined {
  return findForwardInText(body, '', false);
}

/** The first attached mail, with the texts of all of them: two operations may come as two mails. */
function attachedOriginal(embedded: readonly InboundEmail[]): ForwardedOriginal | undefined {
  const [first] = embedded;
  if (first === undefined) return undefined;
  const inner = plainText(first.text).trim() === '' ? attachedOriginal(first.embedded) : undefined;
  return {
    from: first.from,
    to: first.to,
    cc: first.cc,
    date: first.headers.get('date')?.[0],
    subject: first.subject === '' ? undefined : first.subject,
    body: [
      inner?.body ?? joinLines(plainText(first.text).split('\n')),
      ...embedded.slice(1).map((other) => joinLines(plainText(other.text).split('\n'))),
    ]
      .filter((body) => body !== '')
      .join('\n\n'),
  };
}

function findForwardInText(text: string, subject: string, isThreaded: boolean): Forward | undefined {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const marker = readMarker(unquote(lines[at] ?? ''));
    if (marker?.kind === 'forward') {
      const forward = afterMarker(lines, at, marker.rest);
      if (forward !== undefined) return forward;
    }
    const block = readHeaderBlock(lines, at);
    if (block !== undefined) {
      const start = blockStart(lines, at);
      return isForwardOfBlock(lines, start, subject, isThreaded) ? cut(lines, start, block) : undefined;
    }
    const attribution = readAttribution(lines, at);
    if (attribution !== undefined) {
      return isForwardOfQuote(lines, at, attribution.end, subject)
        ? cutQuote(lines, at, attribution, subject)
        : undefined;
    }
  }
  return undefined;
}

/** An explicit marker is enough, but only with headers after it: people write "forwarded message:" too. */
function afterMarker(lines: readonly string[], marker: number, rest: string): Forward | undefined {
  const inline = readInlineHeaders(rest);
  if (inline !== undefined) return cut(lines, marker, { fields: inline, end: marker + 1 });
  for (let at = marker + 1; at <= marker + MAX_LINES_TO_BLOCK && at < lines.length; at += 1) {
    const block = readHeaderBlock(lines, at);
    if (block !== undefined) return cut(lines, marker, block);
    const glued = readInlineHeaders(unquoteOnce(lines[at] ?? ''));
    if (glued !== undefined) return cut(lines, marker, { fields: glued, end: at + 1 });
  }
  return undefined;
}

/** Outlook prints replies and forwards alike: the subject decides, then whether anything was written above. */
function isForwardOfBlock(lines: readonly string[], start: number, subject: string, isThreaded: boolean): boolean {
  if (isForwardSubject(subject)) return true;
  if (isReplySubject(subject)) return false;
  return lines.slice(0, start).every(isBlank) || !isThreaded;
}

/** `On ... wrote:` opens a forward in Outlook for Mac only; it indents the forwarded text. */
function isForwardOfQuote(lines: readonly string[], start: number, end: number, subject: string): boolean {
  if (isForwardSubject(subject)) return true;
  if (isReplySubject(subject) || !lines.slice(0, start).every(isBlank)) return false;
  const body = lines.slice(end).filter((line) => !isBlank(line));
  return body.length > 0 && body.every((line) => line.startsWith('    '));
}

/** The rule or "Original Message" line right above a header block belongs to it. */
function blockStart(lines: readonly string[], block: number): number {
  for (let at = block - 1; at >= 0 && at >= block - 2; at -= 1) {
    const line = unquote(lines[at] ?? '');
    if (readMarker(line) !== undefined || isRule(line) || isDashedLine(line)) return at;
    if (!isBlank(line)) break;
  }
  return block;
}

function cutQuote(lines: readonly string[], start: number, attribution: Attribution, subject: string): Forward {
  const forward = cut(lines, start, { fields: new Map(), end: attribution.end });
  const named = { ...fromAttribution(attribution.text), subject: withoutPrefix(subject) || undefined };
  return { ...forward, original: { ...forward.original, ...named } };
}

function cut(lines: readonly string[], start: number, block: HeaderBlock): Forward {
  const above = lines.slice(0, start);
  const rest = lines.slice(block.end);
  const isInQuote = isQuoted(lines[start]);
  const quoteEnd = isInQuote ? rest.findIndex((line) => !isQuoted(line) && !isBlank(line)) : -1;
  const quoted = quoteEnd === -1 ? rest : rest.slice(0, quoteEnd);
  const below = quoteEnd === -1 ? [] : rest.slice(quoteEnd);
  const body = joinLines(dedent(isInQuote ? quoted.map(unquoteOnce) : quoted)).trimStart();
  return {
    original: toOriginal(block.fields, body),
    own: joinLines([...above, ...below]),
    raw: lines.slice(start, lines.length - below.length).join('\n'),
  };
}

function dedent(lines: readonly string[]): readonly string[] {
  const isIndented = lines.every((line) => isBlank(line) || line.startsWith('    '));
  return isIndented ? lines.map((line) => line.slice(4)) : lines;
}

function fromAttribution(text: string): Pick<ForwardedOriginal, 'from' | 'date'> {
  const address = /[<(]{1,2}([^\s<>()]+@[^\s<>()]+)[>)]/.exec(text);
  const before = text.slice(0, address?.index ?? 0).trim();
  const quoted = /["„«“]([^"„«“”»]{1,100})["”»]$/u.exec(before)?.[1];
  const unquoted = /(?:\p{Lu}[\p{L}.'-]*\s?){1,4}$/u.exec(before)?.[0];
  const date = /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: [AP]M)?/i.exec(text)?.[0];
  return {
    from: readMailbox(`${(quoted ?? unquoted ?? '').trim()} <${address?.[1] ?? ''}>`),
    date,
  };
}
