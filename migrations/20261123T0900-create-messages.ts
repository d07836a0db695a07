import { type Kysely, sql } from 'kysely';

/** Mailboxes, the mails received from them, and the encrypted source of each mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mailbox')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('uid_validity', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('message')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('message_id_hash', 'text')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('oversize_bytes', 'integer')
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('message_once', ['mailbox', 'message_id_hash', 'content_hash'], (unique) =>
      unique.nullsNotDistinct(),
    )
    .execute();

  await db.schema
    .createTable('mailbox_uid')
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('uid_validity', 'bigint', (column) => column.notNull())
    .addColumn('uid', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'uuid', (column) => column.notNull().references('message.id').onDelete('cascade'))
    .addColumn('filed_at', 'timestamptz')
    .addPrimaryKeyConstraint('mailbox_uid_pkey', ['mailbox', 'uid_validity', 'uid'])
    .execute();
  await db.schema
    .createIndex('mailbox_uid_unfiled')
    .on('mailbox_uid')
    .columns(['mailbox', 'uid_validity'])
    .where(sql.ref('filed_at'), 'is', null)
    .execute();

  await db.schema
    .createTable('raw_mail')
    .addColumn('message_id', 'uuid', (column) => column.primaryKey().references('message.id').onDelete('cascade'))
    .addColumn('ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('raw_mail_expiry').on('raw_mail').column('expires_at').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['raw_mail', 'mailbox_uid', 'message', 'mailbox']) await db.schema.dropTable(table).execute();
}
