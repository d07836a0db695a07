import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyCap, senderGate } from '../../src/app/sender-gate.ts';
import type { Counter } from '../../src/core/model/sender.ts';
import { loopCounters, rateCounters } from '../../src/core/senders/counters.ts';
import type { SenderProof } from '../../src/pipeline/sender-gate.ts';
import { RULES } from '../support/sender-rules.ts';
import { DAY_MS, mustClaim, receiveSome, STORE_KINDS, type StoreRoom, testClock } from '../support/stores.ts';

const MINUTE_MS = 60_000;
const PROVEN: SenderProof = { prove: async () => ({ proof: 'pass' }) };
const DANA = 'dana@clinic.example';
/** More than any cap for a minute or an hour, and within the cap for a day. */
const MAILS = RULES.perSender.day;

describe.each(STORE_KINDS)('a backlog in $name', ({ open }) => {
  const clock = testClock();
  let room: StoreRoom;
  beforeEach(async () => {
    room = await open(clock);
  });
  afterEach(() => room.close());

  /** What is counted of one mail after another, all of them read in this minute. */
  async function counted(arrivals: readonly Date[]): Promise<readonly (string | undefined)[]> {
    const { stores } = room;
    const exceeded: (Counter | undefined)[] = [];
    for (const arrivedAt of arrivals) {
      const id = await receiveSome(stores, { arrivedAt });
      const claim = await mustClaim(stores, id, 'intake');
      const gate = senderGate(claim, { ...stores, rules: RULES, proof: PROVEN });
      const mail = { sender: DANA, subject: 'Op note' };
      const found =
        (await gate.arrive(loopCounters(mail, 'registered', RULES))) ??
        (await gate.grant(rateCounters(DANA, RULES))) ??
        (await replyCap(RULES, stores.senders)(claim, DANA));
      exceeded.push(found);
    }
    return exceeded.map((found) => found?.what);
  }
  const spread = (everyMs: number, back: number) =>
    Array.from({ length: MAILS }, (_, at) => new Date(clock.now().getTime() - back + at * everyMs));

  it('of one day that is read in one minute is no loop, and within the rates', async () => {
    const everyMs = DAY_MS / MAILS;
    expect(new Set(await counted(spread(everyMs, DAY_MS)))).toEqual(new Set([undefined]));
  });

  it('of mails that came one upon the other is a loop, however long ago', async () => {
    const told = await counted(spread(1_000, DAY_MS));
    expect(told.slice(0, RULES.loopMails)).toEqual(Array(RULES.loopMails).fill(undefined));
    for (const what of told.slice(RULES.loopMails)) expect(what).toMatch(/^mails of one sender .*in 10 minutes$/);
  });

  it('whose newest mails are looked at first is counted the same', async () => {
    const told = await counted(spread(MINUTE_MS, DAY_MS).reverse());
    expect(told.filter((what) => what === undefined).length).toBeLessThanOrEqual(RULES.perSender.hour);
  });

  it('counts mails that the mail server dates in the future as of now', async () => {
    const told = await counted(spread(DAY_MS, -DAY_MS));
    expect(told.filter((what) => what === undefined)).toHaveLength(RULES.loopMails);
  });
});

describe.each(STORE_KINDS)('the arrival of a mail in $name', ({ open }) => {
  it('is what the mail server says, and never later than now', async () => {
    const clock = testClock();
    const room = await open(clock);
    const arrivalOf = async (arrivedAt: Date | undefined) =>
      (await mustClaim(room.stores, await receiveSome(room.stores, { arrivedAt }), 'intake')).arrivedAt;
    const [before, behind] = [-1, 1].map((days) => new Date(clock.now().getTime() + days * DAY_MS));
    expect(await arrivalOf(before)).toEqual(before);
    expect(await arrivalOf(behind)).toEqual(clock.now());
    expect(await arrivalOf(undefined)).toEqual(clock.now());
    await room.close();
  });
});
