import type { Kysely } from 'kysely';

/** Tokens of the mail account, encrypted: shared by the processes, and the refresh token as its endpoint replaced it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('oauth2_token')
    .addColumn('account_hmac', 'text', (column) => column.primaryKey())
    .addColumn('ciphertext', 'bytea', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('oauth2_token').execute();
}
