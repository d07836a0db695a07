import { domainOf } from '../core/senders/domains.ts';
import type { OwnIdentity } from '../pipeline/parse.ts';

/** How the service that answers from this address knows its own mail. */
export function ownIdentity(address: string): OwnIdentity {
  return { addresses: [address], messageIdDomain: domainOf(address) };
}
