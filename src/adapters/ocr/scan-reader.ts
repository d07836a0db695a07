import type { Scan } from './clean-up.ts';
import { NOTHING_READ, type OcrReading } from './ocr-reading.ts';
import { readPage } from './read-page.ts';
import { type OcrEngine, startTesseract } from './tesseract.ts';

export interface OcrLimits {
  /** Pages of one file that are read; the ones after them are left. */
  readonly maxPages: number;
  /** For all pages of one file. */
  readonly timeoutMs: number;
  /** For one page, all turns of it together. */
  readonly pageMs: number;
}

/** Reads the scanned pages of one file in turn. */
export interface ScanReader {
  /**
   * What stands on the page, or why nobody looked. `render` is called only when there is time to read the page; it gives
   * undefined where there turns out to be no picture of one. Rejects as `render` does.
   */
  page(render: () => Promise<Scan | undefined>): Promise<OcrReading | 'too-slow' | 'too-many-pages'>;
  close(): Promise<void>;
}

/** Tesseract starts with the first page and ends with the file: nothing of one sender's pages outlives them. */
export function createScanReader(limits: OcrLimits, start: () => Promise<OcrEngine> = startTesseract): ScanReader {
  let engine: Promise<OcrEngine> | undefined;
  let pages = 0;
  let quarters: number | undefined;
  let endsAt: number | undefined;

  function running(): Promise<OcrEngine> {
    engine ??= start();
    return engine;
  }

  async function close(): Promise<void> {
    const ending = await engine?.catch(() => undefined);
    engine = undefined;
    await ending?.close();
  }

  return {
    async page(render) {
      endsAt ??= performance.now() + limits.timeoutMs;
      if (pages >= limits.maxPages) return 'too-many-pages';
      pages += 1;
      const ms = Math.min(limits.pageMs, endsAt - performance.now());
      if (ms <= 0) return 'too-slow';
      const reading = await within(ms, async () => {
        const scan = await render();
        return scan === undefined ? 'no-scan' : await readPage(scan, running, quarters);
      });
      if (reading === 'no-scan') {
        pages -= 1;
        return NOTHING_READ;
      }
      // Tesseract cannot be told to stop: only the end of its thread stops it.
      if (reading === 'too-slow') {
        await close();
        return reading;
      }
      if (reading.letters > 0) quarters = reading.quarters;
      return reading;
    },
    close,
  };
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T | 'too-slow'> {
  const { promise, resolve } = Promise.withResolvers<'too-slow'>();
  const timer = setTimeout(resolve, ms, 'too-slow');
  try {
    return await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
