/** One piece of an RTF file (Rich Text Format Specification 1.9.1, "Basic entities"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** A control symbol: `\~`, `\*`, `\_`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** Bytes of the current code page: plain characters and `\'hh`; `units` counts them as `\ucN` does. */
  | { readonly kind: 'bytes'; readonly bytes: string; readonly units: number };

const CONTROL_WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const PLAIN = /[^\\{}\r\n]+/y;
const HEX = /^[0-9a-fA-F]{2}$/;

/** The tokens of an RTF file, read as latin1 so that every character is a byte. Linear; damage yields no token. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '{' || char === '}') {
      at += 1;
      yield { kind: char === '{' ? 'open' : 'close' };
    } else if (char === '\r' || char === '\n') at += 1;
    else if (char !== '\\') {
      PLAIN.lastIndex = at;
      const bytes = PLAIN.exec(source)?.[0] ?? char;
      at += bytes.length;
      yield { kind: 'bytes', bytes, units: bytes.length };
    } else {
      const { token, end } = control(source, at + 1);
      at = end;
      if (token !== undefined) yield token;
    }
  }
}

function control(source: string, at: number): { readonly token: RtfToken | undefined; readonly end: number } {
  CONTROL_WORD.lastIndex = at;
  const word = CONTROL_WORD.exec(source);
  if (word !== null) {
    const [all, name = '', digits] = word;
    const value = digits === undefined ? undefined : Number(digits);
    const end = at + all.length;
    // Raw bytes follow, braces among them.
    if (name === 'bin') return { token: undefined, end: end + Math.max(0, value ?? 0) };
    return { token: { kind: 'word', name, value }, end };
  }
  const symbol = source.charAt(at);
  if (symbol === "'") {
    const hex = source.slice(at + 1, at + 3);
    if (!HEX.test(hex)) return { token: undefined, end: at + 1 };
    return { token: { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)), units: 1 }, end: at + 3 };
  }
  if ('\\{}'.includes(symbol)) return { token: { kind: 'bytes', bytes: symbol, units: 1 }, end: at + 1 };
  return { token: { kind: 'symbol', symbol }, end: at + 1 };
}
