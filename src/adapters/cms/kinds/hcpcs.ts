import { cleanText, dayOrNull, decimalOrNull, matching, someText, textOrNull } from '../cells.ts';
import { fixedLayout } from '../fixed-layout.ts';
import type { FileKind } from '../official-file.ts';
import { monthIn, release, UNDATED, yearIn } from '../period.ts';
import type { OfficialRow } from '../source-record.ts';
import { type Layout, tableLayout } from '../table-layout.ts';

/** A Level II code, or a modifier of two characters. */
const code = matching(/^([A-Z]\d{4}|[A-Z0-9]{2})$/, 'not a HCPCS Level II code or modifier');

/** Columns with the headings of csv and xlsx and the places of the txt file (HCPCS contractor record layout). */
const FIELDS = [
  { name: 'code', heads: ['hcpc', 'hcpcs'], from: 1, to: 5, read: code },
  { name: 'record', heads: ['recid'], from: 11, to: 11, read: matching(/^[3478]$/, 'no record type (3, 4, 7, 8)') },
  { name: 'long_title', heads: ['longdescription'], from: 12, to: 91, read: someText },
  { name: 'short_title', heads: ['shortdescription'], from: 92, to: 119, read: textOrNull },
  { name: 'pricing', heads: ['price1', 'pricingindicator1'], from: 120, to: 121, read: textOrNull },
  { name: 'coverage', heads: ['cov', 'coveragecode'], from: 230, to: 230, read: textOrNull },
  { name: 'betos', heads: ['betos'], from: 257, to: 259, read: textOrNull },
  { name: 'base_units', heads: ['anestbu'], from: 266, to: 268, read: decimalOrNull },
  { name: 'added_on', heads: ['adddt', 'adddate'], from: 269, to: 276, read: dayOrNull },
  { name: 'effective_on', heads: ['acteffdt', 'actioneffdt'], from: 277, to: 284, read: dayOrNull },
  { name: 'terminated_on', heads: ['termdt', 'termdate'], from: 285, to: 292, read: dayOrNull },
] as const;

const RECORD = 1;
const LONG_TITLE = 2;

/** A long title may go on in records of type 4 (code) and 8 (modifier): one row of all of them. */
function joined(layout: Layout): Layout {
  return {
    form: layout.form,
    match(head, file) {
      const match = layout.match(head, file);
      if (match.fits !== 'yes') return match;
      let pending: OfficialRow | undefined;
      return {
        fits: 'yes',
        read(record) {
          const row = match.read(record);
          if (row === undefined) return undefined;
          const goesOn = row[RECORD] === '4' || row[RECORD] === '8';
          if (goesOn && pending?.[0] === row[0]) {
            pending = pending?.with(LONG_TITLE, `${pending[LONG_TITLE]} ${row[LONG_TITLE]}`);
            return undefined;
          }
          const done = pending;
          pending = row;
          return done === undefined ? undefined : withoutRecord(done);
        },
        end: () => (pending === undefined ? undefined : withoutRecord(pending)),
      };
    },
  };
}

function withoutRecord(row: OfficialRow): OfficialRow {
  return row.toSpliced(RECORD, 1);
}

const SHORT_ONLY = tableLayout({
  fields: [
    { name: 'code', heads: ['code'], read: code },
    { name: 'long title', heads: ['longdescription'], read: textOrNull, optional: true },
    { name: 'short title', heads: ['description'], read: (text) => cleanText(text) || undefined },
    ...FIELDS.slice(4).map(({ name, heads, read }) => ({ name, heads, read, optional: true as const })),
    { name: 'last updated', heads: ['lastupdated'], read: dayOrNull },
  ],
});

/** HCPCS Level II codes and modifiers. */
export const hcpcs: FileKind = {
  kind: 'hcpcs',
  title: 'HCPCS Level II',
  columns: FIELDS.map(({ name }) => name).filter((name) => name !== 'record'),
  wholeRows: 5_000,
  layouts: [
    joined(tableLayout({ fields: [...FIELDS] })),
    joined(
      fixedLayout({
        line: /^( {3}[A-Z0-9]{2}|[A-Z]\d{4})\d{5}[3478].{80}/,
        fields: FIELDS,
      }),
    ),
    trimmedTo(FIELDS.length - 1, SHORT_ONLY),
  ],
  period({ names }) {
    const year = yearIn(...names);
    return year === undefined ? UNDATED : release(year, monthIn(...names.map((name) => name.replaceAll('_', ' '))));
  },
};

/** Leaves columns at the end away that only recognize the layout. */
function trimmedTo(width: number, layout: Layout): Layout {
  return {
    form: layout.form,
    match(head, file) {
      const match = layout.match(head, file);
      return match.fits === 'yes' ? { fits: 'yes', read: (record) => match.read(record)?.slice(0, width) } : match;
    },
  };
}
