import type { Rule } from '../rule.ts';
import { combinedDiagnosis } from './combined-diagnosis.ts';
import { diagnosisOrder } from './diagnosis-order.ts';
import { diagnosisPointers } from './diagnosis-pointers.ts';
import { diagnosisValid } from './diagnosis-valid.ts';
import { excludes1 } from './excludes.ts';
import { firstListed } from './first-listed.ts';
import { integralSymptom } from './integral-symptom.ts';
import { pathologyPending } from './pathology-pending.ts';
import { patientOfDiagnosis } from './patient-of-diagnosis.ts';
import { replacedDiagnosis } from './replaced-diagnosis.ts';
import { seventhCharacter } from './seventh-character.ts';
import { sideOfDiagnosis } from './side-of-diagnosis.ts';
import { specificDiagnosis } from './specific-diagnosis.ts';
import { toldOtherwise } from './told-otherwise.ts';
import { uncertainDiagnosis } from './uncertain-diagnosis.ts';
import { useAdditional } from './use-additional.ts';
import { writtenDiagnosis } from './written-diagnosis.ts';

/**
 * The diagnoses of the claim and where they point: the codes the note writes itself; what it does not tell as a fact;
 * where a code says too little or something else; whether it is one on that day; what may not stand together; the order;
 * pointers last.
 */
export const DIAGNOSIS_RULES: readonly Rule[] = [
  writtenDiagnosis,
  toldOtherwise,
  uncertainDiagnosis,
  replacedDiagnosis,
  integralSymptom,
  sideOfDiagnosis,
  specificDiagnosis,
  seventhCharacter,
  diagnosisValid,
  combinedDiagnosis,
  excludes1,
  diagnosisOrder,
  useAdditional,
  firstListed,
  patientOfDiagnosis,
  diagnosisPointers,
  pathologyPending,
];
