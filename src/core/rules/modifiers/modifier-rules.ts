import type { Rule } from '../rule.ts';
import { bilateral } from './bilateral.ts';
import { CIRCUMSTANCE_RULES } from './circumstance-rules.ts';
import { modifierPairing } from './modifier-pairing.ts';
import { professionalComponent } from './professional-component.ts';

/** Which modifiers a line has earned; pairs of codes are judged with them. */
export const MODIFIER_RULES: readonly Rule[] = [bilateral, professionalComponent, ...CIRCUMSTANCE_RULES];

/** Runs after the edits, which add 59: no contradictions, in the order payers price them. */
export const MODIFIER_ORDER: readonly Rule[] = [modifierPairing];
