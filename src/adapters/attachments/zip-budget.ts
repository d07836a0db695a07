import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from './attachment-task.ts';

const MAX_ENTRIES = 2_000;
const MAX_TOTAL_BYTES = 96 * 1024 * 1024;
/** A parser turns XML into objects many times its size. */
const MAX_XML_BYTES = 24 * 1024 * 1024;

/**
 * Inflates every entry of a ZIP file once and throws the bytes away, so that no library ever sees an archive that
 * unpacks to more than a document can be. Returns the entry names. Throws UnreadableFile.
 */
export async function checkZip(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let totalBytes = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new UnreadableFile('encrypted');
      names.add(entry.fileName);
      if (names.size > MAX_ENTRIES) throw new UnreadableFile('expands-too-far');
      const limit = Math.min(
        MAX_TOTAL_BYTES - totalBytes,
        entry.fileName.endsWith('.xml') ? MAX_XML_BYTES : MAX_TOTAL_BYTES,
      );
      totalBytes += await inflatedBytes(zip, entry, limit);
    }
    return names;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken', error);
  }
}

async function inflatedBytes(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
  if (entry.uncompressedSize > limit) throw new UnreadableFile('expands-too-far');
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += (chunk as Buffer).length;
    if (bytes > limit) throw new UnreadableFile('expands-too-far');
  }
  return bytes;
}
