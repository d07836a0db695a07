const CR = 0x0d;
const LF = 0x0a;
const BLANK_LINES_BEFORE_HEADERS = /^(?:\ufeff|\u00ef\u00bb\u00bf)?(?:[ \t]*\r?\n)*(?=[!-9;-~]+[ \t]*:|From )/;
const TEXT_TYPE_HEADER = /^content-type:[ \t]*text\/(?:plain|html)\b[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*/gim;
const UNTRUSTED_CHARSET = /charset\s*=\s*"?(?:utf-?8|us-ascii|ascii)"?/i;

/** A parameter that starts its own line without the blank of a folded header (RFC 5322, section 2.2.3). */
const UNFOLDED_PARAMETER = /^(content-type:[^\r\n]*;[ \t]*)\r?\n(?=(?:boundary|charset|name|type)=)/gim;

const DIGEST_HEADER = /^content-type:[ \t]*multipart\/digest\b[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*/gim;
const MOST_DIGESTS = 20;

/** The source with line endings a MIME parser understands and nothing before its first header. */
export function normalizeSource(source: Uint8Array): Buffer {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const withFeeds = !bytes.includes(LF) && bytes.includes(CR) ? replaceByte(bytes, CR, LF) : bytes;
  const head = withFeeds.subarray(0, 4096).toString('latin1');
  const skipped = BLANK_LINES_BEFORE_HEADERS.exec(head)?.[0].length ?? 0;
  return labelDigests(mendFolding(withFeeds.subarray(skipped)));
}

/**
 * The same mail with every text part that claims UTF-8, ASCII or nothing relabelled: the second reading when the
 * first one met bytes that are neither.
 */
export function relabelText(source: Buffer, charset: string): Buffer {
  const text = source.toString('latin1');
  const relabelled = text.replace(TEXT_TYPE_HEADER, (header) => {
    if (UNTRUSTED_CHARSET.test(header)) return header.replace(UNTRUSTED_CHARSET, `charset=${charset}`);
    return /charset\s*=/i.test(header) ? header : `${header}; charset=${charset}`;
  });
  const hasType = /^content-type:/im.test(headOf(text));
  return Buffer.from(hasType ? relabelled : `Content-Type: text/plain; charset=${charset}\r\n${text}`, 'latin1');
}

/** Without its boundary a multipart is lost as a whole. */
function mendFolding(source: Buffer): Buffer {
  const text = source.toString('latin1');
  return text.search(UNFOLDED_PARAMETER) !== -1
    ? Buffer.from(text.replace(UNFOLDED_PARAMETER, '$1 '), 'latin1')
    : source;
}

/** RFC 2046, section 5.1.5: a part of a digest without a type is a mail; the parser takes it for text. */
function labelDigests(source: Buffer): Buffer {
  let text = source.toString('latin1');
  const headers = text.match(DIGEST_HEADER) ?? [];
  for (const header of headers.slice(0, MOST_DIGESTS)) {
    const boundary = boundaryOf(header);
    if (boundary === undefined) continue;
    const line = `--${boundary}`;
    for (const end of ['\r\n', '\n']) {
      text = text.replaceAll(`\n${line}${end}${end}`, `\n${line}${end}Content-Type: message/rfc822${end}${end}`);
    }
  }
  return headers.length === 0 ? source : Buffer.from(text, 'latin1');
}

/** The boundary that a Content-Type names; undefined without one. */
function boundaryOf(header: string): string | undefined {
  const named = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(header);
  return named?.[1] ?? named?.[2];
}

/** Blanks that a relay left behind the boundaries (RFC 2046, section 5.1.1: transport padding). */
export function withoutPadding(source: Buffer): Buffer {
  return Buffer.from(source.toString('latin1').replace(/^(--\S[^\r\n]{0,200}?)[ \t]+(?=\r?$)/gm, '$1'), 'latin1');
}

function headOf(text: string): string {
  const end = text.search(/\r?\n\r?\n/);
  return end === -1 ? text : text.slice(0, end);
}

function replaceByte(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.from(bytes.map((byte) => (byte === from ? to : byte)));
}
