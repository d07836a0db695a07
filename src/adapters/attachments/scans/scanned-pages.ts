import type { AttachmentFault } from '../../../core/model/inbound-email.ts';
import type { Scan } from '../../ocr/clean-up.ts';
import { joined, lettersIn, type OcrReading } from '../../ocr/ocr-reading.ts';
import type { ScanReader } from '../../ocr/scan-reader.ts';
import { type ReadParts, UnreadableFile } from '../attachment-task.ts';

/** One page of a file: the text it holds, what OCR made of its picture, or why it could not be read. */
export interface PageText {
  readonly text?: string | undefined;
  readonly ocr?: OcrReading | undefined;
  readonly fault?: AttachmentFault | undefined;
}

/** Below this a page stamp or a fax header may be text, but no document is. */
export const MIN_LETTERS = 20;

/** The pages of one file as one text, how sure OCR was, and why a page is missing. Throws UnreadableFile. */
export function asParts(pages: readonly PageText[]): ReadParts {
  const text = pages
    .map((page) => page.ocr?.text ?? page.text ?? '')
    .filter((part) => part !== '')
    .join('\n\n');
  const error = pages.find(({ fault }) => fault !== undefined)?.fault;
  if (lettersIn(text) < MIN_LETTERS) throw new UnreadableFile(error ?? 'no-text');
  const { confidence, letters } = joined(pages.flatMap(({ ocr }) => ocr ?? []));
  return { text, error, ocrConfidence: letters === 0 ? undefined : confidence };
}

/**
 * Reads the picture of one page, if `render` finds one. A page that OCR may not or cannot read becomes a fault.
 */
export async function readScan(scans: ScanReader, render: () => Promise<Scan | undefined>): Promise<PageText> {
  try {
    const reading = await scans.page(render);
    return typeof reading === 'string' ? { fault: reading } : { ocr: reading };
  } catch (error) {
    return { fault: error instanceof UnreadableFile ? error.fault : 'broken' };
  }
}
