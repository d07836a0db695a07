import type { AttachmentReader } from '../../pipeline/ports.ts';
import { createSlots } from '../isolation/slots.ts';
import { createAttachmentProcess, type ProcessLimits } from './attachment-process.ts';

export interface AttachmentReaderOptions extends ProcessLimits {
  /** A longer text is cut here and marked `too-large`. */
  readonly maxChars: number;
  readonly maxBytes: number;
  /** Files read at the same time. @default 2 */
  readonly processes?: number;
}

/** Reads text, HTML, PDF and Word files in child processes that are killed when they take too long or too much. */
export function createAttachmentReader(
  options: AttachmentReaderOptions,
): AttachmentReader & { close(): Promise<void> } {
  const processes = Array.from({ length: options.processes ?? 2 }, () => createAttachmentProcess(options));
  const slots = createSlots(processes);

  return {
    async read({ filename, contentType, bytes }) {
      const about = { filename, type: contentType, bytes: bytes.byteLength, ocrConfidence: undefined };
      if (bytes.byteLength > options.maxBytes) return { ...about, text: '', error: 'too-large' };
      const task = { filename, contentType, bytes, maxChars: options.maxChars };
      return { ...about, ...(await slots.use((process) => process.read(task))) };
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}
