import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { createCipher, loadOrCreateKey, parseKey } from '../../src/adapters/postgres/encryption.ts';
import { EXPORTED_TABLES } from '../../src/adapters/postgres/export-format.ts';
import { keepHouse, startHousekeeping } from '../../src/adapters/postgres/housekeeping.ts';
import { migrateDown, migrateUp, pendingMigrations } from '../../src/adapters/postgres/migrate.ts';
import { OFFICIAL_TABLES } from '../../src/adapters/postgres/official/tables.ts';
import { purgeExpiredRawMail } from '../../src/adapters/postgres/purge.ts';
import { createStores, type Stores } from '../../src/adapters/postgres/stores.ts';
import type { DeidentifiedText } from '../../src/core/model/deidentified-note.ts';
import type { ConsultationId, IsoDate } from '../../src/core/model/ids.ts';
import { loopCounters, rateCounters } from '../../src/core/senders/counters.ts';
import type { Doorbell, Log } from '../../src/pipeline/ports.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { RULES } from '../support/sender-rules.ts';
import { DAY_MS, doubted, dueIds, mustClaim, noticed, outgoing, receiveSome, testClock } from '../support/stores.ts';
import { waitUntil } from '../support/wait-until.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const HELD_DAYS = 60;
const policy = { leaseMs: 10_000, attempts: 3, rawMailDays: 30 };

describe('PostgreSQL', () => {
  let database: TestDatabase;
  let db: Database;
  let stores: Stores;
  const clock = testClock();

  const keeping = (doorbell: Doorbell) => ({
    ...{ db, store: stores.consultations, doorbell, clock },
    heldMailDays: HELD_DAYS,
  });

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    stores = createStores({ db, clock, cipher: createCipher(randomBytes(32)), policy });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('migrates down to nothing and up again, in several processes at once', async () => {
    const other = await testDatabase();
    const empty = openDatabase(other.url);
    expect(await pendingMigrations(empty)).toEqual([]);
    while ((await migrateDown(empty)).length > 0);
    expect(await tablesOf(empty)).toEqual([]);
    const runs = await Promise.all([migrateUp(empty), migrateUp(empty)]);
    expect(new Set(runs.flat()).size).toBe(runs.flat().length);
    const official = ['edition', ...new Set(Object.values(OFFICIAL_TABLES))];
    expect(await tablesOf(empty)).toEqual([...EXPORTED_TABLES, ...official].sort());
    await empty.destroy();
    await other.drop();
  });

  it('runs one consultation of a case at a time', async () => {
    const [first, second] = [await receiveSome(stores), await receiveSome(stores)];
    const sameCase = db.selectFrom('consultation').select('case_id').where('id', '=', first);
    await db.updateTable('consultation').set({ case_id: sameCase }).where('id', '=', second).execute();
    const both = () => Promise.all([first, second].map((id) => stores.consultations.claim(id, 'intake')));
    for (let round = 0; round < 5; round += 1) {
      expect((await both()).filter((claim) => claim !== undefined)).toHaveLength(1);
      expect(await dueIds(stores)).not.toContain(second);
      expect(await dueIds(stores)).not.toContain(first);
      clock.pass(policy.leaseMs);
      await db.updateTable('consultation').set({ attempts: 0 }).execute();
    }
  });

  it('holds no address, subject or text of a mail in clear', async () => {
    const planted = ['jane.roe@clinic.example', 'Jane Roe', 'MRN 4711-0815', 'Operative note of'];
    const source = Buffer.from(
      `From: Jane Roe <jane.roe@clinic.example>\r\nSubject: Operative note of Jane Roe\r\n\r\nMRN 4711-0815`,
    );
    const id = await receiveSome(stores, { source });
    await stores.senders.mayNotify('jane.roe@clinic.example', 'stranger', id);
    const mail = { sender: 'jane.roe@clinic.example', subject: 'Operative note of Jane Roe' };
    await stores.senders.arrive(id, clock.now(), loopCounters(mail, 'guest', RULES));
    await stores.senders.grant(id, clock.now(), rateCounters(mail.sender, RULES));
    await stores.senders.mayNotify(mail.sender, 'confirm', id);
    const { caseKey } = await mustClaim(stores, id, 'intake');
    expect(await stores.senders.confirm(mail.sender, { caseKey, consultationId: id }, id)).toBe('now');
    clock.pass(policy.leaseMs);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    const claim = await mustClaim(stores, id, 'reply');
    await stores.outbox.put(claim, { ...outgoing, to: 'jane.roe@clinic.example', mime: source });
    for (const table of await tablesOf(db)) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(
        db,
      );
      const text = rows
        .map(({ row }) => row.replace(/\\\\x((?:[0-9a-f]{2})+)/g, (_all, hex) => fromHex(hex)))
        .join('\n');
      for (const secret of planted) expect(text, table).not.toContain(secret);
    }
    expect(Buffer.from((await stores.consultations.rawMail(id)) ?? []).equals(source)).toBe(true);
  });

  it('opens a ciphertext in no other row and with no other key', async () => {
    const [first, second] = [await receiveSome(stores), await receiveSome(stores)];
    const other = createStores({ db, clock, cipher: createCipher(randomBytes(32)), policy });
    await expect(other.consultations.rawMail(first)).rejects.toThrow('another key');
    const messageOf = (id: ConsultationId) => db.selectFrom('consultation').select('message_id').where('id', '=', id);
    const stolen = db.selectFrom('raw_mail').select('ciphertext').where('message_id', '=', messageOf(second));
    await db.updateTable('raw_mail').set({ ciphertext: stolen }).where('message_id', '=', messageOf(first)).execute();
    await expect(stores.consultations.rawMail(first)).rejects.toThrow();
  });

  it('stores text that JSON of PostgreSQL refuses, without moving an offset', async () => {
    const id = await receiveSome(stores);
    const text = 'a\u0000b\ud800c';
    const input = { kind: 'question', question: text as DeidentifiedText, mailedOn: '2025-06-02' as IsoDate } as const;
    const claim = await mustClaim(stores, id, 'intake');
    await stores.consultations.finishIntake(claim, { next: 'coding', input, verdict: 'question' });
    expect(await stores.consultations.codingInput(id)).toEqual({ ...input, question: 'a\ufffdb\ufffdc' });
  });

  it('purges raw mail when retention ends, and the reply once it is sent', async () => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    const claim = await mustClaim(stores, id, 'reply');
    await stores.outbox.put(claim, outgoing);
    clock.pass(policy.rawMailDays * DAY_MS - 1);
    await purgeExpiredRawMail(db, clock.now(), HELD_DAYS);
    expect(await stores.consultations.rawMail(id)).toBeDefined();
    clock.pass(1);
    expect((await purgeExpiredRawMail(db, clock.now(), HELD_DAYS)).purged).toBeGreaterThan(0);
    expect(await db.selectFrom('sender_count').select('at').execute()).toEqual([]);
    expect(await stores.consultations.rawMail(id)).toBeUndefined();
    // Not sent yet: the reply stays.
    expect((await stores.outbox.put(claim, outgoing)).phase).toBe('new');
    await stores.outbox.settle(claim, 'sent', 250);
    await purgeExpiredRawMail(db, clock.now(), HELD_DAYS);
    await expect(stores.outbox.put(claim, outgoing)).rejects.toThrow('purged');
  });

  it('tells the worker that a person let a held mail through', async () => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), doubted);
    const released = { status: 'waiting', attempts: 0, released_at: clock.now() } as const;
    await db.updateTable('consultation').set(released).where('id', '=', id).execute();
    expect((await mustClaim(stores, id, 'intake')).released).toBe(true);
  });

  it('writes down who decided what, and when', async () => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    await stores.consultations.finishReply(await mustClaim(stores, id, 'reply'), 'held', 'delivery unknown');
    const rows = await db.selectFrom('audit').select('event').where('consultation_id', '=', id).orderBy('id').execute();
    expect(rows.map(({ event }) => event)).toEqual(['received', 'noticed', 'held']);
  });

  it('housekeeping rings again for due work, one process at a time, and survives a deaf bell', async () => {
    const id = await receiveSome(stores);
    const rung: ConsultationId[] = [];
    let isDeaf = true;
    const doorbell = {
      ring: async (_stage: string, due: ConsultationId) => {
        if (isDeaf) throw new Error('deaf');
        // While one process rings, another does nothing.
        await keepHouse({
          db,
          store: stores.consultations,
          doorbell: fails,
          clock,
          heldMailDays: HELD_DAYS,
          log: silent,
        });
        rung.push(due);
      },
    };
    const fails = { ring: () => Promise.reject(new Error('two processes ring')) };
    const house = startHousekeeping({ ...keeping(doorbell), everyMs: 20, log: silent });
    isDeaf = false;
    await waitUntil('the bell rings', () => rung.includes(id));
    await house.stop();
    const count = rung.length;
    await keepHouse({
      db,
      store: { due: async () => [] },
      doorbell: fails,
      clock,
      heldMailDays: HELD_DAYS,
      log: silent,
    });
    expect(rung).toHaveLength(count);
  });

  it('housekeeping raises the alarm when something is held for a person', async () => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    const claim = await mustClaim(stores, id, 'reply');
    await stores.outbox.put(claim, outgoing);
    await stores.outbox.settle(claim, 'unknown', undefined);
    await stores.consultations.finishReply(claim, 'held', 'delivery unknown');
    const alarms: string[] = [];
    const log = { ...silent, error: (event: string) => alarms.push(event) };
    const doorbell = { ring: async () => undefined };
    const house = startHousekeeping({ ...keeping(doorbell), everyMs: 10, log });
    await waitUntil('the alarm', () => alarms.length > 0);
    await house.stop();
    expect(alarms).toHaveLength(1);
  });

  it('makes one key, readable by its owner only, even when several processes ask first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'key-'));
    const dataDir = join(folder, '.data');
    const keys = await Promise.all([1, 2, 3, 4].map(() => loadOrCreateKey(dataDir)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect((await stat(join(dataDir, 'key'))).mode & 0o777).toBe(0o600);
    const key = randomBytes(32);
    expect(Buffer.from(parseKey(key.toString('base64'))).equals(key)).toBe(true);
    expect(Buffer.from(parseKey(key.toString('hex'))).equals(key)).toBe(true);
    expect(() => parseKey(`short ${randomUUID()}`)).toThrow('64 hex digits');
    await rm(folder, { recursive: true });
  });
});

async function tablesOf(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely_%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

function fromHex(hex: string): string {
  return Buffer.from(hex, 'hex').toString('latin1');
}
