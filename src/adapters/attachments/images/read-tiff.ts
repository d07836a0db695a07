import UTIF, { type IFD } from 'utif2';
import type { Scan } from '../../ocr/clean-up.ts';
import { type GreyImage, greyOf } from '../../ocr/grey-image.ts';
import type { ScanReader } from '../../ocr/scan-reader.ts';
import { type ReadParts, UnreadableFile } from '../attachment-task.ts';
import { isTooLarge, isTooSmall } from '../scans/picture-limits.ts';
import { asParts, type PageText, readScan } from '../scans/scanned-pages.ts';
import { decodeFax, type FaxPage } from './fax-strips.ts';

/** Tags of TIFF 6.0. */
const WIDTH = 't256';
const HEIGHT = 't257';
const COMPRESSION = 't259';
const PHOTOMETRIC = 't262';
const FILL_ORDER = 't266';
const STRIP_OFFSETS = 't273';
const ROWS_PER_STRIP = 't278';
const STRIP_LENGTHS = 't279';
const X_RESOLUTION = 't282';
const Y_RESOLUTION = 't283';
const T4_OPTIONS = 't292';
/** A fax of thousands of pages is no case; a chain of pages that bites its own tail never ends. */
const MOST_PAGES = 2_000;

/** A fax or scan page by page, each by OCR. A damaged page costs itself only. Throws UnreadableFile. */
export async function readTiff(bytes: Uint8Array, scans: ScanReader): Promise<ReadParts> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: PageText[] = [];
  for (const directory of directoriesOf(file)) pages.push(await readPage(file, directory, scans));
  return asParts(pages);
}

function directoriesOf(file: Buffer): readonly IFD[] {
  checkChain(file);
  try {
    return UTIF.decode(file).filter((directory) => WIDTH in directory && HEIGHT in directory);
  } catch (error) {
    throw new UnreadableFile('broken', error);
  }
}

/** TIFF 6.0, section 2: each directory has a count, 12 bytes an entry and the offset of the next one. */
function checkChain(file: Buffer): void {
  const isLittle = file[0] === 0x49;
  const short = (at: number) => (isLittle ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const long = (at: number) => (isLittle ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const seen = new Set<number>();
  try {
    for (let at = long(4); at !== 0; at = long(at + 2 + 12 * short(at))) {
      if (seen.has(at)) throw new UnreadableFile('broken');
      seen.add(at);
      if (seen.size > MOST_PAGES) throw new UnreadableFile('expands-too-far');
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken', error);
  }
}

async function readPage(file: Buffer, directory: IFD, scans: ScanReader): Promise<PageText> {
  const size = { width: numberOf(directory, WIDTH), height: numberOf(directory, HEIGHT) };
  if (isTooLarge(size)) return { fault: 'expands-too-far' };
  if (isTooSmall(size)) return { text: '' };
  return await readScan(scans, () => decode(file, directory));
}

async function decode(file: Buffer, directory: IFD): Promise<Scan> {
  const compression = numberOf(directory, COMPRESSION);
  const isFax = compression === 2 || compression === 3 || compression === 4;
  const image = isFax ? await decodeFax(faxPage(file, directory, compression)) : decodePicture(file, directory);
  return { image, dpi: resolutionOf(directory) };
}

/** Whatever it does not know, the library gives back as black or white without a word. */
function decodePicture(file: Buffer, directory: IFD): GreyImage {
  if (!PICTURE_COMPRESSIONS.has(numberOf(directory, COMPRESSION))) throw new UnreadableFile('undecodable-pages');
  UTIF.decodeImage(file, directory);
  const { width, height } = directory;
  const image = greyOf(UTIF.toRGBA8(directory), width, height);
  directory.data = new Uint8Array();
  return image;
}

function faxPage(file: Buffer, directory: IFD, compression: FaxPage['compression']): FaxPage {
  const height = numberOf(directory, HEIGHT);
  const lengths = numbersOf(directory, STRIP_LENGTHS);
  const strips = numbersOf(directory, STRIP_OFFSETS).map((start, index) =>
    file.subarray(start, lengths[index] === undefined ? undefined : start + lengths[index]),
  );
  return {
    width: numberOf(directory, WIDTH),
    height,
    compression,
    isTwoDimensional: (numberOf(directory, T4_OPTIONS) & 1) === 1,
    isReversed: numberOf(directory, FILL_ORDER) === 2,
    isNegative: numberOf(directory, PHOTOMETRIC) === 1,
    rowsPerStrip: Math.min(height, numberOf(directory, ROWS_PER_STRIP) || height),
    strips,
  };
}

/** Fax software often leaves the resolution out: its widths are those of ITU-T T.4, and its pages are upright. */
function resolutionOf(directory: IFD): Scan['dpi'] {
  const x = numberOf(directory, X_RESOLUTION);
  const y = numberOf(directory, Y_RESOLUTION);
  if (x > 0 && y > 0 && x !== y) return { x, y };
  const width = numberOf(directory, WIDTH);
  return FAX_WIDTHS.includes(width) && numberOf(directory, HEIGHT) < width * 0.9 ? STANDARD_FAX : undefined;
}

/** None, LZW, JPEG of both kinds, Deflate of both kinds, PackBits. */
const PICTURE_COMPRESSIONS = new Set([1, 5, 6, 7, 8, 32946, 32773]);
const FAX_WIDTHS = [1728, 2048, 2432];
const STANDARD_FAX = { x: 204, y: 98 };

function numberOf(directory: IFD, tag: string): number {
  return numbersOf(directory, tag)[0] ?? Number.NaN;
}

/** A fraction is a pair of numbers. */
function numbersOf(directory: IFD, tag: string): readonly number[] {
  const values: unknown = directory[tag];
  if (!Array.isArray(values)) return [];
  return values.map((value) => (Array.isArray(value) ? Number(value[0]) / Number(value[1]) : Number(value)));
}
