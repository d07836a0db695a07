import type { Generated } from 'kysely';

/** What holds replies back: all of them (`account`), or those to one domain (its keyed hash). */
export interface SendingPaceTable {
  readonly scope: string;
  /** The next free turn to send; a domain that is paced only. */
  readonly next_turn_at: Date | null;
  readonly paused_until: Date | null;
  /** Pauses in a row, without a mail sent in between. */
  readonly pauses: Generated<number>;
}
