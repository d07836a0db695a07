import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { createCipher } from '../../src/adapters/postgres/encryption.ts';
import { createOpenWorkReader } from '../../src/adapters/postgres/open-work.ts';
import { purgeExpiredRawMail } from '../../src/adapters/postgres/purge.ts';
import { createStores, type Stores } from '../../src/adapters/postgres/stores.ts';
import { NOBODY_TO_ADDRESS } from '../../src/core/model/attention.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { accepted, DAY_MS, doubted, mustClaim, noticed, outgoing, receiveSome, testClock } from '../support/stores.ts';

const HELD_DAYS = 60;
const policy = { leaseMs: 10_000, attempts: 1, rawMailDays: 30 };

describe('the work that is not over', () => {
  let database: TestDatabase;
  let db: Database;
  let stores: Stores;
  const clock = testClock();
  const openWork = () => createOpenWorkReader({ db, clock, heldMailDays: HELD_DAYS }).openWork();

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    stores = createStores({ db, clock, cipher: createCipher(randomBytes(32)), policy });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    await db.deleteFrom('consultation').execute();
  });

  /** A notice about to be sent. */
  async function replying() {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    return mustClaim(stores, id, 'reply');
  }

  it('is nothing in an empty database', async () => {
    expect(await openWork()).toEqual({ open: [], oldestSeconds: 0, attention: [], expiring: 0 });
  });

  it('is counted by stage, with the age of the oldest', async () => {
    await receiveSome(stores);
    clock.pass(90_000);
    const coding = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, coding, 'intake'), accepted);
    await mustClaim(stores, await receiveSome(stores), 'intake');
    const { open, oldestSeconds } = await openWork();
    expect(oldestSeconds).toBe(90);
    expect(open).toHaveLength(3);
    expect(open).toEqual(
      expect.arrayContaining([
        { stage: 'intake', status: 'waiting', count: 1 },
        { stage: 'intake', status: 'running', count: 1 },
        { stage: 'coding', status: 'waiting', count: 1 },
      ]),
    );
  });

  it('tells why a person has to look', async () => {
    const doubtful = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, doubtful, 'intake'), doubted);
    const faulty = await mustClaim(stores, await receiveSome(stores), 'intake');
    await stores.consultations.release(faulty, { reason: 'fault', notBefore: clock.now() });
    await stores.consultations.finishReply(await replying(), 'held', NOBODY_TO_ADDRESS);
    const unknown = await replying();
    await stores.outbox.put(unknown, outgoing);
    await stores.outbox.settle(unknown, 'unknown', undefined);
    await stores.consultations.finishReply(unknown, 'held', 'the line fell');
    const refused = await replying();
    await stores.outbox.put(refused, outgoing);
    await stores.outbox.settle(refused, 'failed', 550);
    await stores.consultations.finishReply(refused, 'failed', 'refused');
    const { open, attention } = await openWork();
    expect(open).toEqual([]);
    expect(Object.fromEntries(attention.map(({ kind, count }) => [kind, count]))).toEqual({
      review: 1,
      faults: 1,
      'nobody-to-address': 1,
      'delivery-unknown': 1,
      refused: 1,
    });
  });

  it('keeps its raw mail while it waits for a person, but not for ever', async () => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), doubted);
    clock.pass(policy.rawMailDays * DAY_MS);
    expect(await purgeExpiredRawMail(db, clock.now(), HELD_DAYS)).toMatchObject({ undecided: 0 });
    expect(await stores.consultations.rawMail(id)).toBeDefined();
    expect((await openWork()).expiring).toBe(0);
    clock.pass((HELD_DAYS - policy.rawMailDays - 1) * DAY_MS);
    expect((await openWork()).expiring).toBe(1);
    clock.pass(DAY_MS);
    expect(await purgeExpiredRawMail(db, clock.now(), HELD_DAYS)).toMatchObject({ undecided: 1 });
    expect(await stores.consultations.rawMail(id)).toBeUndefined();
    expect((await openWork()).expiring).toBe(0);
  });
});
