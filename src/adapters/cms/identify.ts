import type { OfficialKind } from '../../core/model/official.ts';
import { splitRecords } from './delimited.ts';
import { FILE_KINDS } from './kinds.ts';
import { LayoutFault } from './layout-fault.ts';
import type { FileKind, Naming, XmlLayout } from './official-file.ts';
import type { Member } from './open-file.ts';
import type { RecordStream, SourceRecord } from './source-record.ts';
import type { Layout, Match } from './table-layout.ts';
import { readSheet } from './xlsx.ts';

const HEAD_BYTES = 64 * 1024;
const HEAD_RECORDS = 60;

/** How the records of a text are told apart. */
export type Separator = ',' | '\t' | undefined;

/** What a member turned out to be. */
export interface Identified {
  readonly kind: FileKind;
  readonly naming: Naming;
  readonly reading:
    | { readonly by: 'xml'; readonly xml: XmlLayout }
    | { readonly by: 'records'; readonly layout: Layout; readonly separator: Separator; readonly head: Head };
}

type Head = readonly SourceRecord[];

/**
 * Finds the kind of a member by its content, among all kinds or as the one it is said to be. Undefined when it is
 * none of them. Throws LayoutFault when headings are there but not all of them.
 */
export async function identify(
  member: Member,
  within: readonly string[],
  only: OfficialKind | undefined,
): Promise<Identified | undefined> {
  const kinds = FILE_KINDS.filter(({ kind }) => only === undefined || kind === only);
  const names = [member.name, ...within];
  if (member.kind === 'sheet') {
    const head = await firstRecords(readSheet(await member.sheet(), member.name));
    return byRecords(kinds, [[undefined, head]], { names, head: textOf(head) }, member.name);
  }
  const bytes = await firstBytes(member);
  const head = bytes.toString('latin1');
  const naming = { names, head };
  const trimmed = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (trimmed.startsWith('<')) {
    const kind = kinds.find(({ xml }) => xml?.fits(trimmed) === true);
    return kind?.xml && { kind, naming, reading: { by: 'xml', xml: kind.xml } };
  }
  const ways: [Separator, Head][] = [];
  for (const separator of ['\t', ',', undefined] as const) {
    ways.push([separator, await firstRecords(splitRecords(oneChunk(bytes), separator, member.name))]);
  }
  return byRecords(kinds, ways, naming, member.name);
}

function byRecords(
  kinds: readonly FileKind[],
  ways: readonly (readonly [Separator, Head])[],
  naming: Naming,
  file: string,
): Identified | undefined {
  let nearest: (Match & { fits: 'partly'; kind: string }) | undefined;
  for (const [separator, head] of ways) {
    for (const kind of kinds) {
      for (const layout of kind.layouts) {
        if (ways.length > 1 && (layout.form === 'fixed') !== (separator === undefined)) continue;
        const match = layout.match(head, file);
        if (match.fits === 'yes') return { kind, naming, reading: { by: 'records', layout, separator, head } };
        if (match.fits === 'partly' && match.missing.length < (nearest?.missing.length ?? 99)) {
          nearest = { ...match, kind: kind.title };
        }
      }
    }
  }
  if (nearest === undefined) return undefined;
  const missing = nearest.missing.map((name) => `"${name}"`).join(', ');
  throw new LayoutFault(
    { file, line: nearest.line },
    `looks like a file of ${nearest.kind}, but has no column ${missing}`,
  );
}

async function firstRecords(records: RecordStream): Promise<Head> {
  const head: SourceRecord[] = [];
  try {
    for await (const batch of records) {
      head.push(...batch.slice(0, HEAD_RECORDS - head.length));
      if (head.length >= HEAD_RECORDS) break;
    }
  } catch (fault) {
    // The beginning ends anywhere; what is wrong with the whole is told when it is read.
    if (!(fault instanceof LayoutFault) || head.length === 0) return head;
  }
  return head;
}

async function firstBytes(member: Member): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of member.bytes()) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function textOf(head: Head): string {
  return head.map(({ cells }) => cells.join(' ')).join('\n');
}
