import type { HeaderField, Identity } from '../model/sender.ts';
import { type AuthenticationResults, type MethodResult, readAuthenticationResults } from './authentication-results.ts';
import { domainOf, speaksFor } from './domains.ts';
import type { ReceivingSide } from './receiving-side.ts';

/** Stands in AUTHSERV_ID for headers without an id, as Microsoft 365 writes them. */
export const UNNAMED_SERVER = 'unnamed';

/**
 * Servers that write their results below their own Received line, into every mail they take in, so that the first
 * one there is theirs. Elsewhere a sender's own header could stand in that place.
 */
const WRITES_BELOW: ReadonlySet<string> = new Set(['mx.google.com']);

/**
 * What our own receiving server found out about the sender (RFC 8601), if it is configured and said so. Headers of the
 * same name that came with the mail do not count, whatever id they claim (section 5). Undefined: look yourself.
 */
export function receiverVerdict(
  side: ReceivingSide,
  authservIds: readonly string[],
  author: string,
): Identity | undefined {
  const ids = new Set(authservIds.map((id) => (id === UNNAMED_SERVER ? '' : id)));
  const ours = [
    ...resultsIn(side.above).filter(({ authservId }) => ids.has(authservId)),
    ...resultsIn(side.below)
      .filter(({ authservId }) => ids.has(authservId) && WRITES_BELOW.has(authservId))
      .slice(0, 1),
  ].flatMap(({ results }) => results);
  return ours.length === 0 ? undefined : judge(ours, domainOf(author));
}

function resultsIn(fields: readonly HeaderField[]): readonly AuthenticationResults[] {
  return fields
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => readAuthenticationResults(value));
}

/** A failure outweighs everything; a pass must be of the very author that we read. */
function judge(results: readonly MethodResult[], domain: string): Identity | undefined {
  const dmarc = results.filter(({ method }) => method === 'dmarc');
  if (dmarc.some(({ result }) => result === 'fail'))
    return { proof: 'fail', reason: 'DMARC failed at the receiving server' };
  const passed = dmarc.find(({ result }) => result === 'pass');
  if (passed !== undefined) {
    const of = passed.properties.get('header.from');
    if (of !== undefined && domainOf(of) === domain) return { proof: 'pass' };
    return { proof: 'fail', reason: 'DMARC passed at the receiving server for another domain' };
  }
  if (results.some((one) => isAligned(one, domain))) return { proof: 'pass' };
  const isNone = dmarc.some(({ result }) => result === 'none' || result === 'bestguesspass');
  return isNone ? { proof: 'none', reason: 'the domain of the sender publishes no DMARC policy' } : undefined;
}

/** Without a DMARC result: a DKIM signature or SPF of the author's own domain. */
function isAligned({ method, result, properties }: MethodResult, domain: string): boolean {
  if (result !== 'pass') return false;
  if (method === 'dkim')
    return speaksFor(properties.get('header.d') ?? domainOf(properties.get('header.i') ?? ''), domain);
  if (method !== 'spf') return false;
  return speaksFor(domainOf(properties.get('smtp.mailfrom') ?? ''), domain);
}
