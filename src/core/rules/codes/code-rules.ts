import type { Rule } from '../rule.ts';
import { codeValid } from './code-valid.ts';
import { feeStatus } from './fee-status.ts';
import { guidance } from './guidance.ts';
import { patientBand } from './patient-band.ts';
import { priorAuthorization } from './prior-authorization.ts';
import { unlisted } from './unlisted.ts';

/** Whether each code may be billed at all: on that day, by that payer, for that patient. */
export const CODE_RULES: readonly Rule[] = [codeValid, feeStatus, patientBand, unlisted, guidance, priorAuthorization];
