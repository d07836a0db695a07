import { type Kysely, sql } from 'kysely';

/** What waits for a person is listed and counted often, and is a small part of all consultations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('consultation_attention')
    .on('consultation')
    .column('updated_at')
    .where(sql.ref('status'), 'in', [sql.lit('held'), sql.lit('failed')])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('consultation_attention').execute();
}
