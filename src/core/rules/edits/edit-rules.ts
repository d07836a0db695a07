import type { Rule } from '../rule.ts';
import { addOnParent } from './add-on-parent.ts';
import { libraryExclusion } from './library-exclusion.ts';
import { ptpPairs } from './ptp-pairs.ts';
import { unitLimits } from './unit-limits.ts';

/** What the codes of one claim do to each other, and how often each may stand. */
export const EDIT_RULES: readonly Rule[] = [libraryExclusion, ptpPairs, addOnParent, unitLimits];
