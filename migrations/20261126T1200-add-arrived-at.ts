import type { Kysely } from 'kysely';

/** When a mail came to its mailbox, which may be long before it was read from there. Unknown of mails read until now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('arrived_at', 'timestamptz').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').dropColumn('arrived_at').execute();
}
