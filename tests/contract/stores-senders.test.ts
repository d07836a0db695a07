import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../src/core/model/consultation.ts';
import type { ConsultationId } from '../../src/core/model/ids.ts';
import type { Counter } from '../../src/core/model/sender.ts';
import type { MemoryStores } from '../support/memory/stores.ts';
import {
  DAY_MS,
  dueIds,
  mustClaim,
  noticed,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  testClock,
} from '../support/stores.ts';

const MINUTE_MS = 60_000;

describe.each(STORE_KINDS)('what the stores in $name remember of senders', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  let stores: MemoryStores;
  let unlike = 0;

  beforeAll(async () => {
    room = await open(clock);
    stores = room.stores;
  });
  afterAll(() => room.close());
  beforeEach(() => {
    clock.pass(DAY_MS);
    unlike += 1;
  });

  const counter = (most: number, withinMs: number | undefined = 10 * MINUTE_MS, of = `dana ${unlike}`): Counter => ({
    ...{ of, most, withinMs },
    what: 'mails',
  });
  const some = (count: number): Promise<ConsultationId[]> =>
    Promise.all(Array.from({ length: count }, () => receiveSome(stores)));

  describe('arrivals', () => {
    it('go on being counted above the cap, and are forgotten when their time is over', async () => {
      const of = counter(2);
      const ids = await some(5);
      const told = [];
      for (const id of ids) told.push((await stores.senders.arrive(id, clock.now(), [of]))?.what);
      expect(told).toEqual([undefined, undefined, 'mails', 'mails', 'mails']);
      clock.pass(10 * MINUTE_MS);
      const [later] = await some(1);
      expect(await stores.senders.arrive(later as ConsultationId, clock.now(), [of])).toBeUndefined();
    });

    it('count a mail once, however often it is tried', async () => {
      const of = counter(1);
      const [id, other] = (await some(2)) as [ConsultationId, ConsultationId];
      for (let tried = 0; tried < 5; tried += 1)
        expect(await stores.senders.arrive(id, clock.now(), [of])).toBeUndefined();
      expect(await stores.senders.arrive(other, clock.now(), [of])).toEqual(of);
    });

    it('tell which of several counters is exceeded', async () => {
      const [id, other] = (await some(2)) as [ConsultationId, ConsultationId];
      const [wide, narrow] = [counter(5, undefined, `wide ${unlike}`), counter(1, undefined, `narrow ${unlike}`)];
      await stores.senders.arrive(id, clock.now(), [wide, narrow]);
      expect(await stores.senders.arrive(other, clock.now(), [wide, narrow])).toEqual(narrow);
    });
  });

  describe('allowances', () => {
    it('are given until they are used up, and again to the same consultation', async () => {
      const of = counter(2, undefined);
      const ids = await some(3);
      const used = [];
      for (const id of [...ids, ...ids]) used.push(await stores.senders.grant(id, clock.now(), [of]));
      expect(used).toEqual([undefined, undefined, of, undefined, undefined, of]);
    });

    it('give the last place to one of many who ask at once', async () => {
      const of = counter(3, undefined);
      const other = counter(100, undefined, `other ${unlike}`);
      const ids = await some(8);
      const used = await Promise.all(
        ids.map((id, at) => stores.senders.grant(id, clock.now(), at % 2 ? [of, other] : [other, of])),
      );
      expect(used.filter((one) => one === undefined)).toHaveLength(3);
    });

    it('are taken from all counters or from none', async () => {
      const [roomy, full] = [counter(1, undefined, `roomy ${unlike}`), counter(0, undefined, `full ${unlike}`)];
      const [id, other] = (await some(2)) as [ConsultationId, ConsultationId];
      expect(await stores.senders.grant(id, clock.now(), [roomy, full])).toEqual(full);
      expect(await stores.senders.grant(other, clock.now(), [roomy])).toBeUndefined();
    });

    it('come back with time', async () => {
      const of = counter(1);
      const [id, other] = (await some(2)) as [ConsultationId, ConsultationId];
      await stores.senders.grant(id, clock.now(), [of]);
      expect(await stores.senders.grant(other, clock.now(), [of])).toEqual(of);
      clock.pass(10 * MINUTE_MS);
      expect(await stores.senders.grant(other, clock.now(), [of])).toBeUndefined();
    });
  });

  describe('confirming an address', () => {
    const GUEST = 'guest@elsewhere.example';
    /** A consultation that sent this address the confirm notice, and the key that only its reader knows. */
    const asked = async (address: string): Promise<{ caseKey: string; consultationId: string }> => {
      const id = await receiveSome(stores);
      await stores.senders.mayNotify(address, 'confirm', id);
      const claim = await mustClaim(stores, id, 'intake');
      await stores.consultations.finishIntake(claim, noticed);
      return { caseKey: claim.caseKey, consultationId: id };
    };

    /** The same, with the notice sent. */
    const askedWith = async (notice: NoticeKind, address: string) => {
      const id = await receiveSome(stores);
      await stores.senders.mayNotify(address, notice, id);
      const claim = await mustClaim(stores, id, 'intake');
      await stores.consultations.finishIntake(claim, { ...noticed, answer: { ...noticed.answer, notice } });
      await stores.consultations.finishReply(await mustClaim(stores, id, 'reply'), 'answered', 'sent');
      return { caseKey: claim.caseKey, consultationId: id };
    };

    it('takes an answer to the notice, from the address that got it', async () => {
      const address = `${unlike}.${GUEST}`;
      const answered = await asked(address);
      const [id, other] = (await some(2)) as [ConsultationId, ConsultationId];
      expect(await stores.senders.confirm(address, undefined, id)).toBe('no');
      expect(await stores.senders.confirm(`eve@elsewhere.example`, answered, id)).toBe('no');
      expect(await stores.senders.confirm(address, answered, id)).toBe('now');
      expect(await stores.senders.confirm(address, answered, id)).toBe('now');
      expect(await stores.senders.confirm(address, answered, other)).toBe('before');
      expect(await stores.senders.confirm(address, undefined, other)).toBe('before');
    });

    it('opens the mail that was answered with the notice once more, once, and no other', async () => {
      const address = `${unlike}.opened.${GUEST}`;
      const confirm = await askedWith('confirm', address);
      expect(await stores.consultations.openConfirmed({ ...confirm, caseKey: 'CC-0000000' })).toBe(false);
      expect(await stores.consultations.openConfirmed({ ...confirm, consultationId: "x' or 1=1" })).toBe(false);
      expect(await stores.consultations.openConfirmed(await askedWith('stranger', address))).toBe(false);
      const before = await dueIds(stores);
      for (let tried = 0; tried < 2; tried += 1) expect(await stores.consultations.openConfirmed(confirm)).toBe(true);
      const [opened, ...more] = (await dueIds(stores)).filter((id) => !before.includes(id));
      expect(more).toEqual([]);
      const claim = await mustClaim(stores, opened as ConsultationId, 'intake');
      expect(claim).toMatchObject({ caseKey: confirm.caseKey, attempt: 1, released: false });
      expect(claim.id).not.toBe(confirm.consultationId);
      expect(await stores.consultations.rawMail(claim.id)).toBeDefined();
    });

    it('takes no guessed key, no other consultation and no other notice', async () => {
      const address = `${unlike}.${GUEST}`;
      const answered = await asked(address);
      const id = await receiveSome(stores);
      const wrong = [
        { ...answered, caseKey: 'CC-0000000' },
        { ...answered, consultationId: '00000000-0000-4000-8000-000000000000' },
        { ...answered, consultationId: "x' or 1=1" },
      ];
      for (const one of wrong) expect(await stores.senders.confirm(address, one, id)).toBe('no');
      const strange = await receiveSome(stores);
      await stores.senders.mayNotify(address, 'stranger', strange);
      const { caseKey } = await mustClaim(stores, strange, 'intake');
      expect(await stores.senders.confirm(address, { caseKey, consultationId: strange }, id)).toBe('no');
    });
  });
});
