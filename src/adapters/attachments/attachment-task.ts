import type { AttachmentFault, FileKind } from '../../core/model/inbound-email.ts';
import type { OcrLimits } from '../ocr/scan-reader.ts';

/** What the reading process is asked and answers, over its IPC channel. */
export interface AttachmentTask {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly maxChars: number;
  /** For this file, the start of the process and OCR not counted. */
  readonly timeoutMs: number;
  readonly ocr: OcrLimits;
}

/** What the reading process sends once when it comes to the first scanned page: from here on it needs more time. */
export const SCAN_STARTED = 'scan-started';

export interface AttachmentResult {
  readonly text: string;
  readonly error: AttachmentFault | undefined;
  /** 0-100 when OCR read the file or a part of it. */
  readonly ocrConfidence?: number | undefined;
  /** Undefined when the process was lost before it could tell. */
  readonly kind?: FileKind | undefined;
  /** Files found inside this one, to be read as files of their own. */
  readonly files?: readonly InnerFile[] | undefined;
}

/** A file inside a file. Its name decides between kinds of plain text only; nothing is ever written to a disk. */
export interface InnerFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Known before its bytes are looked at: it is locked, or too far down. */
  readonly error?: AttachmentFault | undefined;
}

/** What a reader of one kind of file gives back. */
export interface ReadParts {
  readonly text: string;
  readonly files?: readonly InnerFile[] | undefined;
  /** When reading told more than the first bytes did: a ZIP file is a Word document. */
  readonly kind?: FileKind | undefined;
  readonly ocrConfidence?: number | undefined;
  /** Set when the text is only a part of what the file holds. */
  readonly error?: AttachmentFault | undefined;
}

/** A fault of the file that its reader recognised: becomes the result, not an exception. */
export class UnreadableFile extends Error {
  readonly fault: AttachmentFault;
  readonly kind: FileKind | undefined;

  constructor(fault: AttachmentFault, cause?: unknown, kind?: FileKind) {
    super('the file cannot be read', { cause });
    this.fault = fault;
    this.kind = kind;
  }
}
