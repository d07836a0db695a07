import { type Dots, encodeGroup4 } from './fax-code.ts';

/** How the dots of a JBIG2 region are told: by the arithmetic coder, as most scanners do, or as fax code. */
export type Jbig2Coding = 'arithmetic' | 'mmr';

const PAGE_INFORMATION = 48;
const IMMEDIATE_GENERIC_REGION = 38;
/** Where template 0 has its four movable pixels when nobody moves them: (3,-1), (-3,-1), (2,-2), (-2,-2). */
const USUAL_PIXELS = [3, -1, -3, -1, 2, -2, -2, -2];

/** One page as ITU-T T.88 (JBIG2) stands in a PDF: segments without a file header (ISO 32000-1, 7.4.7). */
export function encodeJbig2(dots: Dots, coding: Jbig2Coding): Buffer {
  const { width, height } = dots;
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  const region = Buffer.alloc(18);
  region.writeUInt32BE(width, 0);
  region.writeUInt32BE(height, 4);
  region[17] = coding === 'mmr' ? 1 : 0;
  const code =
    coding === 'mmr' ? [encodeGroup4(dots)] : [Buffer.from(Int8Array.from(USUAL_PIXELS)), encodeArithmetic(dots)];
  return Buffer.concat([
    segment(0, PAGE_INFORMATION, page),
    segment(1, IMMEDIATE_GENERIC_REGION, Buffer.concat([region, ...code])),
  ]);
}

/** T.88, 7.2: number, flags, no segments referred to, page 1, length. */
function segment(number: number, type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[6] = 1;
  head.writeUInt32BE(content.length, 7);
  return Buffer.concat([head, content]);
}

/** Sixteen pixels foretell one, template 0 of T.88, 6.2.5.3: five two lines above, seven above, four to the left. */
const CONTEXT_BITS = 16;

function encodeArithmetic({ width, height, data }: Dots): Buffer {
  const coder = createCoder();
  const lineAt = (y: number) => (y < 0 ? new Uint8Array(width) : data.subarray(y * width, (y + 1) * width));
  for (let y = 0; y < height; y += 1) {
    const [second, first, line] = [lineAt(y - 2), lineAt(y - 1), lineAt(y)];
    let [above2, above1, left] = [(second[0]! << 1) | second[1]!, (first[0]! << 2) | (first[1]! << 1) | first[2]!, 0];
    for (let x = 0; x < width; x += 1) {
      above2 = ((above2 << 1) | (second[x + 2] ?? 0)) & 0b11111;
      above1 = ((above1 << 1) | (first[x + 3] ?? 0)) & 0b1111111;
      coder.encode((above2 << 11) | (above1 << 4) | left, line[x]!);
      left = ((left << 1) | line[x]!) & 0b1111;
    }
  }
  return coder.end();
}

/** T.88, table E.1: the likelihood of the less probable symbol, and the states after it and after the other one. */
const STATES =
  '5601 1 1 1,3401 2 6 0,1801 3 9 0,0ac1 4 12 0,0521 5 29 0,0221 38 33 0,5601 7 6 1,5401 8 14 0,4801 9 14 0,3801 10 14 0,3001 11 17 0,2401 12 18 0,1c01 13 20 0,1601 29 21 0,5601 15 14 1,5401 16 14 0,5101 17 15 0,4801 18 16 0,3801 19 17 0,3401 20 18 0,3001 21 19 0,2801 22 19 0,2401 23 20 0,2201 24 21 0,1c01 25 22 0,1801 26 23 0,1601 27 24 0,1401 28 25 0,1201 29 26 0,1101 30 27 0,0ac1 31 28 0,09c1 32 29 0,08a1 33 30 0,0521 34 31 0,0441 35 32 0,02a1 36 33 0,0221 37 34 0,0141 38 35 0,0111 39 36 0,0085 40 37 0,0049 41 38 0,0025 42 39 0,0015 43 40 0,0009 44 41 0,0005 45 42 0,0001 45 43 0,5601 46 46 0'
    .split(',')
    .map((row) => row.split(' '))
    .map(([chance, more, less, swap]) => ({
      chance: Number.parseInt(chance!, 16),
      more: Number(more),
      less: Number(less),
      isSwapped: swap === '1',
    }));

/** The encoder of T.88, annex E.3, by its flow charts. */
function createCoder() {
  const states = new Uint8Array(2 ** CONTEXT_BITS);
  const likely = new Uint8Array(2 ** CONTEXT_BITS);
  const bytes: number[] = [];
  let interval = 0x8000;
  let code = 0;
  let shifts = 12;

  function byteOut(): void {
    if (bytes.at(-1) !== 0xff && code >= 0x8000000 && bytes.length > 0) {
      bytes[bytes.length - 1]! += 1;
      code &= 0x7ffffff;
    }
    if (bytes.at(-1) === 0xff) {
      bytes.push(Math.floor(code / 2 ** 20) & 0xff);
      code &= 0xfffff;
      shifts = 7;
    } else {
      bytes.push(Math.floor(code / 2 ** 19) & 0xff);
      code &= 0x7ffff;
      shifts = 8;
    }
  }

  function renormalize(): void {
    do {
      interval *= 2;
      code *= 2;
      shifts -= 1;
      if (shifts === 0) byteOut();
    } while (interval < 0x8000);
  }

  return {
    encode(context: number, dot: number): void {
      const { chance, more, less, isSwapped } = STATES[states[context]!]!;
      interval -= chance;
      if (dot === likely[context]) {
        if (interval >= 0x8000) {
          code += chance;
          return;
        }
        if (interval < chance) interval = chance;
        else code += chance;
        states[context] = more;
      } else {
        if (interval < chance) code += chance;
        else interval = chance;
        if (isSwapped) likely[context] = 1 - likely[context]!;
        states[context] = less;
      }
      renormalize();
    },
    end(): Buffer {
      const limit = code + interval;
      code = Math.floor(code / 0x10000) * 0x10000 + 0xffff;
      if (code >= limit) code -= 0x8000;
      code *= 2 ** shifts;
      byteOut();
      code *= 2 ** shifts;
      byteOut();
      return Buffer.from([...bytes, ...(bytes.at(-1) === 0xff ? [] : [0xff]), 0xac]);
    },
  };
}
