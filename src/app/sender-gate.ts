import type { InboundEmail } from '../core/model/inbound-email.ts';
import type { Counter } from '../core/model/sender.ts';
import { copiesFor } from '../core/senders/copies.ts';
import { replyCounters } from '../core/senders/counters.ts';
import type { SenderRules } from '../core/senders/sender-rules.ts';
import { mailboxOf } from '../core/senders/sender-rules.ts';
import type { Claim, SenderStore } from '../pipeline/ports.ts';
import type { SenderGate, SenderProof } from '../pipeline/sender-gate.ts';

/** What is asked of the sender of one claimed mail: the configured rules, the stored counts, the proof of identity. */
export function senderGate(
  { id, released }: Pick<Claim, 'id' | 'released'>,
  ports: { readonly rules: SenderRules; readonly senders: SenderStore; readonly proof: SenderProof },
): SenderGate {
  const { rules, senders, proof } = ports;
  return {
    rules,
    released,
    prove: (source, author, isWhole) => proof.prove(source, author, isWhole),
    arrive: (counters) => senders.arrive(id, counters),
    grant: (counters) => senders.grant(id, counters),
    confirm: (address, answered) => senders.confirm(mailboxOf(address), answered, id),
    mayNotify: (address, kind) => senders.mayNotify(mailboxOf(address), kind, id),
  };
}

/** Caps what goes out, in one case and to one address. */
export function replyCap(
  rules: SenderRules,
  senders: SenderStore,
): (claim: Pick<Claim, 'id' | 'caseKey'>, to: string) => Promise<Counter | undefined> {
  return ({ id, caseKey }, to) => senders.grant(id, replyCounters({ caseKey, to }, rules));
}

export function copiesToColleagues(ownAddress: string): (email: InboundEmail) => readonly string[] {
  return (email) => copiesFor(email, email.from?.address ?? '', [ownAddress]);
}
