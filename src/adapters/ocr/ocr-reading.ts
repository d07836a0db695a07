/** What OCR made of one page. */
export interface OcrReading {
  readonly text: string;
  /** 0-100: how sure Tesseract is of the words, each as heavy as it is long. 0 without a word. */
  readonly confidence: number;
  /** Letters and digits. */
  readonly letters: number;
}

export const NOTHING_READ: OcrReading = { text: '', confidence: 0, letters: 0 };

const WORD_LEVEL = '5';

/** From Tesseract's text and its table of words (TSV: level, page, block, par, line, word, box, conf, text). */
export function readingOf(text: string, tsv: string): OcrReading {
  let letters = 0;
  let sure = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] !== WORD_LEVEL) continue;
    const count = lettersIn(cells[11] ?? '');
    letters += count;
    sure += count * Math.max(0, Number(cells[10]));
  }
  return { text: text.trim(), confidence: letters === 0 ? 0 : Math.round(sure / letters), letters };
}

export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Several pages as one text; its confidence is that of its letters. */
export function joined(readings: readonly OcrReading[]): OcrReading {
  const letters = readings.reduce((sum, reading) => sum + reading.letters, 0);
  const sure = readings.reduce((sum, reading) => sum + reading.letters * reading.confidence, 0);
  const text = readings
    .map((reading) => reading.text)
    .filter((part) => part !== '')
    .join('\n\n');
  return { text, confidence: letters === 0 ? 0 : Math.round(sure / letters), letters };
}
