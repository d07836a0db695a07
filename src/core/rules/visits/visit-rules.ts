import type { Rule } from '../rule.ts';
import { consultPayer } from './consult-payer.ts';
import { dataCountedOnce } from './data-counted-once.ts';
import { drugManagement } from './drug-management.ts';
import { newPatient } from './new-patient.ts';
import { oneVisit } from './one-visit.ts';
import { principalPhysician } from './principal-physician.ts';
import { prolongedVisit } from './prolonged-visit.ts';
import { splitShared } from './split-shared.ts';
import { stayInGlobal } from './stay-in-global.ts';
import { telehealthCodes } from './telehealth-codes.ts';
import { telehealthVisit } from './telehealth-visit.ts';
import { unrelatedCriticalCare } from './unrelated-critical-care.ts';
import { visitBesideProcedure } from './visit-beside-procedure.ts';
import { visitComplexity } from './visit-complexity.ts';
import { visitLevel } from './visit-level.ts';
import { visitPlace } from './visit-place.ts';
import { visitTime } from './visit-time.ts';

/**
 * Evaluation and management: they run when the modifiers stand and before pairs of codes are judged. What is no code of
 * this payer goes first, then the level, what adds to a visit, its own modifiers, and what stands beside it.
 */
export const VISIT_RULES: readonly Rule[] = [
  consultPayer,
  telehealthCodes,
  visitPlace,
  newPatient,
  visitLevel,
  visitTime,
  drugManagement,
  dataCountedOnce,
  prolongedVisit,
  visitComplexity,
  telehealthVisit,
  splitShared,
  principalPhysician,
  unrelatedCriticalCare,
  oneVisit,
  stayInGlobal,
  visitBesideProcedure,
];
