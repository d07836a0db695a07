import { sql } from 'kysely';
import type { Database } from '../../src/adapters/postgres/database.ts';

/** Every row of every table as text, one line each; bytes stand as hex and once more as the text they may be. */
export async function dumpPostgres(db: Database): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const lines: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(dumped)::text as row from ${sql.table(`${schema}.${name}`)} as dumped`.execute(db);
    for (const { row } of rows) lines.push(`${schema}.${name} ${row} ${bytesOf(row)}`);
  }
  return lines;
}

function bytesOf(row: string): string {
  return [...row.matchAll(/\\x([0-9a-f]+)/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join(' ');
}
