import type { OfficialKind } from '../../core/model/official.ts';
import { splitRecords } from './delimited.ts';
import { type Identified, identify } from './identify.ts';
import { LayoutFault } from './layout-fault.ts';
import { type Member, openSource } from './open-file.ts';
import type { Period } from './period.ts';
import type { OfficialRow } from './source-record.ts';
import { readSheet } from './xlsx.ts';

/** One file, or one file in a zip, that holds an edition of official data or a part of one. */
export interface OfficialPart {
  readonly kind: OfficialKind;
  readonly title: string;
  readonly columns: readonly string[];
  readonly period: Period;
  readonly hasHistory: boolean;
  /** A whole edition has at least so many rows. */
  readonly wholeRows: number;
  /** It says of itself that it is an excerpt. */
  readonly isExcerpt: boolean;
  /** Set when an edition comes in several files: which of them this is. */
  readonly part: string | undefined;
  /** `rvu25d.zip/PPRRVU2025_Oct.csv` */
  readonly file: string;
  /** All rows in batches. Throws LayoutFault, also after many rows. `onShare` is told how much is read, 0 to 1. */
  rows(onShare?: (share: number) => void): AsyncIterable<readonly OfficialRow[]>;
}

export interface OfficialFile {
  readonly parts: readonly OfficialPart[];
  close(): void;
}

/** In a zip that holds a table in several forms, the first of these is read. */
const FORMS = ['.xml', '.csv', '.txt', '.tsv', '.prn', '.xlsx'];

/**
 * Opens a file and finds what it holds: by content, or as the kind it is said to be. Throws LayoutFault when that
 * is nothing, or when headings are missing.
 */
export async function openOfficialFile(path: string, only?: OfficialKind): Promise<OfficialFile> {
  const source = await openSource(path);
  try {
    const within = source.members[0]?.name === source.name ? [] : [source.name];
    const found: { readonly member: Member; readonly what: Identified }[] = [];
    for (const member of source.members) {
      const what = await identify(member, within, only);
      if (what !== undefined) found.push({ member, what });
    }
    const chosen = found.filter((one) => found.every((other) => isPreferred(one, other)));
    if (chosen.length === 0) {
      const told = only === undefined ? 'holds no official file that is known' : `holds no file of the kind ${only}`;
      throw new LayoutFault({ file: source.name }, told);
    }
    const parts = chosen.map(({ member, what }) => partOf(member, what, source.name));
    return { parts, close: source.close };
  } catch (fault) {
    source.close();
    throw fault;
  }
}

interface Found {
  readonly member: Member;
  readonly what: Identified;
}

/** Of several members of one kind the best form is read; parts of one edition are all read. */
function isPreferred(one: Found, other: Found): boolean {
  if (one === other || one.what.kind !== other.what.kind || partName(one) !== partName(other)) return true;
  return preference(one) > preference(other);
}

function partName({ what }: Found): string | undefined {
  return what.kind.part?.(what.naming);
}

function preference({ member, what }: Found): number {
  const form = FORMS.findIndex((ending) => member.name.toLowerCase().endsWith(ending));
  return (what.kind.rank?.(member.name) ?? 0) * FORMS.length - form;
}

function partOf(member: Member, what: Identified, sourceName: string): OfficialPart {
  const { kind, naming } = what;
  const file =
    member.name === sourceName || sourceName.startsWith(member.name) ? sourceName : `${sourceName}/${member.name}`;
  return {
    kind: kind.kind,
    title: kind.title,
    columns: kind.columns,
    period: kind.period(naming),
    hasHistory: kind.hasHistory?.(naming) === true,
    wholeRows: kind.wholeRows,
    isExcerpt: naming.names.some((name) => /excerpt/i.test(name)),
    part: kind.part?.(naming),
    file,
    rows: (onShare) => rowsOf(member, what, file, onShare),
  };
}

async function* rowsOf(
  member: Member,
  { reading }: Identified,
  file: string,
  onShare: ((share: number) => void) | undefined,
): AsyncIterable<readonly OfficialRow[]> {
  if (reading.by === 'xml') return yield* reading.xml.read(member.bytes(onShare), file);
  const match = reading.layout.match(reading.head, file);
  if (match.fits !== 'yes') throw new Error('A file was identified by a layout that it does not fit');
  const records =
    member.kind === 'sheet'
      ? readSheet(await member.sheet(), file, onShare)
      : splitRecords(member.bytes(onShare), reading.separator, file);
  for await (const batch of records) {
    const rows: OfficialRow[] = [];
    for (const record of batch) {
      const row = match.read(record);
      if (row !== undefined) rows.push(row);
    }
    if (rows.length > 0) yield rows;
  }
  const last = match.end?.();
  if (last !== undefined) yield [last];
}
