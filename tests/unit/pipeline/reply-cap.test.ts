import { expect, it } from 'vitest';
import { replyCap } from '../../../src/app/sender-gate.ts';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import { performReply, type ReplyWorkPorts } from '../../../src/pipeline/perform.ts';
import type { Claim } from '../../../src/pipeline/ports.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { RULES } from '../../support/sender-rules.ts';
import { mustClaim, noticed, receiveSome, STORE_KINDS, testClock } from '../../support/stores.ts';
import { makeEmail } from '../mail/make-email.ts';

class Sent extends Error {}

/** A reply stage that ends where it would send. */
async function room() {
  const { stores } = await STORE_KINDS[0].open(testClock());
  const reached = async () => Promise.reject(new Sent());
  const log = recordingLog();
  const ports: ReplyWorkPorts = {
    store: stores.consultations,
    log,
    mime: { read: async () => ({ outcome: 'read', email: makeEmail() }) },
    renderer: { render: () => ({ subject: 'Re: op note', html: '', text: '' }) },
    copies: () => [],
    cap: replyCap(RULES, stores.senders),
    composer: { compose: reached },
    outbox: { ...stores.outbox, put: reached },
    postman: { send: reached },
    pace: stores.pace,
    policy: { firstRetryMs: 1_000, lifeMs: 1_000, perMinute: 0 },
    clock: testClock(),
  };
  const atReply = async (): Promise<Claim> => {
    const id: ConsultationId = await receiveSome(stores);
    await stores.consultations.finishIntake(await mustClaim(stores, id, 'intake'), noticed);
    return mustClaim(stores, id, 'reply');
  };
  return { ports, log, atReply };
}

it('holds a reply above the cap of its case, unless a person released it, and counts a retried one once', async () => {
  const { ports, log, atReply } = await room();
  const [first, second, third, fourth] = [await atReply(), await atReply(), await atReply(), await atReply()];
  const oneCase = (claim: Claim): Claim => ({ ...claim, caseKey: first.caseKey });
  for (const claim of [first, second, second, third, third]) {
    await expect(performReply(oneCase(claim), ports)).rejects.toThrow(Sent);
  }
  await expect(performReply({ ...oneCase(fourth), released: true }, ports)).rejects.toThrow(Sent);
  expect(await performReply(oneCase(fourth), ports)).toBeUndefined();
  expect(JSON.stringify(log.lines)).toContain('reply held');
});
