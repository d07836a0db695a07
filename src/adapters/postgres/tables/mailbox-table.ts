import type { ColumnType } from 'kysely';

/** One IMAP mailbox and the UIDVALIDITY it had last time (RFC 3501, section 2.3.1.1). */
export interface MailboxTable {
  readonly name: string;
  readonly uid_validity: ColumnType<string, bigint, bigint>;
}
