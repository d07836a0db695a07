/** One page of a TIFF file: its pixels as they stand in the file, already compressed. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly content: Buffer;
  readonly compression: number;
  readonly dpi?: readonly [x: number, y: number];
  /** 8 for grey pixels, 1 for dots. @default 1 */
  readonly bits?: number;
  /** 0: the smallest value is white; 1: it is black; 6: YCbCr of a JPEG. @default 0 */
  readonly photometric?: number;
  readonly samples?: number;
  /** 2: the first pixel is the lowest bit of its byte, as fax machines send it. @default 1 */
  readonly fillOrder?: number;
}

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** A TIFF 6.0 file with one strip a page, in little-endian order. */
export function makeTiff(pages: readonly TiffPage[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach((page, index) => {
    const entries = entriesOf(page);
    const directoryBytes = 2 + entries.length * 12 + 4;
    const resolutionAt = at + directoryBytes;
    const contentAt = resolutionAt + 16;
    const end = contentAt + page.content.length + (page.content.length % 2);
    const directory = Buffer.alloc(directoryBytes + 16);
    directory.writeUInt16LE(entries.length, 0);
    entries.forEach(([tag, type, value], entry) => {
      const place = 2 + entry * 12;
      directory.writeUInt16LE(tag, place);
      directory.writeUInt16LE(type, place + 2);
      directory.writeUInt32LE(1, place + 4);
      const offsets: Readonly<Record<number, number>> = { 273: contentAt, 282: resolutionAt, 283: resolutionAt + 8 };
      directory.writeUInt32LE(offsets[tag] ?? value, place + 8);
    });
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : end, directoryBytes - 4);
    const [x, y] = page.dpi ?? [300, 300];
    [x, 1, y, 1].forEach((value, place) => {
      directory.writeUInt32LE(value, directoryBytes + place * 4);
    });
    parts.push(directory, page.content, Buffer.alloc(page.content.length % 2));
    at = end;
  });
  return Buffer.concat(parts);
}

function entriesOf(page: TiffPage): readonly (readonly [tag: number, type: number, value: number])[] {
  const resolution = [
    [282, RATIONAL, 0],
    [283, RATIONAL, 0],
    [296, SHORT, 2],
  ] as const;
  return (
    [
      [256, LONG, page.width],
      [257, LONG, page.height],
      [258, SHORT, page.bits ?? 1],
      [259, SHORT, page.compression],
      [262, SHORT, page.photometric ?? 0],
      [266, SHORT, page.fillOrder ?? 1],
      [273, LONG, 0],
      [277, SHORT, page.samples ?? 1],
      [278, LONG, page.height],
      [279, LONG, page.content.length],
      ...(page.dpi === undefined ? [] : resolution),
    ] as const
  ).toSorted((a, b) => a[0] - b[0]);
}

/** LZW (TIFF 6.0, section 13) that never builds its table: literals of 9 bits, cleared before codes grow longer. */
export function encodeLzw(bytes: Uint8Array): Buffer {
  const codes: number[] = [];
  bytes.forEach((byte, index) => {
    if (index % 200 === 0) codes.push(256);
    codes.push(byte);
  });
  codes.push(257);
  const out = Buffer.alloc(Math.ceil((codes.length * 9) / 8));
  codes.forEach((code, index) => {
    for (let bit = 0; bit < 9; bit += 1) {
      const at = index * 9 + bit;
      if ((code >> (8 - bit)) & 1) out[at >> 3] = out[at >> 3]! | (128 >> (at & 7));
    }
  });
  return out;
}

/** Every byte from its other end: fill order 2. */
export function bitsReversed(bytes: Buffer): Buffer {
  return bytes.map((byte) =>
    Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
  ) as Buffer;
}
