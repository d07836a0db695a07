import type { Kysely } from 'kysely';

/** When a person let a held mail go through intake once more, whatever had been said against its sender. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consultation').addColumn('released_at', 'timestamptz').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consultation').dropColumn('released_at').execute();
}
