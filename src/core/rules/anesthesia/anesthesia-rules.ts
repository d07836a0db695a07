import type { Rule } from '../rule.ts';
import { baseUnits } from './base-units.ts';
import { directionModifier } from './direction-modifier.ts';
import { heartScope } from './heart-scope.ts';
import { minutesPresent } from './minutes-present.ts';
import { moderateSedation } from './moderate-sedation.ts';
import { oneSessionCode } from './one-session-code.ts';
import { physicalStatus } from './physical-status.ts';
import { postOperativeBlock } from './post-operative-block.ts';
import { qualifyingCircumstances } from './qualifying-circumstances.ts';
import { surgeonAnesthesia } from './surgeon-anesthesia.ts';

/** The anesthetic and the sedation: one code, its minutes, who gave it; what the surgeon gave himself is inside his operation. */
export const ANESTHESIA_RULES: readonly Rule[] = [
  oneSessionCode,
  minutesPresent,
  directionModifier,
  physicalStatus,
  qualifyingCircumstances,
  surgeonAnesthesia,
  postOperativeBlock,
  heartScope,
  moderateSedation,
  baseUnits,
];
