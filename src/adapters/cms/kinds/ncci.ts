import { dayOrNull, matching, oneOf, procedureCode, someText, textOrNull, wholeNumber } from '../cells.ts';
import type { FileKind, Naming } from '../official-file.ts';
import { quarterIn, UNDATED } from '../period.ts';
import type { OfficialRow } from '../source-record.ts';
import { tableLayout } from '../table-layout.ts';

const RAW_EFFECTIVE = ['effective', 'effectivedate', 'effectivedt'];

/** Whole files are sorted by column 1, so columns that changed places and stitched files betray themselves. */
function sortedByColumn1(): (row: OfficialRow) => string | undefined {
  let last = '';
  return ([column1 = '']) => {
    if (column1 < last) {
      return `column 1 goes from ${last} back to ${column1}, but is sorted in a whole file: damaged, or columns swapped?`;
    }
    last = column1;
    return undefined;
  };
}

/** Procedure-to-procedure edits: the raw files f1 to f4 of a quarter, or a table of all of them. */
export const ptp: FileKind = {
  kind: 'ptp',
  title: 'NCCI PTP practitioner',
  columns: ['column1', 'column2', 'effective_on', 'deleted_on', 'indicator', 'rationale'],
  wholeRows: 2_000_000,
  layouts: [
    tableLayout({
      fields: [
        { name: 'column 1', heads: ['column1'], read: procedureCode },
        { name: 'column 2', heads: ['column2'], read: procedureCode },
        { name: 'effective date', heads: RAW_EFFECTIVE, read: dayOrNull, optional: true },
        { name: 'deletion date', heads: ['deletion', 'deletiondate', 'deletiondt'], read: dayOrNull },
        { name: 'modifier', heads: [/^modifier/], read: oneOf('0', '1', '9') },
        { name: 'rationale', heads: ['ptpeditrationale', 'rationale'], read: textOrNull },
      ],
      checker: sortedByColumn1,
    }),
  ],
  period: byQuarter,
  part: ({ names }) => names.map((name) => /-(f[1-9])\b/i.exec(name)?.[1]?.toLowerCase()).find(Boolean),
  hasHistory: ({ head }) => /effective/i.test(head),
};

const MAI_TEXT = /^[123] (Line|Date of Service) Edit/;

/** Medically unlikely edits, practitioner services; the MAI comes as text, its digit counts. */
export const mue: FileKind = {
  kind: 'mue',
  title: 'MUE practitioner',
  columns: ['code', 'units', 'mai', 'rationale'],
  wholeRows: 10_000,
  layouts: [
    tableLayout({
      fields: [
        { name: 'HCPCS/CPT code', heads: ['hcpcscptcode'], read: procedureCode },
        { name: 'MUE value', heads: [/muevalues?$/], read: wholeNumber },
        { name: 'MAI', heads: ['mueadjudicationindicator'], read: (text) => readMai(text)?.slice(0, 1) },
        { name: 'MUE rationale', heads: ['muerationale'], read: someText },
      ],
    }),
  ],
  period: byQuarter,
};

const readMai = matching(MAI_TEXT, 'no adjudication indicator ("2 Date of Service Edit: ...")');

/** Add-on codes with the codes they may be added to; `CCCCC`: the contractor decides. */
export const aoc: FileKind = {
  kind: 'aoc',
  title: 'NCCI add-on codes',
  columns: ['add_on', 'primary_code', 'type', 'effective_on', 'deleted_on'],
  wholeRows: 5_000,
  layouts: [
    tableLayout({
      fields: [
        { name: 'add-on code', heads: ['addoncode', 'aoc'], read: procedureCode },
        {
          name: 'primary code',
          heads: ['primarycode'],
          read: (text) => (text.trim() === 'CCCCC' ? 'CCCCC' : procedureCode(text)),
        },
        { name: 'edit type', heads: ['aocedittype', 'edittype'], read: oneOf('1', '2', '3') },
        {
          name: 'effective date',
          heads: ['aocediteffdt', 'aocediteffectivedate', 'effectivedate'],
          read: dayOrNull,
          optional: true,
        },
        {
          name: 'deletion date',
          heads: ['aoceditdeldt', 'aoceditdeletiondate', 'deletiondate'],
          read: dayOrNull,
          optional: true,
        },
      ],
    }),
  ],
  period: byQuarter,
  hasHistory: ({ head }) => /eff/i.test(head.split('\n', 1)[0] ?? ''),
};

function byQuarter({ names }: Naming) {
  return quarterIn(...names) ?? UNDATED;
}
