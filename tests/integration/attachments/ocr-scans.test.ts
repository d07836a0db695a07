import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { createScanBench, OCR_TEST_MS, type ScanCase } from '../../support/read-scans.ts';
import {
  addScan,
  drawPage,
  drawScreen,
  makeScanPdf,
  NOTE,
  photographed,
  turnedBy,
  withOrientation,
} from '../../support/scans.ts';

const bench = createScanBench();
afterAll(() => bench.close());

const page = drawPage(NOTE);
const pages = [
  'FIRST PAGE: The left knee was prepped.',
  'SECOND PAGE: The meniscus was trimmed.',
  'THIRD PAGE: The portals were closed.',
];
const CLEAN = 0.97;

const CASES: readonly ScanCase[] = [
  { name: 'scanned PDF, 300 dpi', make: () => makeScanPdf([page]), text: NOTE, least: CLEAN },
  { name: 'scanned PDF, laid 90 degrees', make: () => makeScanPdf([turnedBy(page, 90)]), text: NOTE, least: CLEAN },
  { name: 'scanned PDF, laid on its head', make: () => makeScanPdf([turnedBy(page, 180)]), text: NOTE, least: CLEAN },
  { name: 'scanned PDF, laid 270 degrees', make: () => makeScanPdf([turnedBy(page, 270)]), text: NOTE, least: CLEAN },
  { name: 'scanned PDF, 1.5 degrees askew', make: () => makeScanPdf([turnedBy(page, 1.5)]), text: NOTE, least: CLEAN },
  {
    name: 'scanned PDF, 2 degrees the other way',
    make: () => makeScanPdf([turnedBy(page, -2)]),
    text: NOTE,
    least: CLEAN,
  },
  {
    name: 'scanned PDF of three pages, on their heads',
    make: () => makeScanPdf(pages.map((text) => turnedBy(drawPage(text, 200), 180))),
    text: pages.join('\n'),
    least: CLEAN,
  },
  { name: 'PDF of a text page and a scanned one', make: mixedPdf, text: `${pages[0]}\n${NOTE}`, least: CLEAN },
  { name: 'PDF of a scanned page with a fax stamp on it', make: stampedPdf, text: NOTE, least: 0.9 },
  { name: 'screenshot, PNG', make: () => drawScreen(NOTE, 900, 420, 13).encode('png'), text: NOTE, least: CLEAN },
  {
    name: 'screenshot of a dark screen, PNG',
    make: () => drawScreen(NOTE, 1100, 500, 16, ['#202124', '#e8eaed']).encode('png'),
    text: NOTE,
    least: CLEAN,
  },
  {
    name: 'phone photo with a shadow, JPEG',
    make: () => photographed(page).encode('jpeg', 80),
    text: NOTE,
    least: CLEAN,
  },
  {
    name: 'phone photo stored sideways, JPEG with EXIF',
    make: async () => withOrientation(await turnedBy(photographed(page), 270).encode('jpeg', 80), 6),
    text: NOTE,
    least: CLEAN,
  },
];

test.each(CASES)(
  '$name',
  async (scan) => {
    const found = await bench.score(scan);
    expect(found.error).toBeUndefined();
    expect(found.accuracy).toBeGreaterThanOrEqual(scan.least);
    expect(found.ocrConfidence).toBeGreaterThanOrEqual(85);
  },
  OCR_TEST_MS,
);

async function mixedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  pdf.addPage([612, 792]).drawText(pages[0]!, { x: 72, y: 700, size: 12, font });
  await addScan(pdf, page);
  return Buffer.from(await pdf.save());
}

/** Fax servers print a line of text over the picture: enough letters to look like a text layer. */
async function stampedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  await addScan(pdf, page);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf
    .getPage(0)
    .drawText('06/02/2025 10:32 FROM: NORTH CLINIC FAX TO: CODING DESK P. 1/1', { x: 60, y: 775, size: 8, font });
  return Buffer.from(await pdf.save());
}
