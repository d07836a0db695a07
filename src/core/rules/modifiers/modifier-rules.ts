import type { Rule } from '../rule.ts';
import { assistant } from './assistant.ts';
import { assistantOffer } from './assistant-offer.ts';
import { bilateral } from './bilateral.ts';
import { CIRCUMSTANCE_RULES } from './circumstance-rules.ts';
import { coSurgeon } from './co-surgeon.ts';
import { modifierKnown } from './modifier-known.ts';
import { modifierPairing } from './modifier-pairing.ts';
import { professionalComponent } from './professional-component.ts';
import { separateService } from './separate-service.ts';
import { sideAgrees } from './side-agrees.ts';
import { STATEMENT_RULES } from './statement-rules.ts';
import { targetFits } from './target-fits.ts';
import { teamSurgery } from './team-surgery.ts';

/** Whose claim it is: two surgeons, a team, an assistant. */
const ROLE_RULES: readonly Rule[] = [coSurgeon, teamSurgery, assistant];

/** Which modifiers a line has earned; pairs of codes are judged with them. */
export const MODIFIER_RULES: readonly Rule[] = [
  bilateral,
  sideAgrees,
  targetFits,
  professionalComponent,
  ...ROLE_RULES,
  ...CIRCUMSTANCE_RULES,
  ...STATEMENT_RULES,
];

/** Runs after the edits, which add 59: no contradictions, in the order payers price them. */
export const MODIFIER_ORDER: readonly Rule[] = [separateService, modifierKnown, modifierPairing, assistantOffer];
