import { createAttachmentReader } from '../adapters/attachments/attachment-reader.ts';
import { createMimeReader } from '../adapters/mime/mime-reader.ts';
import type { AttachmentReader, MimeReader } from '../pipeline/ports.ts';
import type { Config } from './config/config.ts';

/** The readers of one process: worker threads and child processes, closed together. */
export interface Readers {
  readonly mime: MimeReader;
  readonly attachments: AttachmentReader;
  close(): Promise<void>;
}

/** A scan of many pages takes some 650 MB at its highest: Tesseract 200, the page as it was scanned and as it is read. */
const MOST_READER_MB = 1024;
/** A page takes four seconds on an idle processor, eight when it stood on its head. */
const MOST_PAGE_MS = 90_000;

export function openReaders(config: Config): Readers {
  const mime = createMimeReader({ timeoutMs: config.limits.parseMs, maxBytes: config.limits.mailBytes });
  const attachments = createAttachmentReader({
    timeoutMs: config.limits.attachmentMs,
    mailMs: config.limits.mailReadMs,
    maxRssMb: MOST_READER_MB,
    maxChars: config.limits.attachmentTextChars,
    maxBytes: config.limits.mailBytes,
    ocr: {
      maxPages: config.limits.ocrPages,
      timeoutMs: config.limits.ocrMs,
      pageMs: Math.min(MOST_PAGE_MS, config.limits.ocrMs),
    },
  });
  return {
    mime,
    attachments,
    async close() {
      await Promise.all([mime.close(), attachments.close()]);
    },
  };
}
