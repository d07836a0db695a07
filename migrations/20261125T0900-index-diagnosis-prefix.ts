import { type Kysely, sql } from 'kysely';

/** Siblings of a diagnosis are found by what their codes begin with, whatever the collation of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index official_icd10cm_prefix on official_icd10cm (code text_pattern_ops)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index official_icd10cm_prefix`.execute(db);
}
