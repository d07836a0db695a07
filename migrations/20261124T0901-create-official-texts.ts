import { type Kysely, sql } from 'kysely';

/** The notes and indexes of ICD-10-CM, and the CPT titles of an owner who has the licence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    await sql`create table ${sql.table(table)} (edition_id integer not null, ${sql.raw(columns)})
      partition by list (edition_id)`.execute(db);
  }
  await sql`create index official_icd10cm_note_subject on official_icd10cm_note (subject)`.execute(db);
  await sql`create index official_icd10cm_note_block on official_icd10cm_note (subject)
    where subject like '___-___'`.execute(db);
  await sql`create index official_icd10cm_term_path on official_icd10cm_term (lower(path) text_pattern_ops)`.execute(
    db,
  );
  await sql`create index official_cpt_code on official_cpt (code)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of Object.keys(TABLES)) await db.schema.dropTable(table).execute();
}

const TABLES = {
  official_icd10cm_note: 'subject text not null, kind text not null, key text, text text not null',
  official_icd10cm_term: `path text not null, level integer not null, modifiers text, see text, see_also text,
    heading text, code text`,
  official_cpt: 'code text not null, long_title text, medium_title text, short_title text',
};
