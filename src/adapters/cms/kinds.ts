import { cpt } from './kinds/cpt.ts';
import { hcpcs } from './kinds/hcpcs.ts';
import { icd10cm, icd10cmAddenda } from './kinds/icd10cm.ts';
import { ICD10CM_INDEXES } from './kinds/icd10cm-index.ts';
import { icd10cmTabular } from './kinds/icd10cm-tabular.ts';
import { anesthesia, gpci } from './kinds/localities.ts';
import { aoc, mue, ptp } from './kinds/ncci.ts';
import { pfs } from './kinds/pfs.ts';
import type { FileKind } from './official-file.ts';

/** Every kind of official file that can be read. */
export const FILE_KINDS: readonly FileKind[] = [
  pfs,
  gpci,
  anesthesia,
  ptp,
  mue,
  aoc,
  hcpcs,
  icd10cm,
  icd10cmAddenda,
  icd10cmTabular,
  ...ICD10CM_INDEXES,
  cpt,
];
