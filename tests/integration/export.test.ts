import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { createCipher } from '../../src/adapters/postgres/encryption.ts';
import { exportData } from '../../src/adapters/postgres/export.ts';
import { EXPORTED_TABLES } from '../../src/adapters/postgres/export-format.ts';
import { migrateDown } from '../../src/adapters/postgres/migrate.ts';
import { restoreData } from '../../src/adapters/postgres/restore.ts';
import { createStores, type Stores } from '../../src/adapters/postgres/stores.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { mustClaim, noticed, outgoing, receiveSome, testClock } from '../support/stores.ts';

describe('export and restore', () => {
  const cipher = createCipher(randomBytes(32));
  const clock = testClock();
  const databases: { readonly database: TestDatabase; readonly db: Database }[] = [];
  let folder: string;
  let file: string;

  const open = async (): Promise<{ readonly db: Database; readonly stores: Stores }> => {
    const database = await testDatabase();
    const db = openDatabase(database.url);
    databases.push({ database, db });
    const policy = { leaseMs: 10_000, attempts: 3, rawMailDays: 30 };
    return { db, stores: createStores({ db, clock, cipher, policy }) };
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
    file = join(folder, 'all.jsonl.gz');
  });
  afterEach(async () => {
    for (const { db, database } of databases.splice(0)) {
      await db.destroy();
      await database.drop();
    }
    await rm(folder, { recursive: true });
  });

  const filled = async () => {
    const room = await open();
    const ids = [];
    for (let count = 0; count < 12; count += 1) {
      ids.push(await receiveSome(room.stores, { source: randomBytes(200_000) }));
    }
    const [id] = ids;
    if (id === undefined) throw new Error('expected mails');
    await room.stores.mailboxes.open('INBOX', 4_294_967_295n);
    await room.stores.senders.mayNotify('a@example.org', 'stranger', id);
    await room.stores.consultations.finishIntake(await mustClaim(room.stores, id, 'intake'), noticed);
    await room.stores.outbox.put(await mustClaim(room.stores, id, 'reply'), outgoing);
    return { ...room, id };
  };

  it('brings every row of every table into an empty database, and work goes on there', async () => {
    const from = await filled();
    const count = await exportData(from.db, file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const to = await open();
    while ((await migrateDown(to.db)).length > 0);
    expect(await restoreData(to.db, file)).toBe(count);
    for (const table of EXPORTED_TABLES)
      expect(await rowsOf(to.db, table), table).toEqual(await rowsOf(from.db, table));
    const source = await from.stores.consultations.rawMail(from.id);
    expect(await to.stores.consultations.rawMail(from.id)).toEqual(source);
    await receiveSome(to.stores);
  });

  it('refuses a database that holds data, and a file that exists', async () => {
    const from = await filled();
    await exportData(from.db, file);
    await expect(restoreData(from.db, file)).rejects.toThrow('empty database');
    await expect(exportData(from.db, file)).rejects.toThrow('EEXIST');
  });

  it('restores nothing of a file that is cut or is something else', async () => {
    const from = await filled();
    await exportData(from.db, file);
    const text = gunzipSync(await readFile(file)).toString();
    const to = await open();
    const cases: readonly (readonly [Buffer, string])[] = [
      [gzipSync(text.slice(0, text.lastIndexOf('{"rows"'))), 'cut short'],
      [(await readFile(file)).subarray(0, 100_000), 'unexpected end of file'],
      [gzipSync('{"hello": "world"}\n'), 'not an export'],
      [gzipSync(''), 'not an export'],
    ];
    for (const [bytes, message] of cases) {
      await writeFile(file, bytes);
      await expect(restoreData(to.db, file)).rejects.toThrow(message);
      for (const table of EXPORTED_TABLES) expect(await rowsOf(to.db, table)).toEqual([]);
    }
  });
});

async function rowsOf(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t
    order by 1`.execute(db);
  return rows.map(({ row }) => row);
}
