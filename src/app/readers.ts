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

export function openReaders(config: Config): Readers {
  const mime = createMimeReader({ timeoutMs: config.limits.parseMs, maxBytes: config.limits.mailBytes });
  const attachments = createAttachmentReader({
    timeoutMs: config.limits.attachmentMs,
    maxRssMb: 1024,
    maxChars: config.limits.attachmentTextChars,
    maxBytes: config.limits.mailBytes,
  });
  return {
    mime,
    attachments,
    async close() {
      await Promise.all([mime.close(), attachments.close()]);
    },
  };
}
