import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createScanBench, OCR_TEST_MS, type ScanCase } from '../../support/read-scans.ts';
import { asDots, drawPage, makeJbig2Pdf, makeJpxPdf, NOTE, turnedBy } from '../../support/scans.ts';

const bench = createScanBench();
afterAll(() => bench.close());

const page = drawPage(NOTE);

/** `drawPage(NOTE, 200)` as grey pixels, packed by OpenJPEG's `opj_compress -i page.pgm -o operative-note.jp2 -r 125`. */
const jpx = await readFile(join(import.meta.dirname, 'operative-note.jp2'));
const SIZE = { width: 1700, height: 2200 };

const CASES: readonly ScanCase[] = [
  { name: 'JBIG2', make: () => makeJbig2Pdf(asDots(page), 'arithmetic'), text: NOTE, least: 0.97 },
  { name: 'JBIG2 of fax code', make: () => makeJbig2Pdf(asDots(page), 'mmr'), text: NOTE, least: 0.97 },
  {
    name: 'JBIG2, laid 90 degrees',
    make: () => makeJbig2Pdf(asDots(turnedBy(page, 90)), 'arithmetic'),
    text: NOTE,
    least: 0.97,
  },
  { name: 'JPEG 2000', make: () => makeJpxPdf(SIZE, jpx), text: NOTE, least: 0.97 },
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

test(
  'a JPEG 2000 picture that is far larger than its PDF tells costs itself only',
  async () => {
    const bomb = Buffer.from(jpx);
    // ISO/IEC 15444-1, A.5.1: the sizes of the picture and of its one tile in the SIZ segment.
    const size = bomb.indexOf(Buffer.from([0xff, 0x51]));
    for (const at of [6, 10, 22, 26]) bomb.writeUInt32BE(65_000, size + at);
    const found = await bench.read('bomb.pdf', await makeJpxPdf(SIZE, bomb));
    expect(found.text).toBe('');
    expect(['too-much-memory', 'too-slow', 'expands-too-far', 'undecodable-pages']).toContain(found.error);
    expect((await bench.read('a.txt', Buffer.from('the next one is fine'))).text).toBe('the next one is fine');
  },
  OCR_TEST_MS,
);
