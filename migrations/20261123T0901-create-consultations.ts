import { type Kysely, sql } from 'kysely';

/** Cases, and the work on each mail of a case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('case_file')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('opened_at', 'timestamptz', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('consultation')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('message_id', 'uuid', (column) => column.notNull().unique().references('message.id').onDelete('cascade'))
    .addColumn('case_id', 'uuid', (column) => column.notNull().references('case_file.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('not_before', 'timestamptz', (column) => column.notNull())
    .addColumn('lease_token', 'uuid')
    .addColumn('lease_until', 'timestamptz')
    .addColumn('verdict', 'text')
    .addColumn('reason', 'text')
    .addColumn('input', 'jsonb')
    .addColumn('answer', 'jsonb')
    .addColumn('editions', 'jsonb')
    .addColumn('trace', 'jsonb')
    .addColumn('received_at', 'timestamptz', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .addCheckConstraint(
      'consultation_status',
      sql`status in ('waiting', 'running', 'answered', 'closed', 'held', 'failed')`,
    )
    .addCheckConstraint('consultation_stage', sql`stage in ('intake', 'coding', 'reply')`)
    .addCheckConstraint(
      'consultation_lease',
      sql`(status = 'running') = (lease_token is not null) and (status = 'running') = (lease_until is not null)`,
    )
    .execute();

  await db.schema
    .createIndex('consultation_one_running')
    .unique()
    .on('consultation')
    .column('case_id')
    .where(sql.ref('status'), '=', sql.lit('running'))
    .execute();
  await db.schema
    .createIndex('consultation_open')
    .on('consultation')
    .column('not_before')
    .where(sql.ref('status'), 'in', [sql.lit('waiting'), sql.lit('running')])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['consultation', 'case_file']) await db.schema.dropTable(table).execute();
}
