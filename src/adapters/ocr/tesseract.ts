import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Tesseract from 'tesseract.js';
import { type GreyImage, toPgm } from './grey-image.ts';
import { type OcrReading, readingOf } from './ocr-reading.ts';

/** One running Tesseract, in a thread of this process. */
export interface OcrEngine {
  /** Reads an upright page; `skew` are the degrees that its lines go down to the right. */
  read(image: GreyImage, skew: number): Promise<OcrReading>;
  /** Ends its thread, whatever it is doing. */
  close(): Promise<void>;
}

/** The language data lies in node_modules, for the LSTM engine alone; nothing is ever fetched or kept elsewhere. */
const LANGUAGE_DATA = join(
  dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/eng/package.json'))),
  '4.0.0_best_int',
);

/** Finds columns and blocks by itself. */
const PAGE_LAYOUT = Tesseract.PSM.AUTO;

/** Takes about a second and 150 MB. Rejects when the language data cannot be read. */
export async function startTesseract(): Promise<OcrEngine> {
  const worker = await Tesseract.createWorker('eng', Tesseract.OEM.LSTM_ONLY, {
    langPath: LANGUAGE_DATA,
    cacheMethod: 'none',
    gzip: true,
    // Without a handler the library throws out of an event, beside the rejection.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PAGE_LAYOUT, user_defined_dpi: '300' });

  return {
    async read(image, skew) {
      const rotateRadians = (-skew * Math.PI) / 180;
      const { data } = await worker.recognize(toPgm(image), { rotateRadians }, { text: true, tsv: true });
      return readingOf(data.text ?? '', data.tsv ?? '');
    },
    async close() {
      await worker.terminate();
    },
  };
}
