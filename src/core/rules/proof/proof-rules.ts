import type { Rule } from '../rule.ts';
import { blankInProof } from './blank-in-proof.ts';
import { otherPerformer } from './other-performer.ts';
import { quoteExists } from './quote-exists.ts';

/** What has no words of the note behind it goes first. */
export const PROOF_RULES: readonly Rule[] = [quoteExists, otherPerformer, blankInProof];
