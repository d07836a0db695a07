import type { Claim } from './ports.ts';
import type { AddressedReply } from './render.ts';
import type { MailComposer, OutboxStore, Postman, SendOutcome } from './sending-port.ts';

export type Delivery =
  | { readonly delivery: 'sent' }
  | { readonly delivery: 'retry'; readonly why: string }
  | { readonly delivery: 'refused'; readonly why: string }
  /** Possibly delivered: a person looks, nobody sends again. */
  | { readonly delivery: 'unknown'; readonly why: string };

/**
 * Sends the one reply of a consultation. The composed mail is stored once and sent byte for byte by every try;
 * the phase `data` is committed before the first byte of the body leaves, so a crash after that point is `unknown`
 * and never a second mail (RFC 5321, section 4.5.3.2 and 6.1: only the final reply transfers responsibility).
 */
export async function send(
  claim: Claim,
  addressed: AddressedReply,
  ports: { readonly composer: MailComposer; readonly outbox: OutboxStore; readonly postman: Postman },
): Promise<Delivery> {
  const composed = await ports.composer.compose(addressed.reply, addressed.envelope, claim.caseKey, claim.id);
  const { mail, phase } = await ports.outbox.put(claim, composed);
  if (phase === 'sent') return { delivery: 'sent' };
  if (phase === 'failed') return { delivery: 'refused', why: 'refused before' };
  if (phase !== 'new') {
    await ports.outbox.settle(claim, 'unknown', undefined);
    return { delivery: 'unknown', why: 'an earlier try ended after DATA was accepted' };
  }
  const outcome = await ports.postman.send(mail, () => ports.outbox.enterData(claim));
  return settle(claim, outcome, ports.outbox);
}

async function settle(claim: Claim, outcome: SendOutcome, outbox: OutboxStore): Promise<Delivery> {
  switch (outcome.outcome) {
    case 'sent':
      await outbox.settle(claim, 'sent', outcome.replyCode);
      return { delivery: 'sent' };
    case 'retry':
      await outbox.settle(claim, 'new', outcome.replyCode);
      return { delivery: 'retry', why: outcome.why };
    case 'refused':
      await outbox.settle(claim, 'failed', outcome.replyCode);
      return { delivery: 'refused', why: outcome.why };
    case 'unknown':
      await outbox.settle(claim, 'unknown', undefined);
      return { delivery: 'unknown', why: outcome.why };
  }
}
