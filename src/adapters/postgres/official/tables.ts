import type { OfficialKind } from '../../../core/model/official.ts';

/** Where the rows of a kind lie. */
export const OFFICIAL_TABLES = {
  pfs: 'official_fee',
  gpci: 'official_gpci',
  anesthesia: 'official_anesthesia',
  ptp: 'official_ptp',
  mue: 'official_mue',
  aoc: 'official_add_on',
  hcpcs: 'official_hcpcs',
  icd10cm: 'official_icd10cm',
  'icd10cm-addenda': 'official_icd10cm_change',
  'icd10cm-tabular': 'official_icd10cm_note',
  'icd10cm-index': 'official_icd10cm_term',
  'icd10cm-drugs': 'official_icd10cm_term',
  'icd10cm-external-causes': 'official_icd10cm_term',
  'icd10cm-neoplasms': 'official_icd10cm_term',
  cpt: 'official_cpt',
} as const satisfies Record<OfficialKind, string>;

/** The partition that holds one edition. */
export function partitionOf(kind: OfficialKind, editionId: number): string {
  return `${OFFICIAL_TABLES[kind]}_e${editionId}`;
}
