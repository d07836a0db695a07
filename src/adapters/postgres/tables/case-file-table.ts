import type { ColumnType } from 'kysely';

/** A case: a thread of mails about one operation. */
export interface CaseFileTable {
  readonly id: string;
  /** What the sender sees. */
  readonly key: string;
  /** Whose case it is, known once intake has read the first mail. */
  readonly sender_hmac: ColumnType<string | null, undefined, string>;
  /** The domain whose members go on with it too, as a keyed hash; null where an address stands for itself alone. */
  readonly domain_hmac: ColumnType<string | null, undefined, string | null>;
  readonly opened_at: Date;
}
