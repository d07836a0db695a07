import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/pipeline/ports.ts';
import {
  ATTEMPTS,
  accepted,
  answer,
  mustClaim,
  outgoing,
  receiveSome,
  STORE_KINDS,
  type StoreRoom,
  testClock,
} from '../support/stores.ts';

const SECOND_MS = 1_000;

describe.each(STORE_KINDS)('what holds sending back, in $name', ({ open }) => {
  let clock: ReturnType<typeof testClock>;
  let room: StoreRoom;

  beforeEach(async () => {
    clock = testClock();
    room = await open(clock);
  });
  afterEach(() => room.close());

  const sending = async (): Promise<Claim> => {
    const { consultations, outbox } = room.stores;
    const id = await receiveSome(room.stores);
    await consultations.finishIntake(await mustClaim(room.stores, id, 'intake'), accepted);
    await consultations.finishCoding(await mustClaim(room.stores, id, 'coding'), answer, []);
    const claim = await mustClaim(room.stores, id, 'reply');
    await outbox.put(claim, outgoing);
    return claim;
  };
  const secondsFromNow = (moment: Date | undefined) =>
    moment === undefined ? undefined : (moment.getTime() - clock.now().getTime()) / SECOND_MS;
  const length = { firstMs: 10 * SECOND_MS, longestMs: 40 * SECOND_MS };

  it('gives the mails to one domain turns that lie apart, however many ask at once', async () => {
    const claims = [await sending(), await sending(), await sending(), await sending()];
    const turns = await Promise.all(
      claims.map((claim) => room.stores.pace.turn(claim, 'clinic.example', 2 * SECOND_MS)),
    );
    expect(turns.map(secondsFromNow).sort()).toEqual([0, 2, 4, 6]);
    const elsewhere = await room.stores.pace.turn(await sending(), 'other.example', 2 * SECOND_MS);
    expect(secondsFromNow(elsewhere)).toBe(0);
  });

  it('keeps the turn of a mail, but not long past it', async () => {
    const [first, second] = [await sending(), await sending()];
    await room.stores.pace.turn(first, 'clinic.example', 5 * SECOND_MS);
    const turn = await room.stores.pace.turn(second, 'clinic.example', 5 * SECOND_MS);
    clock.pass(5 * SECOND_MS);
    expect(await room.stores.pace.turn(second, 'clinic.example', 5 * SECOND_MS)).toEqual(turn);
    clock.pass(60 * SECOND_MS);
    expect(secondsFromNow(await room.stores.pace.turn(second, 'clinic.example', 5 * SECOND_MS))).toBe(0);
    expect(secondsFromNow(await room.stores.pace.turn(first, 'clinic.example', 5 * SECOND_MS))).toBe(5);
  });

  it('gives no turn to a worker whose lease was lost', async () => {
    const slow = await sending();
    clock.pass(3_600_000);
    await mustClaim(room.stores, slow.id, 'reply');
    await expect(room.stores.pace.turn(slow, 'clinic.example', SECOND_MS)).rejects.toThrow('lease');
  });

  it('pauses one domain, or the whole account', async () => {
    const { pace } = room.stores;
    await pace.pause({ domain: 'Clinic.example' }, length);
    expect(secondsFromNow(await pace.pausedUntil('clinic.example'))).toBe(10);
    expect(await pace.pausedUntil('other.example')).toBeUndefined();
    await pace.pause('account', { ...length, firstMs: 20 * SECOND_MS });
    expect(secondsFromNow(await pace.pausedUntil('other.example'))).toBe(20);
    expect(secondsFromNow(await pace.pausedUntil('clinic.example'))).toBe(20);
    clock.pass(20 * SECOND_MS);
    expect(await pace.pausedUntil('clinic.example')).toBeUndefined();
  });

  it('pauses longer each time while nothing gets through, and as at first after a mail did', async () => {
    const { pace } = room.stores;
    const lengths: (number | undefined)[] = [];
    for (let pause = 0; pause < 4; pause += 1) {
      lengths.push(secondsFromNow(await pace.pause('account', length)));
      clock.pass(60 * SECOND_MS);
    }
    expect(lengths).toEqual([10, 20, 40, 40]);
    await pace.accepted('clinic.example');
    expect(secondsFromNow(await pace.pause('account', length))).toBe(10);
  });

  it('makes one pause of the same trouble met by several mails at once', async () => {
    const { pace } = room.stores;
    const ends = await Promise.all([1, 2, 3].map(() => pace.pause('account', length)));
    expect(ends.map(secondsFromNow)).toEqual([10, 10, 10]);
    clock.pass(60 * SECOND_MS);
    expect(secondsFromNow(await pace.pause('account', length))).toBe(20);
  });

  it('takes back the attempt of an orderly wait, so that waiting never uses up the attempts', async () => {
    const { consultations } = room.stores;
    const { id } = await sending();
    clock.pass(3_600_000);
    for (let wait = 0; wait < ATTEMPTS * 2; wait += 1) {
      const claim = await mustClaim(room.stores, id, 'reply');
      const until = new Date(clock.now().getTime() + SECOND_MS);
      const wasWaiting = await consultations.release(claim, { reason: 'its turn', notBefore: until, isWait: true });
      expect(wasWaiting).toBe('retry');
      expect(await consultations.claim(id, 'reply')).toBeUndefined();
      clock.pass(SECOND_MS);
    }
  });
});
