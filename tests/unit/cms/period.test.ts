import { describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../../../src/adapters/cms/kinds.ts';

function periodOf(kind: string, ...names: string[]): string {
  const found = FILE_KINDS.find((one) => one.kind === kind);
  const { label, from, to } = found?.period({ names, head: '' }) ?? { label: 'no such kind', from: '', to: '' };
  return `${label}: ${from} to ${to}`;
}

describe('the period of an official file', () => {
  it.each([
    ['pfs', ['PPRRVU2025_Oct.csv'], '2025 Oct: 2025-10-01 to 2025-12-31'],
    ['pfs', ['PPRRVU25_JAN.csv', 'rvu25a.zip'], '2025 Jan: 2025-01-01 to 2025-03-31'],
    ['pfs', ['PPRRVU2026_Jul_nonQPP.csv'], '2026 Jul: 2026-07-01 to 2026-09-30'],
    ['pfs', ['PPRRVU2026_Jul_QPP.csv'], '2026 Jul QPP: 2026-07-01 to 2026-09-30'],
    ['gpci', ['GPCI2026.csv'], '2026: 2026-01-01 to 2026-12-31'],
    ['ptp', ['ptp_practitioner_2024q3.csv'], '2024Q3: 2024-07-01 to 2024-09-30'],
    ['ptp', ['ccipra-v322r0-f1.txt'], '2026Q3: 2026-07-01 to 2026-09-30'],
    ['ptp', ['f1.txt', 'ccipra-v300r0.zip'], '2024Q1: 2024-01-01 to 2024-03-31'],
    ['mue', ['MCR_MUE_PractitionerServices_Eff_04-01-2026.csv'], '2026Q2: 2026-04-01 to 2026-06-30'],
    ['aoc', ['AOC_V2024Q2-MCR.xlsx'], '2024Q2: 2024-04-01 to 2024-06-30'],
    ['aoc', ['ncci_aoc.csv'], 'undated: undefined to undefined'],
    ['hcpcs', ['HCPC2026_OCT_ANWEB.csv'], '2026 Oct: 2026-10-01 to 2026-12-31'],
    ['hcpcs', ['HCPC2019_CONTR_ANWEB.txt'], '2019: 2019-01-01 to 2019-12-31'],
    ['icd10cm', ['icd10cm_order_2026.txt'], 'FY2026: 2025-10-01 to 2026-09-30'],
    ['icd10cm-drugs', ['icd10cm-drug-April-1-2026-XML.xml'], 'FY2026 April: 2026-04-01 to 2026-09-30'],
  ])('%s %s', (kind, names, expected) => {
    expect(periodOf(kind, ...names)).toBe(expected);
  });
});
