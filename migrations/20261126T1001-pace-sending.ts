import { type Kysely, sql } from 'kysely';

/** How far the sending of each reply got over its tries, and what makes all replies, or those to one domain, wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('first_tried_at', 'timestamptz')
    .addColumn('turn_at', 'timestamptz')
    .execute();
  await db.schema
    .createTable('sending_pace')
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('next_turn_at', 'timestamptz')
    .addColumn('paused_until', 'timestamptz')
    .addColumn('pauses', 'integer', (column) => column.notNull().defaultTo(0))
    .addCheckConstraint('sending_pace_pauses', sql`pauses >= 0`)
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('sending_pace').execute();
  await db.schema.alterTable('outbox').dropColumn('tries').dropColumn('first_tried_at').dropColumn('turn_at').execute();
}
