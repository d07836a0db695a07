import type { GreyImage } from './grey-image.ts';

/** Where a page is dark: one byte a pixel, 1 for ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The grey value that parts a page into ink and paper (N. Otsu, IEEE Trans. SMC 9, 1979). */
export function inkThreshold({ data }: GreyImage): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const total = data.length;
  const sum = counts.reduce((all, count, value) => all + count * value, 0);
  let best = 0;
  let threshold = 128;
  let dark = 0;
  let darkSum = 0;
  for (let value = 0; value < 255; value += 1) {
    dark += counts[value] ?? 0;
    darkSum += value * (counts[value] ?? 0);
    if (dark === 0 || dark === total) continue;
    const apart = darkSum / dark - (sum - darkSum) / (total - dark);
    const between = dark * (total - dark) * apart * apart;
    if (between > best) {
      best = between;
      threshold = value;
    }
  }
  return threshold;
}

export function inkOf(image: GreyImage, threshold = inkThreshold(image)): Ink {
  return { width: image.width, height: image.height, data: image.data.map((value) => (value <= threshold ? 1 : 0)) };
}

/** Letters are short strokes: longer straight ones are rules, frames and the shadow of the paper's edge. */
export function withoutRules({ width, height, data }: Ink, longest: number): Ink {
  const out = data.slice();
  const clear = (start: number, step: number, length: number) => {
    let run = 0;
    for (let place = 0; place <= length; place += 1) {
      if (place < length && data[start + place * step] === 1) {
        run += 1;
        continue;
      }
      if (run > longest) for (let back = place - run; back < place; back += 1) out[start + back * step] = 0;
      run = 0;
    }
  };
  for (let y = 0; y < height; y += 1) clear(y * width, 1, width);
  for (let x = 0; x < width; x += 1) clear(x, width, height);
  return { width, height, data: out };
}
