import type { Rule } from '../rule.ts';
import { claimedFacts } from './claimed-facts.ts';
import { footCare } from './foot-care.ts';
import { infantWeight } from './infant-weight.ts';
import { screening } from './screening.ts';
import { teaching } from './teaching.ts';
import { wrongSurgery } from './wrong-surgery.ts';

/** Modifiers that tell a payer a fact of the case: a small infant, a screening, a resident, class findings. */
export const STATEMENT_RULES: readonly Rule[] = [
  infantWeight,
  screening,
  teaching,
  footCare,
  claimedFacts,
  wrongSurgery,
];
