import { readHl7Note } from '../../text/clinical/hl7-note.ts';
import { decodeBytes } from '../../text/decode-bytes.ts';
import type { ReadParts } from '../attachment-task.ts';

/** The text of HL7 v2 messages, and the PDF or RTF documents that are sent inside them. */
export function readHl7(bytes: Uint8Array): ReadParts {
  const { text, files } = readHl7Note(decodeBytes(bytes));
  return {
    text,
    files: files.map(({ contentType, base64 }, at) => ({
      filename: `document-${at + 1}`,
      contentType,
      bytes: Buffer.from(base64, 'base64'),
    })),
  };
}
