import { afterAll, expect, test } from 'vitest';
import { type Dots, encodeGroup3, encodeGroup4 } from '../../support/fax-code.ts';
import { bitsReversed, encodeLzw, makeTiff } from '../../support/make-tiff.ts';
import { createScanBench, OCR_TEST_MS, type ScanCase } from '../../support/read-scans.ts';
import { asFax, drawPage, FINE_FAX, greyOf, makeFaxPdf, NOTE, STANDARD_FAX } from '../../support/scans.ts';

const bench = createScanBench();
afterAll(() => bench.close());

const FAX = 0.9;
const SHORT = 'PROCEDURE: Carpal tunnel release, right hand.\nThe transverse carpal ligament was divided.';

type Resolution = readonly [number, number];

function group4(fax: Dots, dpi: Resolution | undefined): Buffer {
  return makeTiff([{ ...fax, content: encodeGroup4(fax), compression: 4, ...(dpi === undefined ? {} : { dpi }) }]);
}

const CASES: readonly ScanCase[] = [
  { name: 'fax, fine, Group 4', make: () => group4(asFax(NOTE, FINE_FAX), FINE_FAX), text: NOTE, least: FAX },
  {
    name: 'fax, standard, Group 4',
    make: () => group4(asFax(NOTE, STANDARD_FAX), STANDARD_FAX),
    text: NOTE,
    least: FAX,
  },
  {
    name: 'fax, standard, without its resolution',
    make: () => group4(asFax(NOTE, STANDARD_FAX), undefined),
    text: NOTE,
    least: FAX,
  },
  { name: 'fax, fine, 2 % noise', make: () => group4(asFax(NOTE, FINE_FAX, 0.02), FINE_FAX), text: NOTE, least: FAX },
  {
    name: 'fax, standard, 0.5 % noise',
    make: () => group4(asFax(NOTE, STANDARD_FAX, 0.005), STANDARD_FAX),
    text: NOTE,
    least: FAX,
  },
  { name: 'fax as PDF, fine, 1 % noise', make: () => makeFaxPdf(asFax(NOTE, FINE_FAX, 0.01)), text: NOTE, least: FAX },
  { name: 'fax of two pages, Group 3, bits reversed', make: twoPages, text: `${NOTE}\n${SHORT}`, least: FAX },
  { name: 'fax, Group 3, lines spoilt on the way', make: spoilt, text: NOTE, least: FAX },
  { name: 'TIFF, 200 dpi grey, LZW', make: () => grey(5), text: NOTE, least: 0.97 },
  { name: 'TIFF, 200 dpi grey, uncompressed', make: () => grey(1), text: NOTE, least: 0.97 },
  { name: 'TIFF, 200 dpi, JPEG', make: jpegTiff, text: NOTE, least: 0.97 },
];

test.each(CASES)(
  '$name',
  async (scan) => {
    const found = await bench.score(scan);
    expect(found.error).toBeUndefined();
    expect(found.kind).toBe(scan.name.includes('PDF') ? 'pdf' : 'image');
    expect(found.accuracy).toBeGreaterThanOrEqual(scan.least);
    expect(found.ocrConfidence).toBeGreaterThanOrEqual(70);
  },
  OCR_TEST_MS,
);

function twoPages(): Buffer {
  return makeTiff(
    [NOTE, SHORT].map((text) => {
      const fax = asFax(text, FINE_FAX);
      return { ...fax, content: bitsReversed(encodeGroup3(fax)), compression: 3, dpi: FINE_FAX, fillOrder: 2 };
    }),
  );
}

/** A crackle on the line every few hundred bytes. */
function spoilt(): Buffer {
  const fax = asFax(NOTE, FINE_FAX);
  const content = encodeGroup3(fax);
  for (let at = 3_000; at < content.length; at += 2_500) content[at] = (content[at] ?? 0) ^ 0xff;
  return makeTiff([{ ...fax, content, compression: 3, dpi: FINE_FAX }]);
}

function grey(compression: 1 | 5): Buffer {
  const canvas = drawPage(NOTE, 200);
  const pixels = Buffer.from(greyOf(canvas));
  const content = compression === 5 ? encodeLzw(pixels) : pixels;
  const { width, height } = canvas;
  return makeTiff([{ width, height, content, compression, bits: 8, photometric: 1, dpi: [200, 200] }]);
}

async function jpegTiff(): Promise<Buffer> {
  const canvas = drawPage(NOTE, 200);
  const { width, height } = canvas;
  const content = await canvas.encode('jpeg', 85);
  return makeTiff([{ width, height, content, compression: 7, bits: 8, samples: 3, photometric: 6, dpi: [200, 200] }]);
}
