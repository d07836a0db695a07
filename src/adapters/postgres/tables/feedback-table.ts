import type { GeneratedAlways } from 'kysely';

/** What a sender said of an answer of ours, in codes only. */
export interface FeedbackTable {
  readonly id: GeneratedAlways<string>;
  readonly at: Date;
  /** The work on the mail that said it. */
  readonly consultation_id: string;
  readonly kind: 'agree' | 'correct';
  /** The codes that the sender would bill, as coders write them: `44180-59`. */
  readonly given: string[];
  /** Codes of ours that the sender would not bill. */
  readonly against: string[];
  /** The lines of the answer it speaks of. */
  readonly ours: string[];
}
