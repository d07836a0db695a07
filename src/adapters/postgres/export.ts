import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { EXPORTED_TABLES } from './export-format.ts';
import { currentMigration } from './migrate.ts';

/** Few: a raw mail may have 30 MB. */
const FETCH_ROWS = 5;

/**
 * Writes all tables, as of one moment, into a new file of mode 0600; returns the number of rows.
 * The file appears only when it is whole. Throws when it exists or the database was never migrated.
 */
export async function exportData(
  db: Database,
  file: string,
  onProgress: (rows: number) => void = () => undefined,
): Promise<number> {
  const migration = await currentMigration(db);
  if (migration === undefined) throw new Error('There is nothing to export: the database was never migrated');
  const part = `${file}.part`;
  let rows = 0;
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const lines = async function* (): AsyncGenerator<string> {
          yield `${JSON.stringify({ format: 'caseconsult-export', version: 1, migration })}\n`;
          for (const table of EXPORTED_TABLES) {
            for await (const row of rowsOf(trx, table)) {
              yield `{"table":"${table}","row":${row}}\n`;
              rows += 1;
              onProgress(rows);
            }
          }
          yield `${JSON.stringify({ rows })}\n`;
        };
        await pipeline(Readable.from(lines()), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
      });
    // A link, unlike a rename, never replaces an earlier export.
    await link(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return rows;
}

/** Each row as JSON text, through a cursor: raw mails may be large. */
async function* rowsOf(trx: Database, table: string): AsyncGenerator<string> {
  await sql`declare export_rows no scroll cursor for
    select to_jsonb(exported)::text as row from ${sql.table(table)} as exported`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(FETCH_ROWS)} from export_rows`.execute(trx);
    for (const { row } of rows) yield row;
    if (rows.length < FETCH_ROWS) break;
  }
  await sql`close export_rows`.execute(trx);
}
