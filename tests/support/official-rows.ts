import type { IsoDate } from '../../src/core/model/ids.ts';
import {
  type AddOnRow,
  type Edition,
  editionFor,
  type FeeRow,
  type MueRow,
  type OfficialKind,
  type PtpRow,
} from '../../src/core/model/official.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { ADD_ONS, FEES_2025, FEES_2026, MUES, PAIRS } from './official-tables.ts';

const edition = (kind: OfficialKind, name: string, from?: string, to?: string): Edition => ({
  kind,
  name,
  effectiveFrom: from as IsoDate | undefined,
  effectiveTo: to as IsoDate | undefined,
});
const FEE_EDITIONS = [
  { ...edition('pfs', 'PFS 2025 October', '2025-10-01', '2025-12-31'), rows: FEES_2025 },
  { ...edition('pfs', 'PFS 2026 July', '2026-07-01', '2026-09-30'), rows: FEES_2026 },
];
const OTHER_EDITIONS = [
  edition('ptp', 'NCCI PTP 2024Q3', '2024-07-01', '2024-09-30'),
  edition('mue', 'MUE 2026-04', '2026-04-01', '2026-06-30'),
  edition('aoc', 'NCCI add-on list'),
];

/** Official data as the loaded files would give it for these codes: the fee schedule of the day, one edition of each other kind. */
export const OFFICIAL_ROWS: OfficialData = {
  async forCodes(codes, day) {
    const wanted = new Set(codes);
    const fees = editionFor(FEE_EDITIONS, day);
    return {
      editions: fees === undefined ? OTHER_EDITIONS : [fees, ...OTHER_EDITIONS],
      fees: cells(fees?.rows ?? '')
        .map(feeRow)
        .filter(({ code }) => wanted.has(code)),
      pairs: cells(PAIRS)
        .map(pairRow)
        .filter(({ column1, column2 }) => wanted.has(column1) && wanted.has(column2)),
      mues: cells(MUES)
        .map(mueRow)
        .filter(({ code }) => wanted.has(code)),
      addOns: cells(ADD_ONS)
        .map(addOnRow)
        .filter(({ primary, addOn }) => wanted.has(primary) || wanted.has(addOn)),
    };
  },
};

function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' '));
}

function feeRow(row: readonly string[]): FeeRow {
  const [code = '', modifier = '', status = '', work, office, facility, pcTc = '', globalDays = ''] = row;
  const [multipleProcedure = '', bilateral = '', assistant = '', coSurgeon = '', team = '', base = ''] = row.slice(8);
  return {
    code,
    modifier: (modifier === '-' ? '' : modifier) as FeeRow['modifier'],
    status,
    workRvu: Number(work),
    totalNonFacilityRvu: Number(office),
    totalFacilityRvu: Number(facility),
    pcTc,
    globalDays,
    multipleProcedure,
    bilateral,
    assistant,
    coSurgeon,
    team,
    endoscopicBase: base === '-' ? '' : base,
  };
}

function pairRow([column1 = '', column2 = '', indicator = '', last = '']: readonly string[]): PtpRow {
  const deletedOn = last === '-' ? undefined : (last as IsoDate);
  return { column1, column2, indicator: indicator as PtpRow['indicator'], deletedOn };
}

function mueRow([code = '', units = '', mai = '']: readonly string[]): MueRow {
  return { code, units: Number(units), mai: mai as MueRow['mai'] };
}

function addOnRow([primary = '', addOn = '', type = '']: readonly string[]): AddOnRow {
  return { primary, addOn, type: type as AddOnRow['type'] };
}
