import type { ColumnType, Generated } from 'kysely';
import type { OutboxPhase } from '../../../pipeline/sending-port.ts';

/** The composed reply of a consultation, encrypted; the ciphertext goes when it is sent and retention ends. */
export interface OutboxTable {
  readonly consultation_id: string;
  readonly phase: OutboxPhase;
  readonly reply_code: number | null;
  /** Tries that ended with "later", and the first of them. */
  readonly tries: Generated<number>;
  readonly first_tried_at: ColumnType<Date | null, undefined, Date | null>;
  /** The kept turn at a domain that is paced. */
  readonly turn_at: ColumnType<Date | null, undefined, Date | null>;
  readonly ciphertext: Uint8Array | null;
  readonly key_id: string;
  readonly expires_at: Date;
  readonly updated_at: Date;
}
