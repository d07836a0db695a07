import type { Kysely } from 'kysely';

/** How often something happened (a mail of a sender, an answer to him), once per consultation; and who confirmed his address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sender_count')
    .addColumn('counted_hmac', 'text', (column) => column.notNull())
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultation.id').onDelete('cascade'),
    )
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz')
    .addPrimaryKeyConstraint('sender_count_pkey', ['counted_hmac', 'consultation_id'])
    .execute();
  await db.schema.createIndex('sender_count_at').on('sender_count').columns(['counted_hmac', 'at']).execute();
  await db.schema.createIndex('sender_count_of').on('sender_count').column('consultation_id').execute();
  await db.schema
    .createTable('sender_confirmed')
    .addColumn('sender_hmac', 'text', (column) => column.primaryKey())
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultation.id').onDelete('cascade'),
    )
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['sender_confirmed', 'sender_count']) await db.schema.dropTable(table).execute();
}
