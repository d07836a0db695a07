import { createCdaReader } from '../../text/clinical/cda-document.ts';
import type { InnerFile, ReadParts } from '../attachment-task.ts';
import { readXml } from '../read-xml.ts';

/** The sections of a CDA document as a note with headings; a document that only wraps a PDF gives the PDF. */
export function readCda(bytes: Uint8Array): ReadParts {
  const reader = createCdaReader();
  readXml(bytes, reader);
  const { text, file } = reader.result();
  const files: InnerFile[] =
    file === undefined
      ? []
      : [{ filename: 'body', contentType: file.contentType, bytes: Buffer.from(file.base64, 'base64') }];
  return { text: files.length > 0 && isHeadOnly(text) ? '' : text, files };
}

/** Nothing but the head of the chart beside a file that is the document. */
function isHeadOnly(text: string): boolean {
  return !text.includes('\n\n');
}
