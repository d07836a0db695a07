import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOBODY_TO_ADDRESS } from '../../src/core/model/attention.ts';
import type { ConsultationId } from '../../src/core/model/ids.ts';
import type { Claim } from '../../src/pipeline/ports.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import {
  ATTEMPTS,
  accepted,
  DAY_MS,
  doubted,
  mustClaim,
  noticed,
  outgoing,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  testClock,
} from '../support/stores.ts';

describe.each(STORE_KINDS)('the desk in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  let stores: MemoryStores;

  beforeAll(async () => {
    room = await open(clock);
    stores = room.stores;
  });
  afterAll(() => room.close());
  beforeEach(() => clock.pass(DAY_MS));

  async function held(): Promise<Claim> {
    const claim = await mustClaim(stores, await receiveSome(stores), 'intake');
    await stores.consultations.finishIntake(claim, doubted);
    return claim;
  }
  async function faulty(): Promise<Claim> {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), accepted);
    for (let tried = 1; ; tried += 1) {
      const claim = await mustClaim(stores, id, 'coding');
      await stores.consultations.release(claim, { reason: 'Error', notBefore: clock.now() });
      if (tried === ATTEMPTS) return claim;
    }
  }
  async function replying(): Promise<Claim> {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    const claim = await mustClaim(stores, id, 'reply');
    await stores.outbox.put(claim, outgoing);
    return claim;
  }
  async function unknown(): Promise<Claim> {
    const claim = await replying();
    await stores.outbox.enterData(claim);
    await stores.outbox.settle(claim, 'unknown', undefined);
    await stores.consultations.finishReply(claim, 'held', 'the line fell after DATA');
    return claim;
  }
  async function refused(): Promise<Claim> {
    const claim = await replying();
    await stores.outbox.settle(claim, 'failed', 550);
    await stores.consultations.finishReply(claim, 'failed', 'refused with 550');
    return claim;
  }
  const entry = async ({ id }: { readonly id: ConsultationId }, which: 'attention' | 'open' = 'attention') =>
    (await stores.desk.list(which)).find((one) => one.id === id);

  it('lists what waits for a person with why, and what is open only when asked', async () => {
    const review = await held();
    const open = await receiveSome(stores);
    expect(await entry(review)).toMatchObject({
      caseKey: review.caseKey,
      status: 'held',
      stage: 'intake',
      attention: 'review',
      reason: doubted.reason,
      hasRawMail: true,
    });
    expect(await entry({ id: open })).toBeUndefined();
    expect(await entry({ id: open }, 'open')).toMatchObject({ status: 'waiting', attention: undefined });
    expect(await entry(await faulty())).toMatchObject({ attention: 'faults', stage: 'coding', attempts: ATTEMPTS });
    expect(await entry(await unknown())).toMatchObject({ attention: 'delivery-unknown', sending: 'unknown' });
    expect(await entry(await refused())).toMatchObject({ attention: 'refused', status: 'failed' });
    const lost = await replying();
    await stores.consultations.finishReply(lost, 'held', NOBODY_TO_ADDRESS);
    expect(await entry(lost)).toMatchObject({ attention: 'nobody-to-address' });
  });

  it('retries the stage that failed, with all its tries', async () => {
    const claim = await faulty();
    expect(await stores.desk.decide(claim.caseKey, 'retry')).toMatchObject({
      outcome: 'decided',
      rings: [{ id: claim.id, stage: 'coding' }],
    });
    expect(await mustClaim(stores, claim.id, 'coding')).toMatchObject({ attempt: 1, released: false });
    expect(await entry(claim)).toBeUndefined();
  });

  it('sends a refused reply again, the same mail', async () => {
    const claim = await refused();
    await stores.desk.decide(claim.caseKey, 'retry');
    const again = await mustClaim(stores, claim.id, 'reply');
    const { mail, phase } = await stores.outbox.put(again, { ...outgoing, to: 'other@example.org' });
    expect([mail.to, phase]).toEqual([outgoing.to, 'new']);
  });

  it('never sends again what was accepted, whatever happened after it', async () => {
    const claim = await replying();
    await stores.outbox.settle(claim, 'sent', 250);
    for (let at = claim; at.attempt < ATTEMPTS; at = await mustClaim(stores, claim.id, 'reply')) {
      await stores.consultations.release(at, { reason: 'Error', notBefore: clock.now() });
    }
    clock.pass(DAY_MS);
    expect(await stores.consultations.claim(claim.id, 'reply')).toBeUndefined();
    expect(await stores.desk.decide(claim.caseKey, 'retry')).toMatchObject({ outcome: 'decided' });
    const again = await mustClaim(stores, claim.id, 'reply');
    expect((await stores.outbox.put(again, outgoing)).phase).toBe('sent');
  });

  it('releases what was held for review, and says so to the worker', async () => {
    const claim = await held();
    expect(await stores.desk.decide(claim.caseKey, 'release')).toMatchObject({
      outcome: 'decided',
      rings: [{ id: claim.id, stage: 'intake' }],
    });
    expect(await mustClaim(stores, claim.id, 'intake')).toMatchObject({ attempt: 1, released: true });
  });

  it('takes a fault after the release for a fault, not for a review', async () => {
    const claim = await held();
    await stores.desk.decide(claim.caseKey, 'release');
    for (let tried = 1; tried <= ATTEMPTS; tried += 1) {
      const again = await mustClaim(stores, claim.id, 'intake');
      await stores.consultations.release(again, { reason: 'Error', notBefore: clock.now() });
    }
    expect(await entry(claim)).toMatchObject({ attention: 'faults' });
  });

  it('sends a reply of unknown fate again only when told so', async () => {
    const claim = await unknown();
    for (const decision of ['release', 'retry'] as const) {
      const decided = await stores.desk.decide(claim.caseKey, decision);
      expect(decided).toMatchObject({ outcome: 'refused', why: expect.stringContaining('--send-again') });
    }
    expect(await stores.desk.decide(claim.caseKey, 'send-again')).toMatchObject({ outcome: 'decided', count: 1 });
    const again = await mustClaim(stores, claim.id, 'reply');
    expect((await stores.outbox.put(again, outgoing)).phase).toBe('new');
  });

  it.each([
    ['held for review', held],
    ['failed', faulty],
    ['of unknown delivery', unknown],
    ['refused', refused],
  ])('closes what is %s, and nobody is answered', async (_, make) => {
    const claim = await make();
    expect(await stores.desk.decide(claim.caseKey, 'reject', 'not ours')).toMatchObject({
      outcome: 'decided',
      rings: [],
    });
    expect(await entry(claim, 'open')).toBeUndefined();
    for (const stage of ['intake', 'coding', 'reply'] as const) {
      expect(await stores.consultations.claim(claim.id, stage)).toBeUndefined();
    }
  });

  it('refuses what does not fit, in words, and changes nothing', async () => {
    const review = await held();
    const failed = await faulty();
    const open = await mustClaim(stores, await receiveSome(stores), 'intake');
    const why = async (key: string, decision: 'retry' | 'release' | 'send-again' | 'reject') => {
      const decided = await stores.desk.decide(key, decision);
      return decided.outcome === 'refused' ? decided.why : decided.outcome;
    };
    expect(await why(review.caseKey, 'retry')).toBe('is held for review: release or reject it');
    expect(await why(failed.caseKey, 'release')).toBe('is not held for review: retry or reject it');
    expect(await why(failed.caseKey, 'send-again')).toBe('is not held for review: retry or reject it');
    expect(await why(open.caseKey, 'reject')).toBe('is running: it does not wait for a decision');
    expect(await why('CC-0000000', 'reject')).toBe('is not known');
    expect(await why("x' or true --", 'retry')).toBe('is not known');
    expect(await entry(review)).toMatchObject({ attention: 'review' });
    expect(await entry(failed)).toMatchObject({ attention: 'faults' });
  });

  it('lets one of two people decide', async () => {
    const claim = await held();
    const decided = await Promise.all([
      stores.desk.decide(claim.caseKey, 'release'),
      stores.desk.decide(claim.caseKey, 'reject'),
    ]);
    expect(decided.filter(({ outcome }) => outcome === 'decided')).toHaveLength(1);
  });
});
