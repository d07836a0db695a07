import { Resolver } from 'node:dns/promises';
import type { DNSResolver } from 'mailauth';

/** One question: two tries of two seconds, so that a mail's whole check ends in its budget. */
const QUESTION = { timeout: 2_000, tries: 2 };

/** Asks these name servers (`ip` or `ip:port`), or those of the system. Faults carry Node's code (`ENOTFOUND` ...). */
export function createResolver(servers: readonly string[] | undefined): DNSResolver {
  const resolver = new Resolver(QUESTION);
  if (servers !== undefined) resolver.setServers(servers);
  // Answers as Node gives them. Those for MX are objects, which mailauth wants though its own types name strings only.
  const names: { readonly resolve: DNSResolver } = resolver;
  return (domain, type) => names.resolve(domain, type);
}
