import type { Rule } from '../rule.ts';
import { addOnCount } from './add-on-count.ts';
import { addOnParent } from './add-on-parent.ts';
import { bothSides } from './both-sides.ts';
import { causedBleeding } from './caused-bleeding.ts';
import { failedScope } from './failed-scope.ts';
import { idleSeparate } from './idle-separate.ts';
import { libraryExclusion } from './library-exclusion.ts';
import { narrativePolicy } from './narrative-policy.ts';
import { ptpPairs } from './ptp-pairs.ts';
import { unitLimits } from './unit-limits.ts';
import { zeroLimit } from './zero-limit.ts';

/**
 * What the codes of one claim do to each other, and how often each may stand. What the note itself settles goes before
 * the edits, what no edit reached after them.
 */
export const EDIT_RULES: readonly Rule[] = [
  failedScope,
  causedBleeding,
  libraryExclusion,
  ptpPairs,
  narrativePolicy,
  idleSeparate,
  addOnParent,
  addOnCount,
  bothSides,
  unitLimits,
  zeroLimit,
];
