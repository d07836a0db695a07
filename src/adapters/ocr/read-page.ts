import { cleanUp, isBlank, type Scan } from './clean-up.ts';
import { turned } from './grey-image.ts';
import { NOTHING_READ, type OcrReading } from './ocr-reading.ts';
import type { OcrEngine } from './tesseract.ts';
import { lieOf } from './upright.ts';

export interface PageReading extends OcrReading {
  /** Quarter turns clockwise that set the page upright. */
  readonly quarters: number;
}

/** A page that stands on its head is read with some 25 to 45 of 100, a poor fax the right way up with 60 and more. */
const CLEARLY_UPRIGHT = 65;
/** Below this both likely turns were wrong: rules and columns of figures can look like lines of print. */
const DOUBTFUL = 50;
/** Below this, nothing of it is a word: a photograph of no paper, handwriting. */
const LEGIBLE = 35;
/** Fewer letters say something about the way a page lies only when they are read this surely. */
const CERTAIN = 85;
const ENOUGH_LETTERS = 20;
/** A picture with fewer pieces of ink of the form of letters holds no text: a logo, a photograph. */
const A_WORD = 8;
/** Tesseract bears less by itself. */
const LEAST_SKEW = 0.3;

/**
 * Reads a page whichever way it was laid on the scanner. `before` is how the page before it lay: pages of one fax lie
 * alike, so that only the first of them is read twice. `engine` is asked for when there is something to read.
 */
export async function readPage(
  scan: Scan,
  engine: () => Promise<OcrEngine>,
  before: number | undefined,
): Promise<PageReading> {
  const nothing = { ...NOTHING_READ, quarters: before ?? 0 };
  if (isBlank(scan.image)) return nothing;
  const { image, letters } = cleanUp(scan);
  if (letters < A_WORD) return nothing;
  const { isSideways, skew } = lieOf(image);
  const read = async (quarters: number): Promise<PageReading> => {
    const page = turned(image, quarters);
    const isMeasured = quarters % 2 === (isSideways ? 1 : 0);
    const reading = await (await engine()).read(page, isMeasured && Math.abs(skew) >= LEAST_SKEW ? skew : 0);
    return { ...reading, quarters };
  };
  let best = nothing;
  for (const quarters of attempts(isSideways, before)) {
    const isUnlikely = (quarters % 2 === 1) !== isSideways;
    if (isUnlikely && (best.confidence >= DOUBTFUL || best.letters < ENOUGH_LETTERS)) break;
    const reading = await read(quarters);
    if (isUpright(reading)) return reading;
    if (weight(reading) > weight(best)) best = reading;
  }
  return best.confidence >= LEGIBLE ? best : nothing;
}

/** The likely turns first, among them the one of the page before. */
function attempts(isSideways: boolean, before: number | undefined): readonly number[] {
  const likely = isSideways ? [1, 3] : [0, 2];
  const unlikely = isSideways ? [0, 2] : [1, 3];
  return [...(before === likely[1] ? likely.reverse() : likely), ...unlikely];
}

function isUpright({ confidence, letters }: OcrReading): boolean {
  return (confidence >= CLEARLY_UPRIGHT && letters >= ENOUGH_LETTERS) || (confidence >= CERTAIN && letters > 0);
}

function weight({ confidence, letters }: OcrReading): number {
  return confidence ** 2 * letters;
}
