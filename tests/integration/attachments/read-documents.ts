import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import type { AttachmentText } from '../../../src/core/model/inbound-email.ts';

/** A reader with the limits of the service, for one test file. */
export function documentReader() {
  const reader = createAttachmentReader({ timeoutMs: 30_000, maxRssMb: 900, maxChars: 200_000, maxBytes: 40_000_000 });
  return {
    close: () => reader.close(),
    read: (bytes: Buffer | string, filename = 'file', contentType = 'application/octet-stream') =>
      reader.read({ filename, contentType, bytes: new Uint8Array(Buffer.from(bytes)), inline: false }),
  };
}

/** What matters of a reading, inner files and all: kind, text and fault. */
export function told({ kind, text, error, files }: AttachmentText): object {
  return {
    kind,
    ...(text === '' ? {} : { text }),
    ...(error === undefined ? {} : { error }),
    ...(files === undefined ? {} : { files: files.map(told) }),
  };
}
