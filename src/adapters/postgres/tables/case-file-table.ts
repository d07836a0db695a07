import type { ColumnType } from 'kysely';

/** A case: a thread of mails about one operation. */
export interface CaseFileTable {
  readonly id: string;
  /** What the sender sees. */
  readonly key: string;
  /** Whose case it is, known once intake has read the first mail. */
  readonly sender_hmac: ColumnType<string | null, undefined, string>;
  readonly opened_at: Date;
}
