import { type Kysely, sql } from 'kysely';

/** The composed reply of a consultation and how far its sending got. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('consultation_id', 'uuid', (column) =>
      column.primaryKey().references('consultation.id').onDelete('cascade'),
    )
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('reply_code', 'integer')
    .addColumn('ciphertext', 'bytea')
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .addCheckConstraint('outbox_phase', sql`phase in ('new', 'data', 'sent', 'failed', 'unknown')`)
    .execute();
  await db.schema.createIndex('outbox_expiry').on('outbox').column('expires_at').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('outbox').execute();
}
