import type { PictureSize } from './picture-size.ts';

/** More than any phone's or scanner's page: 50 million pixels are 200 MB once they are decoded. */
export const MOST_PICTURE_PIXELS = 50_000_000;
/** Letter paper at 400 dpi: finer pages are made coarser before they are read. */
export const MOST_PAGE_PIXELS = 16_000_000;
/** A logo or an icon. Three words of small print are larger. */
const LEAST_SIDE = 40;
const LEAST_LONG_SIDE = 150;
/** The pictures below a signature are strips of 600 x 150 pixels or less; a page is ten times as large. */
const MOST_DECORATION_PIXELS = 120_000;

/** Told before a pixel is decoded: a file of some kilobytes may claim a square mile of white. */
export function isTooLarge({ width, height }: PictureSize): boolean {
  return !(width * height <= MOST_PICTURE_PIXELS);
}

/** What such a picture shows is read, but when that is nothing, nobody misses it. */
export function mayBeDecoration({ width, height }: PictureSize): boolean {
  return width * height <= MOST_DECORATION_PIXELS;
}

export function isTooSmall({ width, height }: PictureSize): boolean {
  return Math.min(width, height) < LEAST_SIDE || Math.max(width, height) < LEAST_LONG_SIDE;
}
