import type { Rule } from '../rule.ts';
import { stayInGlobal } from './stay-in-global.ts';
import { visitBesideProcedure } from './visit-beside-procedure.ts';

/** Evaluation and management: they run when the modifiers stand and before pairs of codes are judged. */
export const VISIT_RULES: readonly Rule[] = [stayInGlobal, visitBesideProcedure];
