import type { Rule } from '../rule.ts';
import { editionYear } from './edition-year.ts';
import { endoscopyFamily } from './endoscopy-family.ts';
import { facilityTechnical } from './facility-technical.ts';
import { multipleProcedures } from './multiple-procedures.ts';
import { sequence } from './sequence.ts';

/** Values, payer and order of the lines: the last look. */
export const PAYMENT_RULES: readonly Rule[] = [
  facilityTechnical,
  endoscopyFamily,
  sequence,
  multipleProcedures,
  editionYear,
];
