import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Database } from './database.ts';
import { EXPORTED_TABLES, exportFooter, exportHeader, exportRow } from './export-format.ts';
import { currentMigration, migrateTo, migrateUp } from './migrate.ts';

const BATCH_ROWS = 200;
const BATCH_CHARACTERS = 4_000_000;

/**
 * Reads an export into an empty database, all or nothing, and migrates it to today's schema; returns the
 * number of rows. Throws when the database holds data or the file is cut, or is not ours.
 */
export async function restoreData(
  db: Database,
  file: string,
  onProgress: (rows: number) => void = () => undefined,
): Promise<number> {
  if ((await currentMigration(db)) !== undefined && (await holdsData(db))) {
    throw new Error('Restore needs an empty database, and this one holds data');
  }
  let restored = 0;
  await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    const lines = linesOf(chunks);
    const header = parse(exportHeader, (await lines.next()).value ?? '');
    await migrateTo(db, header.migration);
    restored = await db.transaction().execute((trx) => insertRows(trx, lines, onProgress));
  });
  await migrateUp(db);
  return restored;
}

async function insertRows(
  trx: Database,
  lines: AsyncGenerator<string>,
  onProgress: (rows: number) => void,
): Promise<number> {
  let batch: { readonly table: string; readonly rows: unknown[]; characters: number } | undefined;
  let count = 0;
  let footer: z.output<typeof exportFooter> | undefined;
  const flush = async (): Promise<void> => {
    if (batch !== undefined) await insert(trx, batch.table, batch.rows);
    batch = undefined;
    onProgress(count);
  };

  for await (const line of lines) {
    if (line.startsWith('{"rows"')) {
      footer = parse(exportFooter, line);
      continue;
    }
    const { table, row } = parse(exportRow, line);
    if (batch?.table !== table || batch.rows.length >= BATCH_ROWS || batch.characters >= BATCH_CHARACTERS) {
      await flush();
      batch = { table, rows: [], characters: 0 };
    }
    batch.rows.push(row);
    batch.characters += line.length;
    count += 1;
  }
  await flush();
  if (footer?.rows !== count) throw new Error('The export is cut short; nothing was restored');
  await sql`select setval(pg_get_serial_sequence('audit', 'id'), coalesce(max(id), 0) + 1, false) from audit`.execute(
    trx,
  );
  return count;
}

async function insert(trx: Database, table: string, rows: readonly unknown[]): Promise<void> {
  const name = sql.table(table);
  await sql`insert into ${name} overriding system value
    select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`.execute(trx);
}

async function holdsData(db: Database): Promise<boolean> {
  for (const table of EXPORTED_TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

function parse<T extends z.ZodType>(schema: T, line: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    // Neither the text nor the parser's words: both may quote a row.
    throw new Error('This is not an export of CaseConsultant, or not of a version that it knows');
  }
}

/** Lines may be as long as the largest mail: only the new chunk is searched for the end. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pending.push(chunk.subarray(from, end));
      yield Buffer.concat(pending).toString('utf8');
      pending = [];
      from = end + 1;
    }
    pending.push(chunk.subarray(from));
  }
}
