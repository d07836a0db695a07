/** One byte a pixel, 0 black to 255 white, row after row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What colours look like on white paper (luma of ITU-R BT.601). */
export function greyOf(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < data.length; pixel += 1, at += 4) {
    const luma = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
    const alpha = rgba[at + 3] ?? 255;
    data[pixel] = alpha === 255 ? luma : 255 - Math.round(((255 - luma) * alpha) / 255);
  }
  return { width, height, data };
}

export function inverted({ width, height, data }: GreyImage): GreyImage {
  return { width, height, data: data.map((value) => 255 - value) };
}

/** Quarter turns clockwise. */
export function turned(image: GreyImage, quarters: number): GreyImage {
  const { width, height, data } = image;
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const isUpright = turns === 2;
  const out = new Uint8Array(data.length);
  // The place of the first pixel, and what one step to the right and one down mean there.
  const [start, right, down] =
    turns === 1
      ? [height - 1, height, -1]
      : isUpright
        ? [data.length - 1, -1, -width]
        : [(width - 1) * height, -height, 1];
  for (let y = 0, at = 0; y < height; y += 1) {
    let to = start + y * down;
    for (let x = 0; x < width; x += 1, at += 1, to += right) out[to] = data[at] ?? 255;
  }
  return isUpright ? { width, height, data: out } : { width: height, height: width, data: out };
}

interface Taps {
  /** First source place of each target place. */
  readonly first: Int32Array;
  readonly count: number;
  /** `count` weights a target place, of 4096 together. */
  readonly weights: Int32Array;
}

const ONE = 4096;

/** A triangle as wide as the step between target places: linear between pixels to grow, their mean to shrink. */
function tapsFor(from: number, to: number): Taps {
  const step = from / to;
  const reach = Math.max(1, step);
  const count = Math.min(from, Math.ceil(reach * 2) + 1);
  const first = new Int32Array(to);
  const weights = new Int32Array(to * count);
  for (let place = 0; place < to; place += 1) {
    const centre = (place + 0.5) * step - 0.5;
    const start = Math.max(0, Math.min(from - count, Math.ceil(centre - reach)));
    const shares = Array.from({ length: count }, (_, tap) => Math.max(0, 1 - Math.abs(start + tap - centre) / reach));
    const sum = shares.reduce((total, share) => total + share, 0);
    first[place] = start;
    shares.forEach((share, tap) => {
      weights[place * count + tap] = Math.round((share / sum) * ONE);
    });
  }
  return { first, count, weights };
}

export function resized(image: GreyImage, width: number, height: number): GreyImage {
  if (image.width === width && image.height === height) return image;
  return stretched(turnedOver(stretched(turnedOver(image), height)), width);
}

/** Rows become columns, so that one loop stretches both ways along the bytes of a row. */
function turnedOver({ width, height, data }: GreyImage): GreyImage {
  const out = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0, to = y; x < width; x += 1, at += 1, to += height) out[to] = data[at] ?? 255;
  }
  return { width: height, height: width, data: out };
}

function stretched(image: GreyImage, width: number): GreyImage {
  if (image.width === width) return image;
  const { first, count, weights } = tapsFor(image.width, width);
  const out = new Uint8Array(width * image.height);
  for (let y = 0, to = 0; y < image.height; y += 1) {
    const row = y * image.width;
    for (let x = 0; x < width; x += 1, to += 1) {
      const from = row + (first[x] ?? 0);
      let sum = 0;
      for (let tap = 0; tap < count; tap += 1) sum += (image.data[from + tap] ?? 255) * (weights[x * count + tap] ?? 0);
      out[to] = Math.min(255, (sum + ONE / 2) >> 12);
    }
  }
  return { width, height: image.height, data: out };
}

/** Binary PGM (netpbm), the form that costs neither side any work. */
export function toPgm({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
