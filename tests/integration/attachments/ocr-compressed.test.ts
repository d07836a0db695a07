import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createScanBench, OCR_TEST_MS, type ScanCase } from '../../support/read-scans.ts';
import { asDots, drawPage, makeJbig2Pdf, makeJpxPdf, NOTE, turnedBy } from '../../support/scans.ts';

const bench = createScanBench();
afterAll(() => bench.close());

const page = drawPage(NOTE);

/** `drawPage(NOTE, 200)` as grey pixels, packed by OpenJPEG's `opj_compress -i page.pgm -o operative-note.jp2 -r 125`. */
async function jpeg2000(): Promise<Buffer> {
  const jpx = await readFile(join(import.meta.dirname, 'operative-note.jp2'));
  return await makeJpxPdf({ width: 1700, height: 2200 }, jpx);
}

const CASES: readonly ScanCase[] = [
  { name: 'JBIG2', make: () => makeJbig2Pdf(asDots(page), 'arithmetic'), text: NOTE, least: 0.97 },
  { name: 'JBIG2 of fax code', make: () => makeJbig2Pdf(asDots(page), 'mmr'), text: NOTE, least: 0.97 },
  {
    name: 'JBIG2, laid 90 degrees',
    make: () => makeJbig2Pdf(asDots(turnedBy(page, 90)), 'arithmetic'),
    text: NOTE,
    least: 0.97,
  },
  { name: 'JPEG 2000', make: jpeg2000, text: NOTE, least: 0.97 },
];

test.each(CASES)(
  'scanned PDF, $name',
  async (scan) => {
    const found = await bench.score(scan);
    expect(found).toMatchObject({ kind: 'pdf', error: undefined });
    expect(found.accuracy).toBeGreaterThanOrEqual(scan.least);
    expect(found.ocrConfidence).toBeGreaterThanOrEqual(85);
  },
  OCR_TEST_MS,
);
