import { type Kysely, sql } from 'kysely';

/**
 * Official data by edition. Each kind has a table, partitioned by edition: an import fills a table aside and attaches it,
 * a removal drops it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('edition')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'date')
    .addColumn('effective_to', 'date')
    .addColumn('has_history', 'boolean', (column) => column.notNull())
    .addColumn('is_excerpt', 'boolean', (column) => column.notNull())
    .addColumn('source_files', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('row_count', 'integer', (column) => column.notNull())
    .addColumn('loaded_at', 'timestamptz', (column) => column.notNull())
    .addUniqueConstraint('edition_once', ['kind', 'name'])
    .addCheckConstraint('edition_dates', sql`effective_to is null or effective_from <= effective_to`)
    .execute();
  for (const [table, columns] of Object.entries(TABLES)) {
    await sql`create table ${sql.table(table)} (edition_id integer not null, ${sql.raw(columns)})
      partition by list (edition_id)`.execute(db);
  }
  for (const [name, on] of Object.entries(INDEXES)) await sql.raw(`create ${on.replace('?', name)}`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of [...Object.keys(TABLES), 'edition']) await db.schema.dropTable(table).execute();
}

const TABLES = {
  official_fee: `code text not null, modifier text not null, title text not null, status text not null,
    work_rvu numeric not null, non_facility_pe_rvu numeric not null, non_facility_na text not null,
    facility_pe_rvu numeric not null, facility_na text not null, mp_rvu numeric not null,
    non_facility_total numeric not null, facility_total numeric not null, pc_tc text not null,
    global_days text not null, pre_share numeric not null, intra_share numeric not null,
    post_share numeric not null, multiple text not null, bilateral text not null, assistant text not null,
    co_surgeon text not null, team text not null, endoscopic_base text not null, conversion_factor numeric`,
  official_gpci: `contractor text not null, state text not null, locality text not null,
    locality_name text not null, work numeric not null, pe numeric not null, mp numeric not null`,
  official_anesthesia: `contractor text not null, locality text not null, locality_name text not null,
    factor numeric not null, national_factor numeric`,
  official_ptp: `column1 text not null, column2 text not null, effective_on date, deleted_on date,
    indicator text not null, rationale text`,
  official_mue: 'code text not null, units integer not null, mai text not null, rationale text not null',
  official_add_on: `add_on text not null, primary_code text not null, type text not null, effective_on date,
    deleted_on date`,
  official_hcpcs: `code text not null, long_title text, short_title text, pricing text, coverage text, betos text,
    base_units numeric, added_on date, effective_on date, terminated_on date`,
  official_icd10cm: `position integer not null, code text not null, is_billable boolean not null,
    short_title text not null, long_title text not null`,
  official_icd10cm_change: `action text not null, is_billable boolean not null, code text not null,
    short_title text not null, long_title text not null`,
};

const INDEXES = {
  official_fee_code: 'unique index ? on official_fee (edition_id, code, modifier)',
  official_gpci_place: 'unique index ? on official_gpci (edition_id, contractor, state, locality)',
  official_anesthesia_place: 'unique index ? on official_anesthesia (edition_id, contractor, locality)',
  official_ptp_pair: 'index ? on official_ptp (column1, column2)',
  official_ptp_column2: 'index ? on official_ptp (column2)',
  official_mue_code: 'unique index ? on official_mue (edition_id, code)',
  official_add_on_code: 'index ? on official_add_on (add_on)',
  official_add_on_primary: 'index ? on official_add_on (primary_code)',
  official_hcpcs_code: 'unique index ? on official_hcpcs (edition_id, code)',
  official_icd10cm_code: 'unique index ? on official_icd10cm (edition_id, code)',
  official_icd10cm_change_code: 'index ? on official_icd10cm_change (code)',
};
