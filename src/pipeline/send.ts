import { domainOf } from '../core/senders/domains.ts';
import { insist } from './insist.ts';
import type { Claim, Clock } from './ports.ts';
import type { AddressedReply } from './render.ts';
import { gapMs, nextTryMs, pauseOf, type SendingPolicy } from './sending-policy.ts';
import type {
  MailComposer,
  OutboxStore,
  OutgoingMail,
  PostedMail,
  Postman,
  SendingPace,
  SendOutcome,
  SendPause,
} from './sending-port.ts';

export type Delivery =
  | { readonly delivery: 'sent' }
  /** An orderly wait: for a turn, for a pause to end, or for the next try. */
  | { readonly delivery: 'wait'; readonly until: Date; readonly why: string }
  | { readonly delivery: 'refused'; readonly why: string }
  /** No server took it within its life: a person looks. */
  | { readonly delivery: 'given-up'; readonly why: string }
  /** Possibly delivered: a person looks, nobody sends again. */
  | { readonly delivery: 'unknown'; readonly why: string };

export interface SendPorts {
  readonly composer: MailComposer;
  readonly outbox: OutboxStore;
  readonly pace: SendingPace;
  readonly postman: Postman;
  readonly policy: SendingPolicy;
  readonly clock: Clock;
}

/**
 * Sends the one reply of a consultation. The composed mail is stored once and sent byte for byte by every try;
 * the phase `data` is committed before the first byte of the body leaves, so a crash after that point is `unknown`
 * and never a second mail (RFC 5321, section 4.5.3.2 and 6.1: only the final reply transfers responsibility).
 */
export async function send(claim: Claim, addressed: AddressedReply, ports: SendPorts): Promise<Delivery> {
  const composed = await ports.composer.compose(addressed.reply, addressed.envelope, claim.caseKey, claim.id);
  const posted = await ports.outbox.put(claim, composed);
  if (posted.phase === 'sent') return { delivery: 'sent' };
  if (posted.phase === 'failed') return { delivery: 'refused', why: 'refused before' };
  if (posted.phase !== 'new') {
    await ports.outbox.settle(claim, 'unknown', undefined);
    return { delivery: 'unknown', why: 'an earlier try ended after DATA was accepted' };
  }
  const domain = domainOf(posted.mail.to);
  const notYet = await waitsFor(claim, domain, ports);
  if (notYet !== undefined) return notYet;
  const outcome = await ports.postman.send(posted.mail, () => ports.outbox.enterData(claim));
  return settle(claim, posted, outcome, ports);
}

/** The pause of the account or the domain, then the turn of this reply. */
async function waitsFor(claim: Claim, domain: string, ports: SendPorts): Promise<Delivery | undefined> {
  const until = await ports.pace.pausedUntil(domain);
  if (until !== undefined) return { delivery: 'wait', until, why: 'sending is paused: the mail server asked for it' };
  const gap = gapMs(ports.policy);
  if (gap === 0) return undefined;
  const turnAt = await ports.pace.turn(claim, domain, gap);
  return turnAt > ports.clock.now() ? { delivery: 'wait', until: turnAt, why: 'the pace of this domain' } : undefined;
}

/** What the mail server said is known here alone: unwritten, it would leave the reply unknown. */
async function settle(claim: Claim, posted: PostedMail, outcome: SendOutcome, ports: SendPorts): Promise<Delivery> {
  const { outbox, pace } = ports;
  switch (outcome.outcome) {
    case 'sent':
      await insist(() => outbox.settle(claim, 'sent', outcome.replyCode));
      await pace.accepted(domainOf(posted.mail.to));
      return { delivery: 'sent' };
    case 'retry':
      return later(claim, posted, outcome, ports);
    case 'refused':
      await insist(() => outbox.settle(claim, 'failed', outcome.replyCode, leftOf(posted.mail, outcome)));
      return { delivery: 'refused', why: outcome.why };
    case 'unknown':
      await outbox.settle(claim, 'unknown', undefined);
      return { delivery: 'unknown', why: outcome.why };
  }
}

async function later(
  claim: Claim,
  { mail, tries, firstTriedAt }: PostedMail,
  outcome: Extract<SendOutcome, { outcome: 'retry' }>,
  { outbox, pace, policy, clock }: SendPorts,
): Promise<Delivery> {
  const now = clock.now();
  await insist(() => outbox.settle(claim, 'new', outcome.replyCode, leftOf(mail, outcome)));
  const pausedUntil = outcome.pause && (await pause(mail.to, outcome.pause, policy, pace));
  if (now.getTime() - (firstTriedAt ?? now).getTime() >= policy.lifeMs) {
    await outbox.beginAgain(claim);
    return { delivery: 'given-up', why: `${outcome.why}, to the end of its time` };
  }
  const wasAnswered = outcome.replyCode !== undefined;
  const next = now.getTime() + nextTryMs(policy, { tries: tries + 1, wasAnswered }, Math.random());
  // A limit of the account ends for all at once: nothing is won by waiting longer than that.
  return { delivery: 'wait', until: pausedUntil ?? new Date(next), why: outcome.why };
}

/** The same mail for the sender alone, when everybody else in the envelope has it. */
function leftOf(
  mail: OutgoingMail,
  { haveCopies }: { readonly haveCopies?: true | undefined },
): OutgoingMail | undefined {
  return haveCopies && { ...mail, copies: [] };
}

function pause(to: string, { scope, kind }: SendPause, policy: SendingPolicy, pace: SendingPace): Promise<Date> {
  return pace.pause(scope === 'account' ? scope : { domain: domainOf(to) }, pauseOf(policy, kind));
}
