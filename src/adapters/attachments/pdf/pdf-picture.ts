import type { Scan } from '../../ocr/clean-up.ts';
import { type GreyImage, greyOf } from '../../ocr/grey-image.ts';
import { UnreadableFile } from '../attachment-task.ts';
import { type PdfPage, pdfLibrary } from './pdf-document.ts';

export const POINTS_AN_INCH = 72;

/** What a page paints, so far as a scan can be told by it. */
export interface Painting {
  /** Pixels of its widest picture. */
  readonly widest: number;
  /** The one picture that is all there is on the page, undefined where there is more or none. */
  readonly only: Placement | undefined;
  /** Neither pictures nor drawings, which letters may be made of. */
  readonly isText: boolean;
}

interface Placement {
  readonly name: string;
  /** Its unit square on the page: a, b, c, d of ISO 32000-1, 8.3.3. */
  readonly matrix: Matrix;
}

type Matrix = readonly [number, number, number, number];

const UPRIGHT: Matrix = [1, 0, 0, 1];

/** Walks through a page's operators. Its pictures are decoded by this. */
export async function paintingOf(page: PdfPage): Promise<Painting> {
  const { OPS } = await pdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: number[] = [OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject];
  const others: number[] = [OPS.shadingFill, OPS.paintFormXObjectBegin, OPS.paintSolidColorImageMask];
  const repeats: number[] = [OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObjectGroup];
  const masks: number[] = [OPS.paintImageMaskXObjectGroup, OPS.paintImageMaskXObjectRepeat];
  const placements: (Placement | undefined)[] = [];
  let hasText = false;
  const stack: Matrix[] = [];
  let matrix = UPRIGHT;
  let widest = 0;
  fnArray.forEach((operation, index) => {
    const args: readonly unknown[] = argsArray[index] ?? [];
    if (operation === OPS.save) stack.push(matrix);
    else if (operation === OPS.restore) matrix = stack.pop() ?? UPRIGHT;
    else if (operation === OPS.showText) hasText = true;
    else if (operation === OPS.transform) matrix = multiplied(matrix, args.map(Number));
    else if (pictures.includes(operation)) {
      widest = Math.max(widest, widthOf(args));
      placements.push(operation === OPS.paintImageXObject ? { name: String(args[0]), matrix } : undefined);
    } else if ([...others, ...repeats, ...masks].includes(operation)) placements.push(undefined);
    // A path that is only clipped to leaves nothing on the page.
    else if (operation === OPS.constructPath && args[0] !== OPS.endPath) placements.push(undefined);
  });
  const isAlone = placements.length === 1 && !hasText;
  return { widest, only: isAlone ? placements[0] : undefined, isText: hasText && placements.length === 0 };
}

function multiplied([a, b, c, d]: Matrix, [e = 1, f = 0, g = 0, h = 1]: readonly number[]): Matrix {
  return [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h];
}

/** pdf.js paints a named picture (`name, width, height`) or one that it holds (`{ width, height, data }`). */
function widthOf([picture, width]: readonly unknown[]): number {
  if (typeof width === 'number') return width;
  return typeof picture === 'object' && picture !== null && 'width' in picture ? Number(picture.width) : 0;
}

/**
 * The picture as it was scanned, dot for dot; undefined where it is mirrored. Throws UnreadableFile where pdf.js cannot
 * decode it.
 */
export async function pictureScan(page: PdfPage, { name, matrix }: Placement): Promise<Scan | undefined> {
  const [a, b, c, d] = matrix;
  if (!(a * d - b * c > 0)) return undefined;
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  const image = greyPicture(await new Promise<unknown>((resolve) => store.get(name, resolve)));
  if (image === undefined) throw new UnreadableFile('undecodable-pages');
  const inches = { x: Math.hypot(a, b) / POINTS_AN_INCH, y: Math.hypot(c, d) / POINTS_AN_INCH };
  return { image, dpi: { x: image.width / inches.x, y: image.height / inches.y } };
}

/** The kinds of pixels of pdf.js: 1 are single bits with 1 for white, 2 three bytes a pixel, 3 four. */
function greyPicture(picture: unknown): GreyImage | undefined {
  if (typeof picture !== 'object' || picture === null) return undefined;
  const { width, height, kind, data } = picture as Readonly<Record<string, unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number' || !ArrayBuffer.isView(data)) return undefined;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (kind === 1) return fromBits(bytes, width, height);
  if (kind === 3) return greyOf(bytes, width, height);
  return kind === 2 ? fromColours(bytes, width, height) : undefined;
}

function fromBits(bits: Uint8Array, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  const rowBytes = (width + 7) >> 3;
  for (let y = 0, pixel = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, pixel += 1) {
      data[pixel] = ((bits[y * rowBytes + (x >> 3)] ?? 0xff) >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return { width, height, data };
}

function fromColours(rgb: Uint8Array, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < data.length; pixel += 1, at += 3) {
    data[pixel] = ((rgb[at] ?? 0) * 77 + (rgb[at + 1] ?? 0) * 150 + (rgb[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, data };
}
