import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConsultationId } from '../../src/core/model/ids.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import {
  ATTEMPTS,
  accepted,
  answer,
  DAY_MS,
  doubted,
  dueIds,
  INBOX,
  ignored,
  LEASE_MS,
  mustClaim,
  noticed,
  question,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  someMail,
  testClock,
  VALIDITY,
} from '../support/stores.ts';

describe.each(STORE_KINDS)('the stores in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  let stores: MemoryStores;

  beforeAll(async () => {
    room = await open(clock);
    stores = room.stores;
  });
  afterAll(() => room.close());
  // Far enough from the other tests that none of their work is unfinished in this one.
  beforeEach(() => clock.pass(DAY_MS));

  describe('receiving', () => {
    it('gives a mail one consultation, waiting for intake', async () => {
      const outcome = await stores.consultations.receive(someMail());
      expect(outcome.outcome).toBe('new');
      expect(await stores.consultations.due(1_000)).toContainEqual({ id: outcome.id, stage: 'intake' });
    });

    it('knows a mail again by Message-ID and content, with its second place in the mailbox', async () => {
      const first = someMail();
      const { id } = await stores.consultations.receive(first);
      const again = someMail({ messageIdHash: first.messageIdHash, contentHash: first.contentHash });
      expect(await stores.consultations.receive(again)).toEqual({ outcome: 'duplicate', id });
      expect(await stores.mailboxes.unknownUids(INBOX, VALIDITY, [again.place.uid])).toEqual([]);
    });

    it('takes one Message-ID with other content for another mail', async () => {
      const first = someMail();
      await stores.consultations.receive(first);
      const other = await stores.consultations.receive(someMail({ messageIdHash: first.messageIdHash }));
      expect(other.outcome).toBe('new');
    });

    it('knows mails without a Message-ID by their content', async () => {
      const first = someMail({ messageIdHash: undefined });
      const { id } = await stores.consultations.receive(first);
      const again = someMail({ messageIdHash: undefined, contentHash: first.contentHash });
      expect(await stores.consultations.receive(again)).toEqual({ outcome: 'duplicate', id });
    });

    it('makes one consultation when the same mail arrives at the same moment', async () => {
      const one = someMail();
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => stores.consultations.receive(one)));
      expect(outcomes.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    });

    it('returns the source byte for byte', async () => {
      const source = randomBytes(70_000);
      const id = await receiveSome(stores, { source });
      expect(Buffer.from((await stores.consultations.rawMail(id)) ?? []).equals(source)).toBe(true);
    });
  });

  describe('claiming', () => {
    it('tells the worker what it needs and counts the attempt first', async () => {
      const id = await receiveSome(stores, { oversizeBytes: 31_000_000 });
      const claim = await mustClaim(stores, id, 'intake');
      expect(claim).toMatchObject({ id, stage: 'intake', attempt: 1, oversizeBytes: 31_000_000 });
      expect(claim.receivedOn).toBe(clock.now().toISOString().slice(0, 10));
      expect(claim.caseKey).toMatch(/^CC-[0-9A-HJKMNP-TV-Z]{7}$/);
    });

    it('gives a stage to one of many who ask at once', async () => {
      const id = await receiveSome(stores);
      const claims = await Promise.all([1, 2, 3, 4, 5].map(() => stores.consultations.claim(id, 'intake')));
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    });

    it('refuses a stage that is not the present one, and an unknown consultation', async () => {
      const id = await receiveSome(stores);
      expect(await stores.consultations.claim(id, 'coding')).toBeUndefined();
      const unknown = '00000000-0000-4000-8000-000000000000' as ConsultationId;
      expect(await stores.consultations.claim(unknown, 'intake')).toBeUndefined();
    });

    it('gives the stage to another when the lease ran out, and the first can change nothing any more', async () => {
      const id = await receiveSome(stores);
      const slow = await mustClaim(stores, id, 'intake');
      clock.pass(LEASE_MS);
      const quick = await mustClaim(stores, id, 'intake');
      expect(quick.attempt).toBe(2);
      expect(await stores.consultations.renew(slow)).toBe(false);
      expect(await stores.consultations.finishIntake(slow, accepted)).toBe(false);
      expect(await stores.consultations.codingInput(id)).toBeUndefined();
      expect(await stores.consultations.finishIntake(quick, accepted)).toBe(true);
      expect(await stores.consultations.codingInput(id)).toEqual(question);
    });

    it('keeps the stage for a worker that renews', async () => {
      const id = await receiveSome(stores);
      const claim = await mustClaim(stores, id, 'intake');
      clock.pass(LEASE_MS - 1);
      expect(await stores.consultations.renew(claim)).toBe(true);
      clock.pass(LEASE_MS - 1);
      expect(await stores.consultations.claim(id, 'intake')).toBeUndefined();
    });

    it('holds a stage whose workers die every time', async () => {
      const id = await receiveSome(stores);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        expect((await mustClaim(stores, id, 'intake')).attempt).toBe(attempt);
        clock.pass(LEASE_MS);
      }
      expect(await dueIds(stores)).toContain(id);
      expect(await stores.consultations.claim(id, 'intake')).toBeUndefined();
      expect(await dueIds(stores)).not.toContain(id);
    });
  });

  describe('going through the stages', () => {
    it('leads from intake to coding to reply, each with its own attempts', async () => {
      const id = await receiveSome(stores);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), accepted);
      const coding = await mustClaim(stores, id, 'coding');
      expect(coding.attempt).toBe(1);
      expect(await stores.consultations.finishCoding(coding, answer, [])).toBe(true);
      expect(await stores.consultations.replyInput(id)).toEqual({ answer, subject: undefined });
      const reply = await mustClaim(stores, id, 'reply');
      expect(await stores.consultations.finishReply(reply, 'answered', 'sent')).toBe(true);
      expect(await dueIds(stores)).not.toContain(id);
      expect(await stores.consultations.claim(id, 'reply')).toBeUndefined();
    });

    it('holds a mail for review at intake, and nobody is answered', async () => {
      const id = await receiveSome(stores);
      const claim = await mustClaim(stores, id, 'intake');
      expect(claim.released).toBe(false);
      expect(await stores.consultations.finishIntake(claim, doubted)).toBe(true);
      expect(await dueIds(stores)).not.toContain(id);
      for (const stage of ['intake', 'coding', 'reply'] as const) {
        expect(await stores.consultations.claim(id, stage)).toBeUndefined();
      }
      expect(await stores.consultations.replyInput(id)).toBeUndefined();
    });

    it('leads from intake to a notice without coding', async () => {
      const id = await receiveSome(stores);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
      expect(await stores.consultations.replyInput(id)).toEqual({ answer, subject: undefined });
      expect(await stores.consultations.due(1_000)).toContainEqual({ id, stage: 'reply' });
    });

    it('ends at intake for a mail that gets nothing', async () => {
      const id = await receiveSome(stores);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), ignored);
      expect(await dueIds(stores)).not.toContain(id);
    });

    it('tries again after a fault, not before its time, and holds after the last attempt', async () => {
      const id = await receiveSome(stores);
      for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
        const claim = await mustClaim(stores, id, 'intake');
        const notBefore = new Date(clock.now().getTime() + 5_000);
        expect(await stores.consultations.release(claim, { reason: 'fault', notBefore })).toBe('retry');
        expect(await stores.consultations.claim(id, 'intake')).toBeUndefined();
        expect(await dueIds(stores)).not.toContain(id);
        clock.pass(5_000);
        expect(await dueIds(stores)).toContain(id);
      }
      const last = await mustClaim(stores, id, 'intake');
      expect(await stores.consultations.release(last, { reason: 'fault', notBefore: clock.now() })).toBe('held');
      expect(await dueIds(stores)).not.toContain(id);
    });

    it('lists work as due only while nobody does it', async () => {
      const id = await receiveSome(stores);
      await mustClaim(stores, id, 'intake');
      expect(await dueIds(stores)).not.toContain(id);
      clock.pass(LEASE_MS);
      expect(await dueIds(stores)).toContain(id);
    });
  });
});
