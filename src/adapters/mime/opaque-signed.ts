const SEQUENCE = 0x30;
const EXPLICIT_0 = 0xa0;
const OBJECT_ID = 0x06;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const INDEFINITE = 0x80;
/** 1.2.840.113549.1.7.2, signedData (RFC 5652, section 5.1). */
const SIGNED_DATA = '2a864886f70d010702';
const MAX_DEPTH = 12;
const MAX_PIECES = 100_000;

/** One element of BER (X.690): its content may be of a length that only its end tells. */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
}

/**
 * The mail inside an S/MIME part that is signed but not encrypted (RFC 8551, section 3.5.2): anybody may read it.
 * Undefined for enveloped data, for anything broken, and when the content stands elsewhere.
 */
export function signedContent(source: Uint8Array): Uint8Array | undefined {
  try {
    const [kind, wrapped] = childrenOf(source, elementAt(source, 0), SEQUENCE);
    if (kind?.tag !== OBJECT_ID || hex(source, kind) !== SIGNED_DATA || wrapped?.tag !== EXPLICIT_0) return undefined;
    const signedData = childrenOf(source, wrapped)[0];
    const content = childrenOf(source, signedData, SEQUENCE)[2];
    const held = childrenOf(source, content, SEQUENCE)[1];
    const octets = held?.tag === EXPLICIT_0 ? childrenOf(source, held)[0] : undefined;
    return octets === undefined ? undefined : Buffer.concat(piecesOf(source, octets));
  } catch {
    return undefined;
  }
}

function piecesOf(source: Uint8Array, octets: Element, depth = 0): Uint8Array[] {
  if (octets.tag === OCTETS) return [source.subarray(octets.start, octets.end)];
  if (octets.tag !== OCTETS_IN_PIECES || depth > MAX_DEPTH) throw new RangeError('no octet string');
  return childrenOf(source, octets).flatMap((piece) => piecesOf(source, piece, depth + 1));
}

function childrenOf(source: Uint8Array, parent: Element | undefined, tag = parent?.tag): Element[] {
  if (parent === undefined || parent.tag !== tag) return [];
  const children: Element[] = [];
  for (let at = parent.start; at < parent.end && children.length < MAX_PIECES; ) {
    const child = elementAt(source, at);
    children.push(child);
    at = child.next;
  }
  return children;
}

/** Throws RangeError when the bytes end too early or nest too deep. */
function elementAt(source: Uint8Array, at: number, depth = 0): Element {
  const tag = byteAt(source, at);
  const first = byteAt(source, at + 1);
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep');
  if (first === INDEFINITE) {
    let end = at + 2;
    while (byteAt(source, end) !== 0 || byteAt(source, end + 1) !== 0) end = elementAt(source, end, depth + 1).next;
    return { tag, start: at + 2, end, next: end + 2 };
  }
  const bytesOfLength = first < INDEFINITE ? 0 : first - INDEFINITE;
  if (bytesOfLength > 4) throw new RangeError('too long');
  let length = bytesOfLength === 0 ? first : 0;
  for (let index = 0; index < bytesOfLength; index += 1) length = length * 256 + byteAt(source, at + 2 + index);
  const start = at + 2 + bytesOfLength;
  if (start + length > source.length) throw new RangeError('cut off');
  return { tag, start, end: start + length, next: start + length };
}

function byteAt(source: Uint8Array, at: number): number {
  const byte = source[at];
  if (byte === undefined) throw new RangeError('cut off');
  return byte;
}

function hex(source: Uint8Array, { start, end }: Element): string {
  return Buffer.from(source.subarray(start, end)).toString('hex');
}
