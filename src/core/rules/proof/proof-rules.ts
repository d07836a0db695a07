import type { Rule } from '../rule.ts';
import { quoteExists } from './quote-exists.ts';

/** What has no words of the note behind it goes first. */
export const PROOF_RULES: readonly Rule[] = [quoteExists];
