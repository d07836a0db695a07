import { crc32, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import { encodeGroup4 } from '../../support/fax-code.ts';
import { makeTiff } from '../../support/make-tiff.ts';
import { createScanBench, OCR_TEST_MS, PATIENT } from '../../support/read-scans.ts';
import { asFax, drawPage, drawScreen, FINE_FAX, makeFaxPdf, makeScanPdf, NOTE } from '../../support/scans.ts';

vi.setConfig({ testTimeout: OCR_TEST_MS });
const bench = createScanBench();
afterAll(() => bench.close());

const SHORT = 'PROCEDURE: Carpal tunnel release, right hand.\nThe transverse carpal ligament was divided.';
const LIMITS = { maxRssMb: 1024, maxChars: 2_000_000, maxBytes: 40_000_000, processes: 1 };

describe('files with nothing to read', () => {
  test('an empty scan has no text', async () => {
    expect(await bench.read('empty.pdf', await makeScanPdf([drawPage('')]))).toMatchObject({
      text: '',
      error: 'no-text',
    });
  });

  test.each([
    ['a logo', drawScreen('ACME', 140, 60, 24)],
    ['the picture below a signature', drawScreen('ACME Surgery', 500, 120, 40)],
  ])('%s is decoration', async (_, picture) => {
    const found = await bench.read('image001.png', await picture.encode('png'));
    expect(found).toMatchObject({ text: '', error: 'decoration', ocrConfidence: undefined });
  });

  test('a small picture of a sentence is read', async () => {
    const line = await drawScreen('Procedure: laparoscopic appendectomy', 560, 60, 24).encode('png');
    expect((await bench.read('line.png', line)).text).toContain('laparoscopic appendectomy');
  });

  test('a picture of nothing but noise has no text', async () => {
    expect(await bench.read('noise.png', await speckled(600, 400).encode('png'))).toMatchObject({
      text: '',
      error: 'no-text',
    });
  });
});

describe('pictures that claim to be huge', () => {
  test('a PNG is refused before it is inflated', async () => {
    const bomb = makePng(60_000, 60_000, deflateSync(Buffer.alloc(20_000_000)));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await bench.read('bomb.png', bomb)).toMatchObject({ text: '', error: 'expands-too-far' });
  });

  test('a JPEG is refused by its frame header', async () => {
    const jpeg = await drawScreen('x', 200, 200, 20).encode('jpeg');
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_500, frame + 5);
    jpeg.writeUInt16BE(65_500, frame + 7);
    expect(await bench.read('bomb.jpg', jpeg)).toMatchObject({ text: '', error: 'expands-too-far' });
  });

  test('a TIFF is refused by its directory', async () => {
    const bomb = makeTiff([{ width: 100_000, height: 100_000, content: Buffer.alloc(100), compression: 4 }]);
    expect(await bench.read('bomb.tif', bomb)).toMatchObject({ text: '', error: 'expands-too-far' });
  });
});

describe('damaged files', () => {
  test('what is left of a PNG is read and said to be a part', async () => {
    const png = await drawPage(NOTE, 150).encode('png');
    const found = await bench.read('cut.png', png.subarray(0, Math.floor(png.length * 0.6)));
    expect(found.error).toBe('broken');
    expect(found.text).toContain('OPERATIVE REPORT');
    expect(found.text).not.toContain('Monocryl');
  });

  test('a PNG without its pixels is broken', async () => {
    const png = await drawPage(NOTE, 100).encode('png');
    expect(await bench.read('head.png', png.subarray(0, 60))).toMatchObject({ text: '', error: 'broken' });
    expect(await bench.read('head.png', png.subarray(0, 20))).toMatchObject({ text: '', error: 'broken' });
  });

  test('a TIFF cut off before its directory is broken, one that leads in a circle too', async () => {
    const fax = asFax(SHORT, FINE_FAX);
    const tiff = makeTiff([{ ...fax, content: encodeGroup4(fax), compression: 4 }]);
    expect(await bench.read('cut.tif', tiff.subarray(0, 40))).toMatchObject({ text: '', error: 'broken' });
    const circle = Buffer.from(tiff);
    circle.writeUInt32LE(8, 8 + 2 + circle.readUInt16LE(8) * 12);
    expect(await bench.read('circle.tif', circle)).toMatchObject({ text: '', error: 'broken' });
  });

  test('a page of a TIFF that cannot be decoded costs that page only', async () => {
    const fax = asFax(SHORT, FINE_FAX);
    const page = { ...fax, content: encodeGroup4(fax), compression: 4, dpi: FINE_FAX };
    const found = await bench.read('part.tif', makeTiff([page, { ...page, compression: 99 }]));
    expect(found.error).toBe('undecodable-pages');
    expect(found.text).toContain('Carpal tunnel release');
  });

  test('a PDF of JBIG2 pictures is not taken for an empty one', async () => {
    const pdf = await makeFaxPdf(asFax(SHORT, FINE_FAX), { filter: 'JBIG2Decode' });
    expect(await bench.read('jbig2.pdf', pdf)).toMatchObject({ text: '', error: 'undecodable-pages' });
  });

  test('a scanned PDF that was cut off is broken', async () => {
    const pdf = await makeScanPdf([drawPage(SHORT, 150)]);
    expect(await bench.read('cut.pdf', pdf.subarray(0, Math.floor(pdf.length / 2)))).toMatchObject({ text: '' });
  });
});

describe('limits', () => {
  test('pages beyond the limit are left, and the rest is said to be a part', async () => {
    const reader = createAttachmentReader({ ...LIMITS, ...PATIENT, ocr: { ...PATIENT.ocr, maxPages: 1 } });
    const page = drawPage(SHORT, 200);
    const bytes = new Uint8Array(await makeScanPdf([page, page, page]));
    const found = await reader.read({ filename: 'scan.pdf', contentType: 'application/pdf', bytes, inline: false });
    expect(found.error).toBe('too-many-pages');
    expect(found.text.match(/Carpal tunnel/g)).toHaveLength(1);
    await reader.close();
  });

  test('a page that takes too long is given up, and the next file is read', async () => {
    const reader = createAttachmentReader({ ...LIMITS, ...PATIENT, ocr: { ...PATIENT.ocr, pageMs: 5 } });
    const bytes = new Uint8Array(await drawPage(NOTE, 200).encode('png'));
    const part = { filename: 'scan.png', contentType: 'image/png', bytes, inline: false };
    expect(await reader.read(part)).toMatchObject({ text: '', error: 'too-slow', kind: 'image' });
    const note = {
      filename: 'a.txt',
      contentType: 'text/plain',
      bytes: Buffer.from('the next one is fine'),
      inline: false,
    };
    expect(await reader.read(note)).toMatchObject({ text: 'the next one is fine' });
    await reader.close();
  });
});

function speckled(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x < width; x += 4) {
      const value = (x * 7919 + y * 104_729 + x * y * 31) % 256;
      context.fillStyle = `rgb(${value},${value},${value})`;
      context.fillRect(x, y, 4, 4);
    }
  }
  return canvas;
}

/** A grey PNG whose header says what it likes. */
function makePng(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
