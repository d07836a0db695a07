import { type GreyImage, resized } from './grey-image.ts';
import { type Ink, inkOf, withoutRules } from './ink.ts';

/** How the lines of a page run. */
export interface Lie {
  /** The lines run up or down the page. */
  readonly isSideways: boolean;
  /** Degrees that the lines go down to the right (after a quarter turn clockwise when sideways). */
  readonly skew: number;
}

/** Pixels of the longer side of the page that is measured: a line of print is still some six pixels high. */
const MEASURED = 1100;
/** At that size, a letter's longest stroke. */
const LONGEST_STROKE = 60;
const MOST_DEGREES = 6;
const COARSE = 0.5;
const FINE = 0.1;

/** Text lines make the row sums of a page rise and fall most sharply when they lie level (W. Postl, 1988). */
export function lieOf(image: GreyImage): Lie {
  const scale = Math.min(1, MEASURED / Math.max(image.width, image.height));
  const small = resized(image, scaled(image.width, scale), scaled(image.height, scale));
  const ink = withoutRules(inkOf(small), LONGEST_STROKE);
  const level = sharpest(inkPixels(ink, false), ink.height, ink.width);
  const sideways = sharpest(inkPixels(ink, true), ink.width, ink.height);
  const isSideways = sideways.sharpness > level.sharpness;
  return { isSideways, skew: (isSideways ? sideways : level).degrees };
}

function scaled(length: number, scale: number): number {
  return Math.max(1, Math.round(length * scale));
}

interface Pixels {
  readonly along: Int32Array;
  readonly across: Int32Array;
}

/** Along and across the lines, were they level; a sideways page is seen after a quarter turn clockwise. */
function inkPixels({ width, height, data }: Ink, isSideways: boolean): Pixels {
  const count = data.reduce((sum, value) => sum + value, 0);
  const along = new Int32Array(count);
  const across = new Int32Array(count);
  let next = 0;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if (data[at] !== 1) continue;
      along[next] = isSideways ? height - 1 - y : x;
      across[next] = isSideways ? x : y;
      next += 1;
    }
  }
  return { along, across };
}

function sharpest(pixels: Pixels, rows: number, length: number): { sharpness: number; degrees: number } {
  let best = { sharpness: -1, degrees: 0 };
  const attempt = (degrees: number) => {
    const sharpness = sharpnessAt(pixels, rows, length, degrees);
    if (sharpness > best.sharpness) best = { sharpness, degrees };
  };
  const steps = MOST_DEGREES / COARSE;
  for (let step = -steps; step <= steps; step += 1) attempt(step * COARSE);
  const { degrees } = best;
  for (let step = -4; step <= 4; step += 1) attempt(degrees + step * FINE);
  return best;
}

function sharpnessAt({ along, across }: Pixels, rows: number, length: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * length) + 1;
  const sums = new Float64Array(rows + 2 * margin);
  for (let at = 0; at < along.length; at += 1) {
    const row = Math.round((across[at] ?? 0) - slope * (along[at] ?? 0)) + margin;
    sums[row] = (sums[row] ?? 0) + 1;
  }
  let sharpness = 0;
  for (let row = 1; row < sums.length; row += 1) sharpness += ((sums[row] ?? 0) - (sums[row - 1] ?? 0)) ** 2;
  return sharpness;
}
