import { describe, expect, it } from 'vitest';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import { type Delivery, type SendPorts, send } from '../../../src/pipeline/send.ts';
import { nextTryMs } from '../../../src/pipeline/sending-policy.ts';
import type { OutgoingMail, SendOutcome } from '../../../src/pipeline/sending-port.ts';
import { mustClaim, noticed, outgoing, receiveSome, STORE_KINDS, testClock } from '../../support/stores.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const POLICY = { firstRetryMs: 5 * MINUTE_MS, lifeMs: 48 * HOUR_MS, perMinute: 0 };
const ADDRESSED = {
  reply: { subject: '', html: '', text: '' },
  envelope: { to: outgoing.to, inReplyTo: undefined, references: [], copies: [] },
};
const GREYLISTED: SendOutcome = { outcome: 'retry', replyCode: 451, why: 'later (451)' };

/** A desk that sends replies over a scripted postman, on the stores in memory. */
async function desk(policy: Partial<SendPorts['policy']> = {}, copies: readonly string[] = []) {
  const clock = testClock();
  const { stores } = await STORE_KINDS[0].open(clock);
  const outcomes: SendOutcome[] = [];
  const posted: OutgoingMail[] = [];
  let outages = 0;
  const ports: SendPorts = {
    ...{ pace: stores.pace, policy: { ...POLICY, ...policy }, clock },
    outbox: {
      ...stores.outbox,
      async settle(...asked) {
        outages -= 1;
        if (outages >= 0) throw new Error('the database is away');
        return stores.outbox.settle(...asked);
      },
    },
    composer: { compose: async () => ({ ...outgoing, copies }) },
    postman: {
      async send(mail, beforeBody) {
        posted.push(mail);
        const outcome = outcomes.shift() ?? { outcome: 'sent', replyCode: 250 };
        if (outcome.outcome === 'sent') await beforeBody();
        return outcome;
      },
    },
  };
  return {
    clock,
    posted,
    outcomes,
    /** The database is away so many times when an outcome is to be written. */
    failToSettle(times: number) {
      outages = times;
    },
    async reply(): Promise<ConsultationId> {
      const id = await receiveSome(stores);
      await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
      return id;
    },
    /** One try, as a worker does it. */
    async deliver(id: ConsultationId): Promise<Delivery> {
      const claim = await mustClaim(stores, id, 'reply');
      const delivery = await send(claim, ADDRESSED, ports);
      await stores.consultations.release(claim, { reason: '', notBefore: clock.now(), isWait: true });
      return delivery;
    },
  };
}

const waitMs = (delivery: Delivery, now: Date) =>
  delivery.delivery === 'wait' ? delivery.until.getTime() - now.getTime() : Number.NaN;

describe('sending a reply', () => {
  it('sends once, whoever asks again', async () => {
    const { deliver, reply, posted } = await desk();
    const id = await reply();
    expect([await deliver(id), await deliver(id)]).toEqual([{ delivery: 'sent' }, { delivery: 'sent' }]);
    expect(posted).toHaveLength(1);
  });

  it('comes back to greylisting after minutes, then ever later, and is taken', async () => {
    const { deliver, reply, outcomes, clock } = await desk();
    const id = await reply();
    outcomes.push(GREYLISTED, GREYLISTED, GREYLISTED);
    const minutes: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const waited = waitMs(await deliver(id), clock.now());
      minutes.push(Math.floor(waited / MINUTE_MS));
      clock.pass(waited);
    }
    expect(minutes[0]).toBeGreaterThanOrEqual(5);
    expect(minutes[1]).toBeGreaterThanOrEqual(10);
    expect(minutes[2]).toBeGreaterThanOrEqual(20);
    expect(await deliver(id)).toEqual({ delivery: 'sent' });
  });

  it('tries for two days, at least every five hours, then gives the reply to a person', async () => {
    const { deliver, reply, outcomes, clock, posted } = await desk();
    const id = await reply();
    const begun = clock.now().getTime();
    outcomes.push(...Array.from({ length: 100 }, () => GREYLISTED));
    let delivery = await deliver(id);
    while (delivery.delivery === 'wait') {
      const waited = waitMs(delivery, clock.now());
      expect(waited).toBeLessThanOrEqual(5 * HOUR_MS);
      clock.pass(waited);
      delivery = await deliver(id);
    }
    expect(delivery.delivery).toBe('given-up');
    expect(clock.now().getTime() - begun).toBeGreaterThanOrEqual(48 * HOUR_MS);
    expect(posted.length).toBeGreaterThan(12);
    expect((await deliver(id)).delivery, 'a person who releases it gives it another two days').toBe('wait');
  });

  it('goes to the sender alone once everybody else has it', async () => {
    const { deliver, reply, outcomes, posted, clock } = await desk({}, ['lee@clinic.example']);
    const id = await reply();
    outcomes.push(GREYLISTED, { ...GREYLISTED, haveCopies: true }, GREYLISTED);
    for (let attempt = 0; attempt < 4; attempt += 1) clock.pass(waitMs(await deliver(id), clock.now()) || 0);
    expect(posted.map(({ copies }) => copies)).toEqual([['lee@clinic.example'], ['lee@clinic.example'], [], []]);
    expect(new Set(posted.map(({ to }) => to))).toEqual(new Set([outgoing.to]));
    expect(await deliver(id)).toEqual({ delivery: 'sent' });
    expect(posted).toHaveLength(4);
  });

  it('comes back at once to a line that fell', async () => {
    const { deliver, reply, outcomes, clock } = await desk();
    outcomes.push({ outcome: 'retry', replyCode: undefined, why: 'the line fell before DATA' });
    expect(waitMs(await deliver(await reply()), clock.now())).toBeLessThan(2_000);
  });

  it('lets no other reply try while the account is paused', async () => {
    const { deliver, reply, outcomes, posted, clock } = await desk();
    const [first, second] = [await reply(), await reply()];
    outcomes.push({ ...GREYLISTED, pause: { scope: 'account', kind: 'busy' } });
    expect(waitMs(await deliver(first), clock.now())).toBe(MINUTE_MS);
    expect(waitMs(await deliver(second), clock.now())).toBe(MINUTE_MS);
    expect(posted).toHaveLength(1);
    clock.pass(MINUTE_MS);
    expect([await deliver(first), await deliver(second)]).toEqual([{ delivery: 'sent' }, { delivery: 'sent' }]);
  });

  it('looks again an hour after a daily limit', async () => {
    const { deliver, reply, outcomes, clock } = await desk();
    outcomes.push({ ...GREYLISTED, replyCode: 550, pause: { scope: 'account', kind: 'daily-limit' } });
    expect(waitMs(await deliver(await reply()), clock.now())).toBe(HOUR_MS);
  });

  it('keeps the pace of a domain', async () => {
    const { deliver, reply, clock, posted } = await desk({ perMinute: 6 });
    const ids = [await reply(), await reply(), await reply()];
    const waits = [];
    for (const id of ids) waits.push(waitMs(await deliver(id), clock.now()));
    expect(waits).toEqual([Number.NaN, 10_000, 20_000]);
    clock.pass(10_000);
    expect((await deliver(ids[1]!)).delivery).toBe('sent');
    expect((await deliver(ids[2]!)).delivery).toBe('wait');
    expect(posted).toHaveLength(2);
  });

  it.each<[string, SendOutcome, Delivery['delivery'], Delivery['delivery']]>([
    ['taken', { outcome: 'sent', replyCode: 250 }, 'sent', 'sent'],
    ['put off', GREYLISTED, 'wait', 'sent'],
    ['refused', { outcome: 'refused', replyCode: 550, why: 'no such user' }, 'refused', 'refused'],
  ])('knows that a reply was %s though the database was away at that moment', async (_, outcome, first, then) => {
    const { deliver, reply, outcomes, failToSettle } = await desk();
    const id = await reply();
    outcomes.push(outcome);
    failToSettle(2);
    expect((await deliver(id)).delivery).toBe(first);
    expect((await deliver(id)).delivery).toBe(then);
  });

  it('says nothing again of a reply that may have been delivered', async () => {
    const { deliver, reply, outcomes, posted } = await desk();
    const id = await reply();
    outcomes.push({ outcome: 'unknown', why: 'the line fell after DATA was accepted' });
    expect((await deliver(id)).delivery).toBe('unknown');
    expect((await deliver(id)).delivery).toBe('unknown');
    expect(posted).toHaveLength(1);
  });
});

describe('the pauses between tries', () => {
  it('spreads mails that met the same trouble over a quarter of the pause', () => {
    const at = (chance: number) => nextTryMs(POLICY, { tries: 1, wasAnswered: true }, chance);
    expect([at(0), at(1)]).toEqual([5 * MINUTE_MS, 6.25 * MINUTE_MS]);
  });
});
