import type { MimeReader } from '../../pipeline/ports.ts';
import { createSlots } from '../isolation/slots.ts';
import { createMimeThread } from './mime-thread.ts';

export interface MimeReaderOptions {
  /** For one mail, the loading of the parser not counted. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Mails read at the same time. @default 2 */
  readonly threads?: number;
}

/**
 * Reads MIME source with mailparser in worker threads. A mail that takes too long costs its thread, which is
 * replaced; the caller's event loop is never blocked and bad mail never throws.
 */
export function createMimeReader(options: MimeReaderOptions): MimeReader & { close(): Promise<void> } {
  const threads = Array.from({ length: options.threads ?? 2 }, () => createMimeThread(options.timeoutMs));
  const slots = createSlots(threads);

  return {
    async read(source) {
      if (source.byteLength > options.maxBytes) return { outcome: 'unreadable', why: 'too-large' };
      return await slots.use((thread) => thread.read(source));
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
