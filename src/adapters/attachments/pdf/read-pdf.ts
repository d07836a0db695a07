import { lettersIn } from '../../ocr/ocr-reading.ts';
import type { ScanReader } from '../../ocr/scan-reader.ts';
import type { ReadParts } from '../attachment-task.ts';
import { asParts, MIN_LETTERS, type PageText, readScan } from '../scans/scanned-pages.ts';
import { type PdfDocument, type PdfPage, withPdf } from './pdf-document.ts';
import { paintingOf } from './pdf-picture.ts';
import { inReadingOrder } from './pdf-reading-order.ts';
import { pictureDpi, scanOf } from './pdf-scan.ts';
import { segmentsOf } from './pdf-segments.ts';

/** With fewer letters the text of a page may be a stamp or a fax header over its picture. */
const STAMP_LETTERS = 250;

/**
 * The text of a PDF, page after page, until there are more than `maxChars`: its text layer in reading order, or what OCR
 * makes of a page that has none. Throws UnreadableFile.
 */
export async function readPdf(bytes: Uint8Array, maxChars: number, scans: ScanReader): Promise<ReadParts> {
  return asParts(await withPdf(bytes, (pdf) => readPages(pdf, maxChars, scans)));
}

async function readPages(pdf: PdfDocument, maxChars: number, scans: ScanReader): Promise<readonly PageText[]> {
  const pages: PageText[] = [];
  let chars = 0;
  for (let number = 1; number <= pdf.numPages && chars <= maxChars; number += 1) {
    const page = await readPage(pdf, number, scans);
    chars += (page.ocr?.text ?? page.text ?? '').length;
    pages.push(page);
  }
  return pages;
}

/** A page that pdf.js cannot make sense of is left out and said to be. */
async function readPage(pdf: PdfDocument, number: number, scans: ScanReader): Promise<PageText> {
  try {
    const page = await pdf.getPage(number);
    const found = await readOpened(page, scans);
    page.cleanup();
    return found;
  } catch {
    return { fault: 'broken' };
  }
}

async function readOpened(page: PdfPage, scans: ScanReader): Promise<PageText> {
  const text = await textLayer(page);
  const letters = lettersIn(text);
  if (letters >= STAMP_LETTERS) return { text };
  const scan = await readScan(scans, async () => {
    const painting = await paintingOf(page);
    const isText =
      (painting.isText && letters > 0) || (letters >= MIN_LETTERS && pictureDpi(page, painting) === undefined);
    return isText ? undefined : await scanOf(page, painting);
  });
  return (scan.ocr?.letters ?? 0) > letters ? scan : { ...scan, ocr: undefined, text };
}

async function textLayer(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent();
  const view = page.getViewport({ scale: 1 }).transform;
  const { segments, aside } = segmentsOf(
    items.filter((item) => 'str' in item),
    view,
  );
  return [inReadingOrder(segments), aside.join('\n')].filter((part) => part !== '').join('\n\n');
}
