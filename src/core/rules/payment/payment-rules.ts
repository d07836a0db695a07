import type { Rule } from '../rule.ts';
import { facilityTechnical } from './facility-technical.ts';
import { multipleProcedures } from './multiple-procedures.ts';
import { sequence } from './sequence.ts';

/** Values, payer and order of the lines: the last look. */
export const PAYMENT_RULES: readonly Rule[] = [facilityTechnical, sequence, multipleProcedures];
