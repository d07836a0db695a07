import type { Rule } from '../rule.ts';
import { laterOperation } from './later-operation.ts';
import { reducedOrDiscontinued } from './reduced-or-discontinued.ts';

/** Modifiers of circumstance: how far the work went, visits beside it, the global period, repeats. Held against rubrics. */
export const CIRCUMSTANCE_RULES: readonly Rule[] = [reducedOrDiscontinued, laterOperation];
