import type { ColumnType } from 'kysely';

/** Which mail lies under which UID; `filed_at` once it was moved out of the inbox. */
export interface MailboxUidTable {
  readonly mailbox: string;
  readonly uid_validity: ColumnType<string, bigint, never>;
  readonly uid: ColumnType<string, number, never>;
  readonly message_id: string;
  readonly filed_at: ColumnType<Date | null, Date | undefined, Date>;
}
