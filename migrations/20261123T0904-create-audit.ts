import type { Kysely } from 'kysely';

/** What happened to whom, and when: ids, enums and counts only. Outlives the rows it speaks of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('consultation_id', 'uuid')
    .addColumn('fields', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_consultation').on('audit').column('consultation_id').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('audit').execute();
}
