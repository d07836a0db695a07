import { Resolver } from 'node:dns/promises';
import type { DNSResolver } from 'mailauth';

/** One question: two tries of two seconds, so that a mail's whole check ends in its budget. */
const QUESTION = { timeout: 2_000, tries: 2 };

/** Asks these name servers (`ip` or `ip:port`), or those of the system. Faults carry Node's code (`ENOTFOUND` ...). */
export function createResolver(servers: readonly string[] | undefined): DNSResolver {
  const resolver = new Resolver(QUESTION);
  if (servers !== undefined) resolver.setServers(servers);
  return async (domain, type) => {
    switch (type) {
      case 'TXT':
        return resolver.resolveTxt(domain);
      case 'A':
        return resolver.resolve4(domain);
      case 'AAAA':
        return resolver.resolve6(domain);
      case 'MX':
        // mailauth takes Node's own form of these records.
        return (await resolver.resolveMx(domain)) as never;
      case 'PTR':
        return resolver.resolvePtr(domain);
      default:
        return resolver.resolve(domain, type) as Promise<string[]>;
    }
  };
}
