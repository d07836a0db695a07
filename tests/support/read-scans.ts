import { createAttachmentReader } from '../../src/adapters/attachments/attachment-reader.ts';
import type { AttachmentText } from '../../src/core/model/inbound-email.ts';
import { accuracy } from './scans.ts';

/** One file of our own and the text it must yield. */
export interface ScanCase {
  readonly name: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly text: string;
  /** The share of its characters that must be right. */
  readonly least: number;
}

/** For machines that are busy with other tests as well; nothing here measures time. */
export const PATIENT = { timeoutMs: 120_000, ocr: { maxPages: 50, timeoutMs: 280_000, pageMs: 140_000 } };
export const OCR_TEST_MS = 300_000;

/** Reads scans one after the other and prints how well and how fast. */
export function createScanBench() {
  const reader = createAttachmentReader({
    ...PATIENT,
    maxRssMb: 1024,
    maxChars: 2_000_000,
    maxBytes: 40_000_000,
    processes: 1,
  });
  const rows: string[] = [];

  async function read(name: string, bytes: Uint8Array): Promise<AttachmentText> {
    return await reader.read({ filename: name, contentType: 'application/octet-stream', bytes, inline: false });
  }

  return {
    read,
    async score({ name, make, text }: ScanCase) {
      const bytes = new Uint8Array(await make());
      const startedAt = performance.now();
      const found = await read(name, bytes);
      const ms = Math.round(performance.now() - startedAt);
      const right = accuracy(text, found.text);
      rows.push(
        `${name.padEnd(44)}${(right * 100).toFixed(2).padStart(7)} %${String(found.ocrConfidence ?? '').padStart(6)}${String(ms).padStart(8)} ms`,
      );
      return { ...found, accuracy: right };
    },
    async close() {
      process.stdout.write(
        `\n${['file'.padEnd(44), 'accuracy', '  sure', '     time'].join('')}\n${rows.join('\n')}\n`,
      );
      await reader.close();
    },
  };
}
