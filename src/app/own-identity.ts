import type { OwnIdentity } from '../pipeline/parse.ts';

/** How the service that answers from this address knows its own mail. */
export function ownIdentity(address: string): OwnIdentity {
  return { addresses: [address], messageIdDomain: domainOf(address) };
}

/** What stands after the last `@`. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
