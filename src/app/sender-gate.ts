import type { InboundEmail } from '../core/model/inbound-email.ts';
import type { Counter } from '../core/model/sender.ts';
import { copiesFor } from '../core/senders/copies.ts';
import { replyCounters } from '../core/senders/counters.ts';
import type { SenderRules } from '../core/senders/sender-rules.ts';
import { mailboxOf } from '../core/senders/sender-rules.ts';
import type { Claim, ConsultationStore, SenderStore } from '../pipeline/ports.ts';
import type { SenderGate, SenderProof } from '../pipeline/sender-gate.ts';

/**
 * What is asked of the sender of one claimed mail: the configured rules, the stored counts, the proof of identity. A mail
 * counts when it came, not when it was read: what came in a day and is read in a minute after an outage is no loop.
 */
export function senderGate(
  { id, released, arrivedAt }: Pick<Claim, 'id' | 'released' | 'arrivedAt'>,
  ports: {
    readonly rules: SenderRules;
    readonly senders: SenderStore;
    readonly consultations: Pick<ConsultationStore, 'openConfirmed'>;
    readonly proof: SenderProof;
  },
): SenderGate {
  const { rules, senders, consultations, proof } = ports;
  return {
    rules,
    released,
    prove: (source, author, isWhole) => proof.prove(source, author, isWhole),
    arrive: (counters) => senders.arrive(id, arrivedAt, counters),
    grant: (counters) => senders.grant(id, arrivedAt, counters),
    confirm: (address, answered) => senders.confirm(mailboxOf(address), answered, id),
    openConfirmed: (asked) => consultations.openConfirmed(asked),
    mayNotify: (address, kind) => senders.mayNotify(mailboxOf(address), kind, id),
  };
}

/** Caps what goes out, in one case and to one address; a reply counts when the mail came that it answers. */
export function replyCap(
  rules: SenderRules,
  senders: SenderStore,
): (claim: Pick<Claim, 'id' | 'caseKey' | 'arrivedAt'>, to: string) => Promise<Counter | undefined> {
  return ({ id, caseKey, arrivedAt }, to) => senders.grant(id, arrivedAt, replyCounters({ caseKey, to }, rules));
}

export function copiesToColleagues(ownAddress: string): (email: InboundEmail) => readonly string[] {
  return (email) => copiesFor(email, email.from?.address ?? '', [ownAddress]);
}
