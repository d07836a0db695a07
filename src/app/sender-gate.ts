import type { ConsultationId } from '../core/model/ids.ts';
import type { SenderGate } from '../pipeline/guard.ts';
import type { SenderStore } from '../pipeline/ports.ts';
import type { SenderPolicy } from './config/config.ts';
import { domainOf } from './own-identity.ts';

/** The configured senders get answers; for everybody else the store keeps count of notices. */
export function senderGate(policy: SenderPolicy, senders: SenderStore, id: ConsultationId): SenderGate {
  return {
    allows(address) {
      const known = address.toLowerCase();
      return policy.addresses.includes(known) || policy.domains.includes(domainOf(known));
    },
    mayNotify: (address, kind) => senders.mayNotify(address, kind, id),
  };
}
