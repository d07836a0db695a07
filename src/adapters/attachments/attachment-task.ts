import type { AttachmentFault } from '../../core/model/inbound-email.ts';

/** What the reading process is asked and answers, over its IPC channel. */
export interface AttachmentTask {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly maxChars: number;
}

export interface AttachmentResult {
  readonly text: string;
  readonly error: AttachmentFault | undefined;
}

/** A fault of the file that its reader recognised: becomes the result, not an exception. */
export class UnreadableFile extends Error {
  readonly fault: AttachmentFault;

  constructor(fault: AttachmentFault, cause?: unknown) {
    super('the file cannot be read', { cause });
    this.fault = fault;
  }
}
