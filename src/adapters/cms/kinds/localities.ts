import { decimal, matching, someText } from '../cells.ts';
import type { FileKind, Naming } from '../official-file.ts';
import { calendarYear, type Period, UNDATED, yearIn } from '../period.ts';
import { type Field, type Layout, tableLayout } from '../table-layout.ts';

const CONTRACTOR: Field = {
  name: 'contractor',
  heads: ['medicareadministrativecontractormac', 'contractor', 'carrier'],
  read: matching(/^\d{5}$/, 'no contractor number'),
};
const LOCALITY: Field = {
  name: 'locality',
  heads: ['localitynumber', 'locality'],
  read: matching(/^\d{2}$/, 'no locality number'),
};
const LOCALITY_NAME: Field = { name: 'locality_name', heads: ['localityname'], read: someText };

/** Remarks stand below the table, in the first column. */
const isRemark = ([, ...others]: readonly string[]): boolean => others.every((cell) => cell.trim() === '');

/** Geographic practice cost indices by locality. */
export const gpci: FileKind = {
  kind: 'gpci',
  title: 'GPCI',
  columns: ['contractor', 'state', 'locality', 'locality_name', 'work', 'pe', 'mp'],
  wholeRows: 90,
  layouts: [
    tableLayout({
      fields: [
        CONTRACTOR,
        { name: 'state', heads: ['state'], read: matching(/^[A-Z]{2}$/, 'no state') },
        LOCALITY,
        LOCALITY_NAME,
        { name: 'work', heads: [/^(20\d\d)?pwgpci/], read: decimal },
        { name: 'pe', heads: [/^(20\d\d)?pegpci/], read: decimal },
        { name: 'mp', heads: [/^(20\d\d)?mpgpci/], read: decimal },
      ],
      isRemark,
    }),
  ],
  period: byYear,
};

const FACTOR_HEADING = /^nationalanescfof/;

/** Anesthesia conversion factors by locality; the national one stands in the heading. */
export const anesthesia: FileKind = {
  kind: 'anesthesia',
  title: 'Anesthesia factors',
  columns: ['contractor', 'locality', 'locality_name', 'factor', 'national_factor'],
  wholeRows: 90,
  layouts: [
    withNationalFactor(
      tableLayout({
        fields: [CONTRACTOR, LOCALITY, LOCALITY_NAME, { name: 'factor', heads: [FACTOR_HEADING], read: decimal }],
        isRemark,
      }),
    ),
  ],
  period: byYear,
};

function withNationalFactor(layout: Layout): Layout {
  return {
    form: layout.form,
    match(head, file) {
      const match = layout.match(head, file);
      if (match.fits !== 'yes') return match;
      const national = head.flatMap(({ cells }) => cells).find((cell) => /national anes/i.test(cell));
      const factor = /\d+\.\d+/.exec(national ?? '')?.[0];
      return {
        fits: 'yes',
        read(record) {
          const row = match.read(record);
          return row === undefined ? undefined : [...row, factor];
        },
      };
    },
  };
}

function byYear({ names, head }: Naming): Period {
  const year = yearIn(...names, head);
  return year === undefined ? UNDATED : calendarYear(year);
}
