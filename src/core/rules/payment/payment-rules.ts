import type { Rule } from '../rule.ts';
import { sequence } from './sequence.ts';

/** Values, payer and order of the lines: the last look. */
export const PAYMENT_RULES: readonly Rule[] = [sequence];
