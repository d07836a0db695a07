import { loadImage } from '@napi-rs/canvas';
import type { Scan } from '../../ocr/clean-up.ts';
import { greyOf } from '../../ocr/grey-image.ts';
import type { ScanReader } from '../../ocr/scan-reader.ts';
import { type ReadParts, UnreadableFile } from '../attachment-task.ts';
import { isTooLarge, isTooSmall, MOST_PAGE_PIXELS, mayBeDecoration } from '../scans/picture-limits.ts';
import { isCutOff, pictureSize } from '../scans/picture-size.ts';
import { asParts, MIN_LETTERS, readScan } from '../scans/scanned-pages.ts';
import { whitePage } from '../scans/white-page.ts';
import { readTiff } from './read-tiff.ts';

/** The text in a TIFF, PNG, JPEG, GIF, WebP or BMP file by OCR. Throws UnreadableFile, for logos without looking. */
export async function readImage(bytes: Uint8Array, scans: ScanReader): Promise<ReadParts> {
  if (isTiff(bytes)) return await readTiff(bytes, scans);
  const size = pictureSize(bytes);
  if (size === undefined) throw new UnreadableFile('broken');
  if (isTooLarge(size)) throw new UnreadableFile('expands-too-far');
  if (isTooSmall(size)) throw new UnreadableFile('decoration');
  const page = await readScan(scans, () => decode(bytes));
  if (mayBeDecoration(size) && page.ocr !== undefined && page.ocr.letters < MIN_LETTERS) {
    throw new UnreadableFile('decoration');
  }
  return asParts([isCutOff(bytes) ? { fault: 'broken', ...page } : page]);
}

function isTiff(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d);
}

/** Turned as its camera says (EXIF orientation), on white where it is transparent, no finer than a page can be. */
async function decode(bytes: Uint8Array): Promise<Scan> {
  try {
    const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const scale = Math.min(1, Math.sqrt(MOST_PAGE_PIXELS / (picture.width * picture.height)));
    const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const { context, canvas } = whitePage(width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    const image = greyOf(context.getImageData(0, 0, width, height).data, width, height);
    canvas.width = 0;
    canvas.height = 0;
    return { image };
  } catch (error) {
    throw new UnreadableFile('broken', error);
  }
}
