import type { Kysely } from 'kysely';

/** Whose case it is, as a keyed hash of the sender's address: only the same sender goes on with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('case_file').addColumn('sender_hmac', 'text').execute();
  await db.schema.createIndex('consultation_of_case').on('consultation').column('case_id').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('consultation_of_case').execute();
  await db.schema.alterTable('case_file').dropColumn('sender_hmac').execute();
}
