import type { AttachmentText } from '../../core/model/inbound-email.ts';
import type { AttachmentReader, ReadingTime } from '../../pipeline/ports.ts';
import { createSlots } from '../isolation/slots.ts';
import type { OcrLimits } from '../ocr/scan-reader.ts';
import type { AttachmentResult, InnerFile } from './attachment-task.ts';
import { createAttachmentProcess } from './process/attachment-process.ts';

export interface AttachmentReaderOptions {
  /** For one file, OCR not counted. */
  readonly timeoutMs: number;
  /** For all attachments of one mail together. @default 900 seconds */
  readonly mailMs?: number;
  /** Of one reading process. */
  readonly maxRssMb: number;
  /** A longer text is cut here and marked `too-large`. */
  readonly maxChars: number;
  readonly maxBytes: number;
  /** @default 50 pages, 300 seconds, 60 seconds a page */
  readonly ocr?: OcrLimits;
  /** Files read at the same time. @default 2 */
  readonly processes?: number;
}

const DEFAULT_OCR: OcrLimits = { maxPages: 50, timeoutMs: 300_000, pageMs: 60_000 };

/** An archive in an archive is opened, and a document in that one; what lies deeper is not. */
const MAX_DEPTH = 3;
/** Of one attachment, at all depths together. */
const MOST_INNER_FILES = 25;
const DEFAULT_MAIL_MS = 900_000;

/** What one attachment may still cost, with all that is inside it: an archive has no more time than a lone scan. */
interface Budget extends ReadingTime {
  files: number;
}

/**
 * Reads documents in child processes that are killed when they take too long or too much. A file inside another one is
 * read in a process of its own as well, so that a bad one in an archive hurts only itself.
 */
export function createAttachmentReader(
  options: AttachmentReaderOptions,
): AttachmentReader & { close(): Promise<void> } {
  const processes = Array.from({ length: options.processes ?? 2 }, () => createAttachmentProcess(options.maxRssMb));
  const ocr = options.ocr ?? DEFAULT_OCR;
  const slots = createSlots(processes);

  /** A file that time ran out for is told apart from one that takes long by itself. */
  async function readTimed(file: InnerFile, budget: Budget, mail: ReadingTime): Promise<AttachmentResult> {
    const left = () => Math.min(budget.leftMs, mail.leftMs);
    const result = await slots.use(async (process): Promise<AttachmentResult> => {
      if (left() <= 0) return { text: '', error: 'out-of-time' };
      const timeoutMs = Math.min(options.timeoutMs, left());
      const limits = {
        maxChars: options.maxChars,
        timeoutMs,
        ocr: { ...ocr, timeoutMs: Math.min(ocr.timeoutMs, left()) },
      };
      const startedAt = performance.now();
      const read = await process.read({ ...file, ...limits });
      const spentMs = performance.now() - startedAt;
      budget.leftMs -= spentMs;
      mail.leftMs -= spentMs;
      return read;
    });
    return result.error === 'too-slow' && left() <= 0 ? { ...result, error: 'out-of-time' } : result;
  }

  async function read(file: InnerFile, depth: number, budget: Budget, mail: ReadingTime): Promise<AttachmentText> {
    const { filename, contentType, bytes } = file;
    const about = { filename, type: contentType, bytes: bytes.byteLength, ocrConfidence: undefined };
    if (file.error !== undefined) return { ...about, text: '', error: file.error };
    if (bytes.byteLength > options.maxBytes) return { ...about, text: '', error: 'too-large' };
    const { files: inner = [], ...result } = await readTimed({ filename, contentType, bytes }, budget, mail);
    if (inner.length === 0) return { ...about, ...result };
    if (depth >= MAX_DEPTH) return { ...about, ...result, error: result.error ?? 'nested-too-deep' };
    const { files, isAll } = await readInner(inner, depth + 1, budget, mail);
    return { ...about, ...result, files, error: result.error ?? (isAll ? undefined : 'too-many-files') };
  }

  async function readInner(inner: readonly InnerFile[], depth: number, budget: Budget, mail: ReadingTime) {
    const files: AttachmentText[] = [];
    for (const file of inner) {
      if (budget.files === 0) return { files, isAll: false };
      budget.files -= 1;
      files.push(await read(file, depth, budget, mail));
    }
    return { files, isAll: true };
  }

  const timeForMail = (): ReadingTime => ({ leftMs: options.mailMs ?? DEFAULT_MAIL_MS });

  return {
    timeForMail,
    async read({ filename, contentType, bytes }, mail = timeForMail()) {
      const budget = { files: MOST_INNER_FILES, leftMs: options.timeoutMs + ocr.timeoutMs };
      return await read({ filename, contentType, bytes }, 0, budget, mail);
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}
