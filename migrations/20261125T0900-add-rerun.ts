import { type Kysely, sql } from 'kysely';

/** A consultation may answer a mail once more, after a new edition: one follows the other, each at most once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultation')
    .addColumn('rerun_of', 'uuid', (column) => column.references('consultation.id').onDelete('cascade'))
    .execute();
  await db.schema.alterTable('consultation').dropConstraint('consultation_message_id_key').execute();
  await db.schema
    .createIndex('consultation_of_message')
    .unique()
    .on('consultation')
    .column('message_id')
    .where(sql.ref('rerun_of'), 'is', null)
    .execute();
  await db.schema.createIndex('consultation_rerun_once').unique().on('consultation').column('rerun_of').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from consultation where rerun_of is not null`.execute(db);
  await db.schema.dropIndex('consultation_of_message').execute();
  await db.schema.alterTable('consultation').dropColumn('rerun_of').execute();
  await db.schema
    .alterTable('consultation')
    .addUniqueConstraint('consultation_message_id_key', ['message_id'])
    .execute();
}
