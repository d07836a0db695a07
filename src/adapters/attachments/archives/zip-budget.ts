import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeBytes } from '../../text/decode-bytes.ts';
import { UnreadableFile } from '../attachment-task.ts';

const MAX_ENTRIES = 2_000;
const MAX_TOTAL_BYTES = 96 * 1024 * 1024;
/** A parser turns XML into objects many times its size. */
const MAX_XML_BYTES = 24 * 1024 * 1024;

/** One entry of an archive, its bytes still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  /** Its bytes, at most `limit` of them. Throws UnreadableFile. */
  inflate(limit: number): Promise<Uint8Array>;
}

/** Entry names, each with its bytes where the caller wanted them. */
export type ZipEntries = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Inflates every entry of a ZIP file once and keeps the bytes of those that are `wanted`, so that no parser ever sees an
 * archive that unpacks to more than a document can be. Throws UnreadableFile, also for any locked entry.
 */
export async function readEntries(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<ZipEntries> {
  const entries = new Map<string, Uint8Array | undefined>();
  let totalBytes = 0;
  await eachEntry(bytes, async (entry) => {
    if (entry.isLocked) throw new UnreadableFile('encrypted');
    const content = await entry.inflate(MAX_TOTAL_BYTES - totalBytes);
    totalBytes += content.length;
    entries.set(entry.name, wanted(entry.name) ? content : undefined);
  });
  return entries;
}

/**
 * Calls back for every entry in turn. Names are decoded here and not checked for being safe paths: nothing is ever
 * written under one. Throws UnreadableFile for too many entries and for damage of any kind.
 */
export async function eachEntry(bytes: Uint8Array, read: (entry: ZipEntry) => Promise<void>): Promise<void> {
  let count = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
    });
    for await (const entry of zip.eachEntry()) {
      count += 1;
      if (count > MAX_ENTRIES) throw new UnreadableFile('expands-too-far');
      const name = decodeBytes(entry.fileNameRaw).replaceAll('\\', '/');
      await read({ name, isLocked: entry.isEncrypted(), inflate: (limit) => inflate(zip, entry, name, limit) });
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken', error);
  }
}

/** The size an entry claims is checked by yauzl while it inflates. */
async function inflate(zip: ZipFile, entry: Entry, name: string, bytesLeft: number): Promise<Uint8Array> {
  const limit = Math.min(bytesLeft, name.endsWith('.xml') ? MAX_XML_BYTES : MAX_TOTAL_BYTES);
  if (entry.uncompressedSize > limit) throw new UnreadableFile('expands-too-far');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += (chunk as Buffer).length;
    if (bytes > limit) throw new UnreadableFile('expands-too-far');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, bytes);
}
