import { hash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { AuditTable } from './tables/audit-table.ts';
import type { CaseFileTable } from './tables/case-file-table.ts';
import type { ConsultationTable } from './tables/consultation-table.ts';
import type { EditionTable } from './tables/edition-table.ts';
import type { FeedbackTable } from './tables/feedback-table.ts';
import type { MailboxTable } from './tables/mailbox-table.ts';
import type { MailboxUidTable } from './tables/mailbox-uid-table.ts';
import type { MessageTable } from './tables/message-table.ts';
import type { OAuth2TokenTable } from './tables/oauth2-token-table.ts';
import type { OutboxTable } from './tables/outbox-table.ts';
import type { RawMailTable } from './tables/raw-mail-table.ts';
import type { SenderConfirmedTable, SenderCountTable } from './tables/sender-count-table.ts';
import type { SenderNoticeTable } from './tables/sender-notice-table.ts';
import type { SenderUnwillingTable } from './tables/sender-unwilling-table.ts';
import type { SendingPaceTable } from './tables/sending-pace-table.ts';

export interface DatabaseSchema {
  readonly audit: AuditTable;
  readonly case_file: CaseFileTable;
  readonly consultation: ConsultationTable;
  readonly edition: EditionTable;
  readonly feedback: FeedbackTable;
  readonly mailbox: MailboxTable;
  readonly mailbox_uid: MailboxUidTable;
  readonly message: MessageTable;
  readonly oauth2_token: OAuth2TokenTable;
  readonly outbox: OutboxTable;
  readonly raw_mail: RawMailTable;
  readonly sender_confirmed: SenderConfirmedTable;
  readonly sender_count: SenderCountTable;
  readonly sender_notice: SenderNoticeTable;
  readonly sender_unwilling: SenderUnwillingTable;
  readonly sending_pace: SendingPaceTable;
}

export type Database = Kysely<DatabaseSchema>;

export interface DatabaseOptions {
  /** @default 10 */
  readonly maxConnections?: number;
  /** Told when the server drops an idle connection; the pool makes a new one by itself. */
  readonly onConnectionLost?: () => void;
}

/** Opens a pool; connects at the first query. `destroy()` closes it. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'caseconsult',
  });
  pool.on('error', () => options.onConnectionLost?.());
  // The pool listens to idle connections only; one that falls between two queries of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = async () => preparing(await pool.connect());
  return new Kysely<DatabaseSchema>({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } }),
  });
}

/**
 * The same connection, on which a statement is parsed and planned once: that is half of its work. kysely writes the
 * same text for the same call, so the hash of the text is the statement's name.
 */
function preparing(client: pg.PoolClient): pg.PoolClient {
  const query = (text: string, values: readonly unknown[]) =>
    // Without values: `begin`, `commit`, the definition of a table.
    values.length === 0
      ? client.query(text)
      : client.query({ name: hash('sha256', text, 'base64url'), text, values: [...values] });
  return Object.assign(Object.create(client), { query });
}
