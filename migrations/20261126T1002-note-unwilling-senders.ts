import type { Kysely } from 'kysely';

/** Senders who called a reply of ours abuse, as keyed hashes: not answered before a person has looked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sender_unwilling')
    .addColumn('sender_hmac', 'text', (column) => column.primaryKey())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('sender_unwilling').execute();
}
