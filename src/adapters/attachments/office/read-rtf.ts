import { RtfTooDeep, rtfToText } from '../../text/rtf/rtf-text.ts';
import { UnreadableFile } from '../attachment-task.ts';

/** The text of an RTF file. Throws UnreadableFile. */
export function readRtf(bytes: Uint8Array, maxChars: number): string {
  try {
    return rtfToText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), maxChars);
  } catch (error) {
    if (error instanceof RtfTooDeep) throw new UnreadableFile('expands-too-far', error);
    throw error;
  }
}
