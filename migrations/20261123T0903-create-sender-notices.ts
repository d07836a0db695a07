import type { Kysely } from 'kysely';

/** Which sender got which notice on which day; a sender is a keyed hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sender_notice')
    .addColumn('sender_hmac', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().references('consultation.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('sender_notice_pkey', ['sender_hmac', 'kind', 'day'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('sender_notice').execute();
}
