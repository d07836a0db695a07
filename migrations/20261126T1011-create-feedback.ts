import { type Kysely, sql } from 'kysely';

/** What senders say of our answers, in codes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('consultation_id', 'uuid', (column) =>
      column.notNull().unique().references('consultation.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('given', sql`text[]`, (column) => column.notNull())
    .addColumn('against', sql`text[]`, (column) => column.notNull())
    .addColumn('ours', sql`text[]`, (column) => column.notNull())
    .addCheckConstraint('feedback_kind', sql`kind in ('agree', 'correct')`)
    .execute();
  await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('feedback').execute();
}
