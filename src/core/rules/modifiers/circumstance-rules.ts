import type { Rule } from '../rule.ts';
import { globalPeriod } from './global-period.ts';
import { greaterWork } from './greater-work.ts';
import { laterOperation } from './later-operation.ts';
import { reducedOrDiscontinued } from './reduced-or-discontinued.ts';
import { repeatedService } from './repeated-service.ts';
import { splitCare } from './split-care.ts';
import { visitBeside } from './visit-beside.ts';
import { visitInGlobal } from './visit-in-global.ts';

/** Modifiers of circumstance: how far the work went, visits beside it, the global period, repeats. Held against rubrics. */
export const CIRCUMSTANCE_RULES: readonly Rule[] = [
  reducedOrDiscontinued,
  greaterWork,
  laterOperation,
  visitInGlobal,
  visitBeside,
  splitCare,
  repeatedService,
  globalPeriod,
];
