import type { Rule } from '../rule.ts';

/** Modifiers of circumstance: how far the work went, visits beside it, the global period, repeats. Held against rubrics. */
export const CIRCUMSTANCE_RULES: readonly Rule[] = [];
