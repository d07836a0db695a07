import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConsultationId } from '../../src/core/model/ids.ts';
import type { ReceivedMail } from '../../src/pipeline/ports.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import {
  ATTEMPTS,
  accepted,
  DAY_MS,
  INBOX,
  ignored,
  LEASE_MS,
  mustClaim,
  noticed,
  outgoing,
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

  const atReply = async (): Promise<ConsultationId> => {
    const id = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    return id;
  };
  const folderOf = async (place: ReceivedMail['place']): Promise<string | undefined> =>
    (await stores.mailboxes.toFile(place.mailbox, place.uidValidity)).find((entry) => entry.uid === place.uid)?.folder;

  describe('filing', () => {
    it('leaves a mail in the inbox until intake has decided', async () => {
      const one = someMail();
      const { id } = await stores.consultations.receive(one);
      expect(await folderOf(one.place)).toBeUndefined();
      const claim = await mustClaim(stores, id, 'intake');
      expect(await folderOf(one.place)).toBeUndefined();
      await stores.consultations.finishIntake(claim, accepted);
      expect(await folderOf(one.place)).toBe('Processed');
      await stores.mailboxes.filed(INBOX, VALIDITY, [one.place.uid]);
      expect(await folderOf(one.place)).toBeUndefined();
    });

    it('rejects what gets a notice or nothing, and sets aside what failed in intake', async () => {
      const [strange, silenced, broken] = [someMail(), someMail(), someMail()];
      const ids = await Promise.all([strange, silenced, broken].map((one) => stores.consultations.receive(one)));
      const [first, second, third] = ids.map(({ id }) => id) as [ConsultationId, ConsultationId, ConsultationId];
      await stores.consultations.finishIntake(await mustClaim(stores, first, 'intake'), noticed);
      await stores.consultations.finishIntake(await mustClaim(stores, second, 'intake'), ignored);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        await stores.consultations.release(await mustClaim(stores, third, 'intake'), {
          reason: 'fault',
          notBefore: clock.now(),
        });
      }
      expect(await folderOf(strange.place)).toBe('Rejected');
      expect(await folderOf(silenced.place)).toBe('Rejected');
      expect(await folderOf(broken.place)).toBe('Failed');
    });

    it('files a duplicate where its first copy goes', async () => {
      const first = someMail();
      const { id } = await stores.consultations.receive(first);
      const copy = someMail({ messageIdHash: first.messageIdHash, contentHash: first.contentHash });
      await stores.consultations.receive(copy);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), accepted);
      expect(await folderOf(copy.place)).toBe('Processed');
    });
  });

  describe('mailboxes', () => {
    it('notices that the server renumbered the mailbox', async () => {
      expect(await stores.mailboxes.open('Other', 1n)).toBe('new');
      expect(await stores.mailboxes.open('Other', 1n)).toBe('same');
      expect(await stores.mailboxes.open('Other', VALIDITY)).toBe('changed');
      expect(await stores.mailboxes.open('Other', VALIDITY)).toBe('same');
    });

    it('tells which UIDs are not yet received, under this UIDVALIDITY only', async () => {
      const one = someMail();
      await stores.consultations.receive(one);
      const { uid: known } = one.place;
      expect(await stores.mailboxes.unknownUids(INBOX, VALIDITY, [known, 4_000_000_000])).toEqual([4_000_000_000]);
      expect(await stores.mailboxes.unknownUids(INBOX, 7n, [known])).toEqual([known]);
    });

    it('counts what waits for a worker', async () => {
      const before = await stores.mailboxes.backlog();
      const id = await receiveSome(stores);
      expect(await stores.mailboxes.backlog()).toBe(before + 1);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), ignored);
      expect(await stores.mailboxes.backlog()).toBe(before);
    });
  });

  describe('notices to senders', () => {
    it('allows one a day for an address and a kind, and the same one again to its own consultation', async () => {
      const [first, second] = [await receiveSome(stores), await receiveSome(stores)];
      const { mayNotify } = stores.senders;
      expect(await mayNotify('Some@Example.org', 'stranger', first)).toBe(true);
      expect(await mayNotify('some@example.org', 'stranger', first)).toBe(true);
      expect(await mayNotify('some@example.org', 'stranger', second)).toBe(false);
      expect(await mayNotify('some@example.org', 'too-large', second)).toBe(true);
      expect(await mayNotify('other@example.org', 'stranger', second)).toBe(true);
      clock.pass(DAY_MS);
      expect(await mayNotify('some@example.org', 'stranger', second)).toBe(true);
    });
  });

  describe('the outbox', () => {
    it('keeps the first composed mail for every later try', async () => {
      const claim = await mustClaim(stores, await atReply(), 'reply');
      expect((await stores.outbox.put(claim, outgoing)).phase).toBe('new');
      const other = { ...outgoing, mime: new Uint8Array([1]) };
      const { mail: stored } = await stores.outbox.put(claim, other);
      expect({ ...stored, mime: [...stored.mime] }).toEqual({ ...outgoing, mime: [...outgoing.mime] });
    });

    it('enters DATA once, and lets a temporary refusal try again', async () => {
      const claim = await mustClaim(stores, await atReply(), 'reply');
      await stores.outbox.put(claim, outgoing);
      await stores.outbox.enterData(claim);
      await expect(stores.outbox.enterData(claim)).rejects.toThrow('not new');
      await stores.outbox.settle(claim, 'new', 451);
      await stores.outbox.enterData(claim);
      await stores.outbox.settle(claim, 'sent', 250);
      expect((await stores.outbox.put(claim, outgoing)).phase).toBe('sent');
      await expect(stores.outbox.settle(claim, 'new', undefined)).rejects.toThrow('settled');
    });

    it('counts the tries and remembers the first, until the mail begins anew', async () => {
      const claim = await mustClaim(stores, await atReply(), 'reply');
      expect(await stores.outbox.put(claim, outgoing)).toMatchObject({ tries: 0, firstTriedAt: undefined });
      const first = clock.now();
      await stores.outbox.settle(claim, 'new', 451);
      clock.pass(1_000);
      await stores.outbox.settle(claim, 'new', 451);
      expect(await stores.outbox.put(claim, outgoing)).toMatchObject({ tries: 2, firstTriedAt: first });
      await stores.outbox.beginAgain(claim);
      expect(await stores.outbox.put(claim, outgoing)).toMatchObject({ tries: 0, firstTriedAt: undefined });
    });

    it.each(['new', 'failed'] as const)('keeps what is left of the envelope with the phase %s', async (phase) => {
      const claim = await mustClaim(stores, await atReply(), 'reply');
      const mail = { ...outgoing, copies: ['lee@billing.example'] };
      await stores.outbox.put(claim, mail);
      await stores.outbox.enterData(claim);
      await stores.outbox.settle(claim, phase, 451, { ...mail, copies: [] });
      const { mail: left, phase: shown } = await stores.outbox.put(claim, mail);
      expect({ ...left, mime: [...left.mime] }).toEqual({ ...outgoing, copies: [], mime: [...outgoing.mime] });
      expect(shown).toBe(phase);
    });

    it('shows the phase to the worker that takes over', async () => {
      const id = await atReply();
      const dead = await mustClaim(stores, id, 'reply');
      await stores.outbox.put(dead, outgoing);
      await stores.outbox.enterData(dead);
      clock.pass(LEASE_MS);
      const heir = await mustClaim(stores, id, 'reply');
      expect((await stores.outbox.put(heir, outgoing)).phase).toBe('data');
      await stores.outbox.settle(heir, 'unknown', undefined);
      await stores.outbox.settle(heir, 'unknown', undefined);
    });

    it('refuses a worker whose lease was lost', async () => {
      const id = await atReply();
      const slow = await mustClaim(stores, id, 'reply');
      await stores.outbox.put(slow, outgoing);
      clock.pass(LEASE_MS);
      await mustClaim(stores, id, 'reply');
      await expect(stores.outbox.put(slow, outgoing)).rejects.toThrow('lease');
      await expect(stores.outbox.enterData(slow)).rejects.toThrow('lease');
      await expect(stores.outbox.settle(slow, 'sent', 250)).rejects.toThrow('lease');
    });
  });
});
