/** What a picture says of itself before anything is decoded. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The declared size of a PNG, JPEG, GIF, WebP or BMP file; undefined when it is none or is cut off before its size. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0) => view.toString('latin1', at, at + text.length) === text;
  if (view.length < 30) return undefined;
  if (starts('\u0089PNG')) return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  if (starts('\u00ff\u00d8')) return jpegSize(view);
  if (starts('GIF8')) return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  if (starts('BM')) return { width: Math.abs(view.readInt32LE(18)), height: Math.abs(view.readInt32LE(22)) };
  if (starts('RIFF') && starts('WEBP', 8)) return webpSize(view, view.toString('latin1', 12, 16));
  return undefined;
}

/** ITU-T T.81, B.2.2: a frame header is a marker SOF0 to SOF15; C4, C8 and CC are none. */
function jpegSize(view: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < view.length; ) {
    if (view[at] !== 0xff) return undefined;
    const marker = view[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649, section 2: lossy (VP8), lossless (VP8L) and extended (VP8X) files. */
function webpSize(view: Buffer, chunk: string): PictureSize | undefined {
  if (chunk === 'VP8 ') return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
  if (chunk !== 'VP8L') return undefined;
  const bits = view.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Whether the end of the file is there: decoders fill up what is missing with nothing and do not tell. */
export function isCutOff(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view[0] === 0x89) return !view.includes('IEND', Math.max(0, view.length - TRAILER));
  if (view[0] === 0xff) return !view.includes(JPEG_END, Math.max(0, view.length - TRAILER));
  return false;
}

/** Some writers add bytes of their own after the end. */
const TRAILER = 65_536;
const JPEG_END = Buffer.from([0xff, 0xd9]);
