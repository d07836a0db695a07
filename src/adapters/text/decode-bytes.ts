const TRUSTED_ONLY_WHEN_VALID = /^(utf-?8|(us-?)?ascii|ansi_x3.*|unknown.*|)$/i;
/** Shifts to two-byte characters (RFC 1468). */
const JIS_ESCAPE = '\u001b$';
const KANA = /[\u3041-\u30ff]/;

/**
 * Bytes of unsure charset as text. A byte order mark wins, then the declared charset, ISO-2022-JP by its escapes,
 * UTF-8 when it is valid, Shift_JIS when it yields kana, and windows-1252, which can read anything.
 */
export function decodeBytes(bytes: Uint8Array, declared = ''): string {
  const marked = byOrderMark(bytes);
  if (marked !== undefined) return marked;
  if (!TRUSTED_ONLY_WHEN_VALID.test(declared)) {
    const asDeclared = decode(bytes, declared);
    if (asDeclared !== undefined) return asDeclared;
  }
  if (!hasHighByte(bytes)) {
    const ascii = new TextDecoder('latin1').decode(bytes);
    return decodeJis(ascii);
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const japanese = decode(bytes, 'shift_jis');
  if (japanese !== undefined && KANA.test(japanese)) return japanese;
  return new TextDecoder('windows-1252').decode(bytes);
}

/** ISO-2022-JP is 7-bit: read as ASCII it keeps its escapes and can still be decoded. Other text comes back as it is. */
export function decodeJis(ascii: string): string {
  return ascii.includes(JIS_ESCAPE) ? (decode(Buffer.from(ascii, 'latin1'), 'iso-2022-jp') ?? ascii) : ascii;
}

/** HTML, section 4.2.5.4: the charset stands within the first 1024 bytes. Empty when it does not. */
export function declaredCharset(html: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(html.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? '';
}

function byOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** Undefined when the charset is unknown or the bytes are not valid in it. */
function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}
