import { type Components, componentsOf, letterHeights } from './components.ts';
import { type GreyImage, inverted, resized } from './grey-image.ts';
import { inkOf, inkThreshold } from './ink.ts';

/** A page as it was scanned, with its resolution where the file tells it. */
export interface Scan {
  readonly image: GreyImage;
  /** Dots an inch across and down: a standard fax has 204 and 98 (ITU-T T.4). */
  readonly dpi?: { readonly x: number; readonly y: number } | undefined;
}

/** Below this, Tesseract loses letters (measured: 9 px lose 6 %, 14 px nothing); above, it only takes longer. */
const SMALL_LETTERS = 13;
const LARGE_LETTERS = 48;
const GOOD_LETTERS = 20;
/** Fewer do not tell how large letters are on this page. */
const FEWEST_LETTERS = 20;
const MOST_PIXELS = 16_000_000;
const DARK_PAGE = 110;
/** Dots of noise on a line: smaller than a full stop at 200 dpi. */
const SPECK_PIXELS = 4;
/** More specks than this for every letter are noise; fewer may be dots of letters. */
const NOISY = 0.5;

/** A page as Tesseract reads it best: dark on light, without specks, as fine across as down, letters of a good size. */
export interface CleanPage {
  readonly image: GreyImage;
  /** Pieces of ink that may be letters by their form. */
  readonly letters: number;
}

export function cleanUp({ image, dpi }: Scan): CleanPage {
  const [light, components] = darkOnLight(image);
  const heights = letterHeights(components);
  const usual = heights.length < FEWEST_LETTERS ? GOOD_LETTERS : (heights[heights.length >> 1] ?? GOOD_LETTERS);
  const even = evened(withoutSpecks(light, components), dpi);
  return { image: resizedForLetters(even, usual * Math.max(1, stretchOf(dpi))), letters: heights.length };
}

/** A screen with light writing is turned into ink; a page on a dark desk has more letters as it is. */
function darkOnLight(image: GreyImage): readonly [GreyImage, Components] {
  const asIs = [image, componentsOf(inkOf(image))] as const;
  if (mean(image) >= DARK_PAGE) return asIs;
  const light = inverted(image);
  const turnedOver = [light, componentsOf(inkOf(light))] as const;
  return letterHeights(turnedOver[1]).length > letterHeights(asIs[1]).length ? turnedOver : asIs;
}

function mean({ data }: GreyImage): number {
  return data.reduce((sum, value) => sum + value, 0) / Math.max(1, data.length);
}

function withoutSpecks(image: GreyImage, { runs, pieces }: Components): GreyImage {
  const isSpeck = pieces.map(({ pixels }) => pixels <= SPECK_PIXELS);
  const specks = isSpeck.filter(Boolean).length;
  if (specks <= (pieces.length - specks) * NOISY) return image;
  const data = image.data.slice();
  for (const { piece, y, from, to } of runs) {
    if (isSpeck[piece] === true) data.fill(255, y * image.width + from, y * image.width + to);
  }
  return { ...image, data };
}

/** Up to the finer of the two resolutions: a fax has half as many rows as it should. */
function evened(image: GreyImage, dpi: Scan['dpi']): GreyImage {
  const ratio = stretchOf(dpi);
  if (ratio === 1) return image;
  return ratio > 1
    ? resized(image, image.width, Math.round(image.height * ratio))
    : resized(image, Math.round(image.width / ratio), image.height);
}

/** Rows must become this many times as many. Odd figures are damage, not a resolution. */
function stretchOf(dpi: Scan['dpi']): number {
  const ratio = dpi === undefined ? 1 : dpi.x / dpi.y;
  const isLevel = Math.abs(ratio - 1) < 0.08;
  return isLevel || !(ratio > 0.2 && ratio < 5) ? 1 : ratio;
}

function resizedForLetters(image: GreyImage, height: number): GreyImage {
  const isGood = height >= SMALL_LETTERS && height <= LARGE_LETTERS;
  const most = Math.sqrt(MOST_PIXELS / (image.width * image.height));
  const scale = Math.min(most, isGood ? 1 : Math.min(4, GOOD_LETTERS / height));
  if (scale > 0.9 && scale < 1.1 && most >= 1) return image;
  return resized(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
}

/** Nothing written on it: hardly any contrast, or hardly any ink. */
export function isBlank(image: GreyImage): boolean {
  const threshold = inkThreshold(image);
  const ink = inkOf(image, threshold);
  const inked = ink.data.reduce((sum, value) => sum + value, 0);
  const dark = image.data.reduce((sum, value) => sum + (value <= threshold ? value : 0), 0);
  const light = image.data.reduce((sum, value) => sum + (value > threshold ? value : 0), 0);
  const contrast = light / Math.max(1, image.data.length - inked) - dark / Math.max(1, inked);
  return inked === 0 || inked === image.data.length || contrast < LEAST_CONTRAST;
}

const LEAST_CONTRAST = 24;
