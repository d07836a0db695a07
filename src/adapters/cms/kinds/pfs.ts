import { anyText, decimal, decimalOrNull, matching, oneOf, someText } from '../cells.ts';
import { fixedLayout } from '../fixed-layout.ts';
import type { FileKind } from '../official-file.ts';
import { monthIn, release, UNDATED, yearIn } from '../period.ts';
import type { OfficialRow } from '../source-record.ts';
import { tableLayout } from '../table-layout.ts';

/** Every column, with the headings of the csv and xlsx files and the places of the txt file (RVU25D, record layout). */
const FIELDS = [
  { name: 'code', heads: ['hcpcs'], at: [1, 5], read: matching(/^[0-9A-Z]{5}$/, 'no HCPCS code') },
  { name: 'modifier', heads: ['mod'], at: [6, 7], read: oneOf('', '26', 'TC', '53') },
  { name: 'title', heads: ['description'], at: [8, 57], read: someText },
  { name: 'status', heads: ['statuscode', 'code#1'], at: [58, 58], read: matching(/^[A-Z]$/, 'no status code') },
  { name: 'work_rvu', heads: ['workrvu', 'rvu#1'], at: [60, 65], read: decimal },
  { name: 'non_facility_pe_rvu', heads: ['nonfacpervu', 'pervu#1'], at: [67, 72], read: decimal },
  { name: 'non_facility_na', heads: ['nonfacnaindicator', 'naindicator#1', 'indicator#1'], at: [73, 74] },
  { name: 'facility_pe_rvu', heads: ['facilitypervu', 'pervu#2'], at: [76, 81], read: decimal },
  { name: 'facility_na', heads: ['facilitynaindicator', 'naindicator#2', 'indicator#2'], at: [82, 83] },
  { name: 'mp_rvu', heads: ['mprvu', 'rvu#2'], at: [85, 89], read: decimal },
  { name: 'non_facility_total', heads: ['nonfacilitytotal', 'total#1'], at: [91, 96], read: decimal },
  { name: 'facility_total', heads: ['facilitytotal', 'total#2'], at: [97, 102], read: decimal },
  { name: 'pc_tc', heads: ['pctcind', 'ind#1'], at: [103, 103], read: matching(/^\d$/, 'no PC/TC indicator') },
  { name: 'global_days', heads: ['globdays', 'days'], at: [104, 106], read: matching(/^[0-9A-Z]{3}$/, 'no days') },
  { name: 'pre_share', heads: ['preop', 'op#1'], at: [107, 109], read: decimal },
  { name: 'intra_share', heads: ['intraop', 'op#2'], at: [110, 112], read: decimal },
  { name: 'post_share', heads: ['postop', 'op#3'], at: [113, 115], read: decimal },
  { name: 'multiple', heads: ['multproc', 'proc'], at: [116, 116], read: matching(/^\d$/, 'no indicator') },
  { name: 'bilateral', heads: ['bilatsurg', 'surg#1'], at: [117, 117], read: oneOf('0', '1', '2', '3', '9') },
  { name: 'assistant', heads: ['asstsurg', 'surg#2'], at: [118, 118], read: oneOf('0', '1', '2', '9') },
  { name: 'co_surgeon', heads: ['cosurg', 'surg#3'], at: [119, 119], read: oneOf('0', '1', '2', '9') },
  { name: 'team', heads: ['teamsurg', 'surg#4'], at: [120, 120], read: oneOf('0', '1', '2', '9') },
  { name: 'endoscopic_base', heads: ['endobase', 'base'], at: [128, 132], read: anyText },
  { name: 'conversion_factor', heads: ['convfactor', 'factor'], at: [133, 140], read: decimalOrNull },
] as const;

const fields = FIELDS.map((field) => ({
  read: oneOf('', 'NA'),
  ...field,
  from: field.at[0],
  to: field.at[1],
}));

/** The totals are sums, so columns that changed places betray themselves. */
function checkTotals(row: OfficialRow): string | undefined {
  const [work, nonFacilityPe, facilityPe, mp, nonFacilityTotal, facilityTotal] = [4, 5, 7, 9, 10, 11].map((at) =>
    Number(row[at]),
  );
  return isSum(nonFacilityTotal, work, nonFacilityPe, mp) && isSum(facilityTotal, work, facilityPe, mp)
    ? undefined
    : `the RVUs of ${row[0]} do not add up to its totals: have columns changed places?`;
}

function isSum(total = 0, ...parts: readonly (number | undefined)[]): boolean {
  return Math.abs(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) - total) < 0.03;
}

/** Medicare Physician Fee Schedule relative values, one row a code and modifier. */
export const pfs: FileKind = {
  kind: 'pfs',
  title: 'PFS',
  columns: FIELDS.map(({ name }) => name),
  wholeRows: 12_000,
  layouts: [
    tableLayout({ fields: [...fields], checker: () => checkTotals }),
    fixedLayout({
      line: /^[0-9A-Z]{5}(26|TC|53| {2}).{50}[A-Z][ +].{43}\d[0-9A-Z]{3}/,
      preamble: /^(HDR|TRL)/,
      fields,
      checker: () => checkTotals,
    }),
  ],
  period({ names, head }) {
    const texts = [...names.map((name) => name.replace(/(PPRRVU)(\d\d)(?!\d)/i, '$120$2')), head];
    const year = yearIn(...texts);
    if (year === undefined) return UNDATED;
    const letter = /rvu\d\d([a-d])/i.exec(names.join(' '))?.[1]?.toLowerCase();
    const byLetter = letter === undefined ? undefined : ['Jan', 'Apr', 'Jul', 'Oct']['abcd'.indexOf(letter)];
    const period = release(year, monthIn(...texts.map((text) => text.slice(0, 120))) ?? byLetter);
    return isApmOnly(names[0] ?? '') ? { ...period, label: `${period.label} QPP` } : period;
  },
  rank: (name) => (isApmOnly(name) ? -1 : 0),
};

/** Since 2026 there is a second file, for qualifying participants of alternative payment models. */
function isApmOnly(name: string): boolean {
  return /qpp/i.test(name) && !/non-?_?qpp/i.test(name);
}
