import type { Kysely } from 'kysely';

/** Whose colleagues go on with a case: the registered domain of its sender, as a keyed hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('case_file').addColumn('domain_hmac', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('case_file').dropColumn('domain_hmac').execute();
}
