import type { Kysely } from 'kysely';

/** The subject of a mail, masked with the names that its note gives away: the reply repeats it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consultation').addColumn('subject', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consultation').dropColumn('subject').execute();
}
