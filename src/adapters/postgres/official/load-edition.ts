import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Edition, OfficialKind } from '../../../core/model/official.ts';
import { OFFICIAL_TABLES, partitionOf } from './tables.ts';

export interface NewEdition extends Edition {
  readonly kind: OfficialKind;
  readonly isExcerpt: boolean;
  readonly sourceFiles: string;
  readonly sha256: string;
  readonly loadedAt: Date;
  /** Columns of the kind's table, in the order of the rows. */
  readonly columns: readonly string[];
}

/** Batches of rows; undefined is null. May throw at any row: then nothing is loaded. */
export type RowBatches = AsyncIterable<readonly (readonly (string | undefined)[])[]>;

/** The rows contradict each other or the table; the message says how. */
export class RowsFault extends Error {
  override name = 'RowsFault';
}

/** One import at a time. */
const LOCK_KEY = 727_401_912;

/**
 * Loads one edition in one transaction: its rows stream by COPY into a table aside, which becomes a partition in the
 * place of an earlier load of the same kind and name. Readers see the one or the other. `accept` is asked before the
 * switch and may throw. Returns the number of rows. Throws RowsFault when rows repeat that may not.
 */
export async function loadEdition(
  databaseUrl: string,
  edition: NewEdition,
  rows: RowBatches,
  accept: (rowCount: number) => void = () => undefined,
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true });
  // A lost connection fails the query that runs; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const rowCount = await fill(client, edition, rows, accept);
    await client.query('commit');
    return rowCount;
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw asRowsFault(fault);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function fill(
  client: pg.Client,
  edition: NewEdition,
  rows: RowBatches,
  accept: (rowCount: number) => void,
): Promise<number> {
  const table = OFFICIAL_TABLES[edition.kind];
  const sequence = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('edition', 'id'))::int as id`,
  );
  const id = Number(sequence.rows[0]?.id);
  const partition = partitionOf(edition.kind, id);
  // The check spares the attachment a second reading of all rows.
  await client.query(`create table ${partition} (like ${table}, check (edition_id = ${id}))`);
  await client.query(`alter table ${partition} alter edition_id set default ${id}`);
  const copy = client.query(copyFrom(`copy ${partition} (${edition.columns.join(', ')}) from stdin (freeze)`));
  await pipeline(Readable.from(copyText(rows), { objectMode: false }), copy);
  accept(copy.rowCount);
  await client.query(`alter table ${table} attach partition ${partition} for values in (${id})`);
  await client.query(`analyze ${partition}`);
  const earlier = await client.query<{ id: number }>('delete from edition where kind = $1 and name = $2 returning id', [
    edition.kind,
    edition.name,
  ]);
  for (const old of earlier.rows) await client.query(`drop table ${partitionOf(edition.kind, old.id)}`);
  await client.query(
    `insert into edition (id, kind, name, effective_from, effective_to, has_history, is_excerpt, source_files, sha256,
       row_count, loaded_at) overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      edition.kind,
      edition.name,
      edition.effectiveFrom,
      edition.effectiveTo,
      edition.hasHistory === true,
      edition.isExcerpt,
      edition.sourceFiles,
      edition.sha256,
      copy.rowCount,
      edition.loadedAt,
    ],
  );
  return copy.rowCount;
}

/** The text format of COPY: https://www.postgresql.org/docs/current/sql-copy.html */
async function* copyText(batches: RowBatches): AsyncIterable<Buffer> {
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) text += `${row.map(copyCell).join('\t')}\n`;
    yield Buffer.from(text, 'utf8');
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyCell(value: string | undefined): string {
  if (value === undefined) return '\\N';
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? '') : value;
}

/** 23505 unique_violation: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function asRowsFault(fault: unknown): unknown {
  if (!(fault instanceof pg.DatabaseError) || fault.code !== '23505') return fault;
  const key = /=\(\d+, (.*)\)/.exec(fault.detail ?? '')?.[1] ?? 'a row';
  return new RowsFault(`${key} stands in the file twice: is it two files in one, or damaged?`, { cause: fault });
}
