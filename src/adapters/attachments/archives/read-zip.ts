import type { FileKind } from '../../../core/model/inbound-email.ts';
import { type InnerFile, type ReadParts, UnreadableFile } from '../attachment-task.ts';
import { readDocx } from '../office/read-docx.ts';
import { readOdt } from '../office/read-odt.ts';
import { eachEntry, type ZipEntry } from './zip-budget.ts';

/** More are counted, not opened: nobody sends that many documents of one case. */
const MOST_FILES = 25;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** What macOS and Windows put beside files, and what stands around the documents of an IHE XDM package. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.[^./][^/]{0,200}$|thumbs\.db$|desktop\.ini$)/i;
const XDM_EXTRAS = /(?:^|\/)(?:index\.html?|readme\.txt|metadata\.xml|[^/]{1,100}\.(?:xsl|css))$/i;
const ODT_TYPE = 'application/vnd.oasis.opendocument.text';

/** A ZIP file is a Word or OpenDocument text by the names in it, or an archive of files to be read one by one. */
export async function readZip(bytes: Uint8Array): Promise<ReadParts> {
  const names = await entryNames(bytes);
  if (names.includes('word/document.xml')) return await readAs('docx', readDocx, bytes);
  if (isOdt(bytes, names)) return await readAs('odt', readOdt, bytes);
  if (names.includes('[Content_Types].xml')) throw new UnreadableFile('unsupported', undefined, 'unknown');
  return await unpack(bytes, names);
}

/** Faults tell what the file is, too. */
async function readAs(
  kind: FileKind,
  read: (bytes: Uint8Array) => Promise<string>,
  bytes: Uint8Array,
): Promise<ReadParts> {
  try {
    return { text: await read(bytes), kind };
  } catch (error) {
    throw new UnreadableFile(error instanceof UnreadableFile ? error.fault : 'broken', error, kind);
  }
}

async function entryNames(bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = [];
  await eachEntry(bytes, async ({ name }) => {
    names.push(name);
  });
  return names;
}

/** OpenDocument 1.3, part 2, section 3.3: the type is the first entry, stored as it is. */
function isOdt(bytes: Uint8Array, names: readonly string[]): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 200)).toString('latin1');
  return names.includes('content.xml') && head.includes(ODT_TYPE);
}

/** Each file under the last part of its name. A locked or exploding one is told; the others are read all the same. */
async function unpack(bytes: Uint8Array, names: readonly string[]): Promise<ReadParts> {
  const isXdm = names.some((name) => /(?:^|\/)IHE_XDM\//i.test(name));
  const files: InnerFile[] = [];
  let bytesLeft = MAX_UNPACKED_BYTES;
  let isAll = true;
  await eachEntry(bytes, async (entry) => {
    const { name } = entry;
    if (name.endsWith('/') || JUNK.test(name) || (isXdm && XDM_EXTRAS.test(name))) return;
    if (files.length === MOST_FILES) {
      isAll = false;
      return;
    }
    const file = await unpackEntry(entry, bytesLeft);
    bytesLeft -= file.bytes.byteLength;
    files.push(file);
  });
  if (files.length === 0) return { text: '', error: 'no-text' };
  return { text: '', files, error: isAll ? undefined : 'too-many-files' };
}

async function unpackEntry(entry: ZipEntry, bytesLeft: number): Promise<InnerFile> {
  const filename = entry.name.split('/').at(-1)?.slice(-200) ?? '';
  const file = { filename, contentType: 'application/octet-stream', bytes: new Uint8Array() };
  if (entry.isLocked) return { ...file, error: 'encrypted' };
  try {
    return { ...file, bytes: await entry.inflate(bytesLeft) };
  } catch (error) {
    return { ...file, error: error instanceof UnreadableFile ? error.fault : 'broken' };
  }
}
