import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import xz from 'xz-decompress';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { LayoutFault } from './layout-fault.ts';

/** One readable part of a file: the file itself, unpacked, or a file inside its zip. */
export interface Member {
  /** Its own name, without the ending of a compression. */
  readonly name: string;
  readonly kind: 'text' | 'sheet';
  /** Unpacked bytes of a text, from the start. `onShare` is told how much is read, 0 to 1. */
  bytes(onShare?: (share: number) => void): AsyncIterable<Uint8Array>;
  /** The zip that a sheet is. */
  sheet(): Promise<ZipFile>;
}

export interface SourceFile {
  readonly name: string;
  readonly members: readonly Member[];
  close(): void;
}

const READABLE = /\.(txt|csv|tsv|prn|xml|xlsx)$/i;
const LARGEST_NESTED_SHEET_BYTES = 100 * 1024 * 1024;

/** Opens a file as the publishers give it: plain, .gz, .xz, .zip or .xlsx. Throws LayoutFault when it is damaged. */
export async function openSource(path: string): Promise<SourceFile> {
  const file = basename(path);
  const magic = await firstBytes(path);
  if (magic.startsWith('504b0304')) return openZip(path, file);
  const unpack = magic.startsWith('1f8b') ? gunzip : magic.startsWith('fd377a585a00') ? unxz : (from: Readable) => from;
  const sizeBytes = (await stat(path)).size;
  const member: Member = {
    name: file.replace(/\.(gz|xz)$/i, ''),
    kind: 'text',
    sheet: () => Promise.reject(new Error('A text is no sheet')),
    async *bytes(onShare) {
      const source = createReadStream(path);
      const counted = onShare === undefined ? source : source.on('data', () => onShare(source.bytesRead / sizeBytes));
      try {
        yield* unpack(counted);
      } catch (fault) {
        throw damaged(file, fault);
      } finally {
        source.destroy();
      }
    },
  };
  return { name: file, members: [member], close: () => undefined };
}

async function openZip(path: string, file: string): Promise<SourceFile> {
  const whole = async (): Promise<ZipFile> => openPromise(path, { lazyEntries: true, autoClose: false });
  const zip = await whole().catch((fault: unknown) => {
    throw damaged(file, fault);
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (fault) {
    zip.close();
    throw damaged(file, fault);
  }
  const isSheet = entries.some(({ fileName }) => fileName === 'xl/workbook.xml');
  const members = isSheet
    ? [sheetMember(file, whole)]
    : entries.filter(({ fileName }) => READABLE.test(fileName)).map((entry) => entryMember(zip, entry, file));
  if (members.length === 0) {
    zip.close();
    const endings = [...new Set(entries.map(({ fileName }) => extname(fileName)))].join(' ');
    throw new LayoutFault({ file }, `holds only ${endings || 'nothing'}: no text, table or XML to read`);
  }
  return { name: file, members, close: () => zip.close() };
}

function entryMember(zip: ZipFile, entry: Entry, file: string): Member {
  const name = basename(entry.fileName);
  const where = `${file}/${name}`;
  const bytes: Member['bytes'] = async function* (onShare) {
    let read = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        read += (chunk as Buffer).length;
        onShare?.(read / entry.uncompressedSize);
        yield chunk as Buffer;
      }
    } catch (fault) {
      throw damaged(where, fault);
    }
  };
  if (!/\.xlsx$/i.test(name)) {
    return { name, kind: 'text', bytes, sheet: () => Promise.reject(new Error('A text is no sheet')) };
  }
  return sheetMember(name, async () => {
    if (entry.uncompressedSize > LARGEST_NESTED_SHEET_BYTES) throw damaged(where, undefined);
    const parts: Uint8Array[] = [];
    for await (const chunk of bytes()) parts.push(chunk);
    return fromBufferPromise(Buffer.concat(parts), { lazyEntries: true });
  });
}

function sheetMember(name: string, sheet: () => Promise<ZipFile>): Member {
  return { name, kind: 'sheet', sheet, bytes: () => Readable.from([]) };
}

function gunzip(from: Readable): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  from.on('error', (fault) => unpacked.destroy(fault));
  return from.pipe(unpacked);
}

function unxz(from: Readable): AsyncIterable<Uint8Array> {
  return new xz.XzReadableStream(ReadableStream.from<Uint8Array>(from));
}

/** A fault of the disk stays what it is; all others mean that the bytes are not what they should be. */
function damaged(file: string, fault: unknown): unknown {
  if (fault instanceof LayoutFault || (fault instanceof Error && 'syscall' in fault)) return fault;
  return new LayoutFault({ file }, 'the packed data is damaged or cut', fault);
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
