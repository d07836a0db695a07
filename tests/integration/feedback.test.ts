import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { createCipher } from '../../src/adapters/postgres/encryption.ts';
import { listFeedback } from '../../src/adapters/postgres/feedback-store.ts';
import { createStores, type Stores } from '../../src/adapters/postgres/stores.ts';
import { deidentify, deidentifyText } from '../../src/core/deidentify/deidentify.ts';
import type { SenderFeedback } from '../../src/core/model/feedback.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import type { CaseInput } from '../../src/pipeline/ports.ts';
import { caseAnswer, claimLine } from '../support/answer-builders.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { DAY_MS, LEASE_MS, mustClaim, receiveSome, testClock } from '../support/stores.ts';

const SENDER = 'dana@clinic.example';
const INPUT: CaseInput = {
  kind: 'case',
  note: deidentify('The gallbladder was removed.'),
  senderText: deidentifyText(''),
  limits: [],
  mailedOn: '2026-11-20' as IsoDate,
};
const CORRECTION: SenderFeedback = { kind: 'correct', given: ['47563'], against: ['47562'] };

describe('what senders say of answers', () => {
  let database: TestDatabase;
  let db: Database;
  let stores: Stores;
  const clock = testClock();

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase(database.url);
    const policy = { leaseMs: LEASE_MS, attempts: 3, rawMailDays: 30 };
    stores = createStores({ db, clock, cipher: createCipher(randomBytes(32)), policy });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** A case that was answered with these codes, as a reply to it names it. */
  async function answered(...codes: readonly string[]) {
    const claim = await mustClaim(stores, await receiveSome(stores), 'intake');
    await stores.consultations.enterCase(claim, { sender: SENDER, answers: undefined });
    await stores.consultations.finishIntake(claim, { next: 'coding', input: INPUT, verdict: 'case' });
    const answer = caseAnswer({ lines: codes.map((code) => claimLine({ code })) });
    await stores.consultations.finishCoding(await mustClaim(stores, claim.id, 'coding'), answer, []);
    await stores.consultations.finishReply(await mustClaim(stores, claim.id, 'reply'), 'answered', 'sent');
    return { caseKey: claim.caseKey, consultationId: claim.id };
  }
  async function reply(answers: Awaited<ReturnType<typeof answered>>) {
    clock.pass(DAY_MS);
    const claim = await mustClaim(stores, await receiveSome(stores), 'intake');
    await stores.consultations.enterCase(claim, { sender: SENDER, answers });
    return claim;
  }

  it('is kept in codes, beside the codes it speaks of, and listed from a day on', async () => {
    const first = await answered('47562', '44180');
    const correcting = await reply(first);
    const coding = { next: 'coding', input: INPUT, verdict: 'follow_up', feedback: CORRECTION } as const;
    expect(await stores.consultations.finishIntake(correcting, coding)).toBe(true);
    const agreeing = await reply(await answered('44970'));
    const thanks = { next: 'nothing', verdict: 'follow_up', reason: 'thanks', feedback: { kind: 'agree' } } as const;
    expect(await stores.consultations.finishIntake(agreeing, thanks)).toBe(true);
    const all = await listFeedback(db);
    expect(all).toMatchObject([
      { caseKey: first.caseKey, kind: 'correct', given: ['47563'], against: ['47562'], ours: ['47562', '44180'] },
      { kind: 'agree', given: [], against: [], ours: ['44970'] },
    ]);
    const lastDay = clock.now().toISOString().slice(0, 10) as IsoDate;
    expect(await listFeedback(db, lastDay)).toEqual(all.slice(1));
  });

  it('is not kept when the worker lost its lease, and once when intake is tried again', async () => {
    const count = (await listFeedback(db)).length;
    const slow = await reply(await answered('47562'));
    clock.pass(LEASE_MS);
    const quick = await mustClaim(stores, slow.id, 'intake');
    const result = { next: 'nothing', verdict: 'follow_up', reason: 'x', feedback: CORRECTION } as const;
    expect(await stores.consultations.finishIntake(slow, result)).toBe(false);
    expect(await listFeedback(db)).toHaveLength(count);
    expect(await stores.consultations.finishIntake(quick, result)).toBe(true);
    expect(await listFeedback(db)).toHaveLength(count + 1);
  });
});
