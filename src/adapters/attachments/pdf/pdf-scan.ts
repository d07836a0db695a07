import type { Scan } from '../../ocr/clean-up.ts';
import { greyOf } from '../../ocr/grey-image.ts';
import { MOST_PAGE_PIXELS } from '../scans/picture-limits.ts';
import { whitePage } from '../scans/white-page.ts';
import type { PdfPage } from './pdf-document.ts';
import { type Painting, POINTS_AN_INCH, pictureScan } from './pdf-picture.ts';

const SCAN_DPI = 300;
/** A picture with fewer dots an inch over the page's width does not fill it. */
const LEAST_DPI = 90;

/** What a page shows: its one picture as it was scanned, or the page as it prints. */
export async function scanOf(page: PdfPage, painting: Painting): Promise<Scan> {
  const picture = painting.only === undefined ? undefined : await pictureScan(page, painting.only);
  return picture ?? (await renderPage(page, pictureDpi(page, painting)));
}

/** Dots an inch of the pictures that fill a page from side to side; undefined where none does. */
export function pictureDpi(page: PdfPage, { widest }: Painting): number | undefined {
  const dpi = widest / (page.getViewport({ scale: 1 }).width / POINTS_AN_INCH);
  return dpi >= LEAST_DPI ? dpi : undefined;
}

/** The page as it prints. At the scanner's own resolution no dot of a fax is blurred. */
export async function renderPage(page: PdfPage, dpi: number | undefined): Promise<Scan> {
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = Math.min(dpi ?? SCAN_DPI, SCAN_DPI) / POINTS_AN_INCH;
  const scale = Math.min(wanted, Math.sqrt(MOST_PAGE_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale });
  const { canvas, context } = whitePage(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const image = greyOf(pixels.data, canvas.width, canvas.height);
  canvas.width = 0;
  canvas.height = 0;
  return { image };
}
