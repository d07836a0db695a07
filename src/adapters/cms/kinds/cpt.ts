import { matching, someText, textOrNull } from '../cells.ts';
import { fixedLayout } from '../fixed-layout.ts';
import type { FileKind, Naming } from '../official-file.ts';
import { calendarYear, UNDATED, yearIn } from '../period.ts';
import type { OfficialRow, SourceRecord } from '../source-record.ts';
import { type Field, type Layout, tableLayout } from '../table-layout.ts';

type Length = 'long' | 'medium' | 'short';
const LENGTHS: readonly Length[] = ['long', 'medium', 'short'];

const code = matching(/^\d{4}[0-9A-Z]$/, 'not a CPT code');

/** One file with headings, which may hold several lengths. */
function consolidated(required: Length): Layout {
  const titles = LENGTHS.map((length): Field => {
    const heads = [length, `${length}descriptor`, `${length}description`];
    return length === required
      ? { name: `${length} descriptor`, heads, read: someText }
      : { name: `${length} descriptor`, heads, read: textOrNull, optional: true };
  });
  return tableLayout({ fields: [{ name: 'CPT code', heads: ['cptcode', 'cpt'], read: code }, ...titles] });
}

/** The file of one length, by its name: LONGULT.txt, MEDU.txt, SHORTU.txt. */
function lengthOf(file: string): Length | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return LENGTHS.find((length) => new RegExp(`^${length.slice(0, 3)}`, 'i').test(name));
}

/** A file of one length; its rows leave the other lengths open. */
function ofOneLength(layout: Layout): Layout {
  return {
    form: layout.form,
    match(head, file) {
      const length = lengthOf(file);
      const match = length === undefined ? undefined : layout.match(head, file);
      if (match?.fits !== 'yes') return { fits: 'no' };
      return {
        fits: 'yes',
        read(record) {
          const row = match.read(record);
          return row && [row[0], ...LENGTHS.map((one) => (one === length ? row[1] : undefined))];
        },
      };
    },
  };
}

/** A copyright notice may stand above the codes. */
const NOTICE = /^(?!\d{4}[0-9A-Z]\s)/;
const FIELDS = [
  { name: 'code', from: 1, to: 5, read: code },
  { name: 'descriptor', from: 7, read: someText },
];
const LINES = fixedLayout({ line: /^\d{4}[0-9A-Z][ \t]\S/, preamble: NOTICE, fields: FIELDS });

/** Tab separated without headings: the tab stands where a fixed line has its blank. */
const TABBED: Layout = {
  form: 'table',
  match: (head, file) => onWholeLines(LINES.match(head.map(asLine), file)),
};

function asLine(record: SourceRecord): SourceRecord {
  return { line: record.line, cells: [record.cells.join('\t')] };
}

function onWholeLines(match: ReturnType<Layout['match']>): ReturnType<Layout['match']> {
  if (match.fits !== 'yes') return match;
  return { fits: 'yes', read: (record): OfficialRow | undefined => match.read(asLine(record)) };
}

/** CPT descriptors from the AMA's own data files, for an owner who has the licence. */
export const cpt: FileKind = {
  kind: 'cpt',
  title: 'CPT',
  columns: ['code', 'long_title', 'medium_title', 'short_title'],
  wholeRows: 8_000,
  layouts: [...LENGTHS.map(consolidated), ofOneLength(TABBED), ofOneLength(LINES)],
  period({ names }: Naming) {
    const year = yearIn(...names);
    return year === undefined ? UNDATED : calendarYear(year);
  },
  part: ({ names }) => lengthOf(names[0] ?? ''),
};
