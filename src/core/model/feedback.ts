import type { AuditedLine } from './audit.ts';

/** A claim of the sender's against our answer: codes he would bill, and codes of ours that he would not. */
export interface SenderCorrection {
  readonly given: readonly AuditedLine[];
  readonly against: readonly string[];
}

/** What a sender says of our answer to him, in codes only. */
export type SenderFeedback =
  | { readonly kind: 'agree' }
  | { readonly kind: 'correct'; readonly given: readonly string[]; readonly against: readonly string[] };
