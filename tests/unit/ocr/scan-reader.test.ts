import { expect, test, vi } from 'vitest';
import { createScanReader, type OcrLimits } from '../../../src/adapters/ocr/scan-reader.ts';

const LIMITS: OcrLimits = { maxPages: 2, timeoutMs: 60_000, pageMs: 60_000 };
const PAPER = { image: { width: 60, height: 60, data: new Uint8Array(3600).fill(255) } };
/** Rows of boxes the size of letters. */
const INKED = {
  image: {
    width: 90,
    height: 90,
    data: Uint8Array.from({ length: 8100 }, (_, at) => ((at % 90) % 14 < 8 && Math.floor(at / 90) % 20 < 12 ? 0 : 255)),
  },
};

/** Stands in for Tesseract, which the tests of scans run for real: these are about when it is asked. */
function engine(text: string) {
  return {
    read: vi.fn(async () => ({ text, confidence: 90, letters: text.length })),
    close: vi.fn(async () => undefined),
  };
}

test('Tesseract starts with the first page that has ink on it, once, and is ended', async () => {
  const tesseract = engine('The wound was closed in layers.');
  const start = vi.fn(async () => tesseract);
  const scans = createScanReader({ ...LIMITS, maxPages: 5 }, start);
  expect(await scans.page(async () => PAPER)).toMatchObject({ text: '' });
  expect(start).not.toHaveBeenCalled();
  expect(await scans.page(async () => INKED)).toMatchObject({ text: 'The wound was closed in layers.' });
  await scans.page(async () => INKED);
  expect(start).toHaveBeenCalledTimes(1);
  await scans.close();
  expect(tesseract.close).toHaveBeenCalledTimes(1);
});

test('pages beyond the limit are not even drawn; a page without a picture does not count', async () => {
  const scans = createScanReader(LIMITS, async () => engine('The wound was closed in layers.'));
  expect(await scans.page(async () => undefined)).toMatchObject({ text: '', letters: 0 });
  await scans.page(async () => INKED);
  await scans.page(async () => INKED);
  const draw = vi.fn(async () => INKED);
  expect(await scans.page(draw)).toBe('too-many-pages');
  expect(draw).not.toHaveBeenCalled();
});

test('a page that takes too long costs Tesseract its life and the next page has a new one', async () => {
  const stuck = { ...engine(''), read: vi.fn(() => new Promise<never>(() => undefined)) };
  const fresh = engine('The wound was closed in layers.');
  const start = vi.fn(async () => fresh).mockImplementationOnce(async () => stuck as never);
  const scans = createScanReader({ ...LIMITS, pageMs: 500 }, start);
  expect(await scans.page(async () => INKED)).toBe('too-slow');
  expect(stuck.close).toHaveBeenCalledTimes(1);
  expect(await scans.page(async () => INKED)).toMatchObject({ letters: 31 });
});

test('a page that was read poorly is turned, and the pages after it start as it lay', async () => {
  const tesseract = engine('');
  const good = { text: 'The wound was closed in layers.', confidence: 90, letters: 31 };
  tesseract.read
    .mockResolvedValueOnce({ text: 'pasop sem punom', confidence: 30, letters: 13 })
    .mockResolvedValue(good);
  const scans = createScanReader(LIMITS, async () => tesseract);
  expect(await scans.page(async () => INKED)).toEqual({ ...good, quarters: expect.any(Number) });
  expect(tesseract.read).toHaveBeenCalledTimes(2);
  await scans.page(async () => INKED);
  expect(tesseract.read).toHaveBeenCalledTimes(3);
});
