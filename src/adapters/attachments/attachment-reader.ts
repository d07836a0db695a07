import type { AttachmentText } from '../../core/model/inbound-email.ts';
import type { AttachmentReader } from '../../pipeline/ports.ts';
import { createSlots } from '../isolation/slots.ts';
import type { OcrLimits } from '../ocr/scan-reader.ts';
import { createAttachmentProcess, type ProcessLimits } from './attachment-process.ts';
import type { InnerFile } from './attachment-task.ts';

export interface AttachmentReaderOptions extends ProcessLimits {
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
/** All files of one attachment together take at most this many times the limit of one. */
const TIME_SHARES = 4;

/** What one attachment may still cost. */
interface Budget {
  files: number;
  readonly endsAt: number;
}

/**
 * Reads documents in child processes that are killed when they take too long or too much. A file inside another one is
 * read in a process of its own as well, so that a bad one in an archive hurts only itself.
 */
export function createAttachmentReader(
  options: AttachmentReaderOptions,
): AttachmentReader & { close(): Promise<void> } {
  const processes = Array.from({ length: options.processes ?? 2 }, () => createAttachmentProcess(options));
  const slots = createSlots(processes);

  async function read(file: InnerFile, depth: number, budget: Budget): Promise<AttachmentText> {
    const { filename, contentType, bytes } = file;
    const about = { filename, type: contentType, bytes: bytes.byteLength, ocrConfidence: undefined };
    if (file.error !== undefined) return { ...about, text: '', error: file.error };
    if (bytes.byteLength > options.maxBytes) return { ...about, text: '', error: 'too-large' };
    if (performance.now() > budget.endsAt) return { ...about, text: '', error: 'too-slow' };
    const task = { filename, contentType, bytes, maxChars: options.maxChars, ocr: options.ocr ?? DEFAULT_OCR };
    const { files: inner = [], ...result } = await slots.use((process) => process.read(task));
    if (inner.length === 0) return { ...about, ...result };
    if (depth >= MAX_DEPTH) return { ...about, ...result, error: result.error ?? 'nested-too-deep' };
    const { files, isAll } = await readInner(inner, depth + 1, budget);
    return { ...about, ...result, files, error: result.error ?? (isAll ? undefined : 'too-many-files') };
  }

  async function readInner(inner: readonly InnerFile[], depth: number, budget: Budget) {
    const files: AttachmentText[] = [];
    for (const file of inner) {
      if (budget.files === 0) return { files, isAll: false };
      budget.files -= 1;
      files.push(await read(file, depth, budget));
    }
    return { files, isAll: true };
  }

  return {
    async read({ filename, contentType, bytes }) {
      const budget = { files: MOST_INNER_FILES, endsAt: performance.now() + options.timeoutMs * TIME_SHARES };
      return await read({ filename, contentType, bytes }, 0, budget);
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}
