import type { InboundEmail } from '../model/inbound-email.ts';
import { speaksFor } from './domains.ts';

/** A mail comes to us once. One that our servers took in more often than this goes in circles (Postal's rule). */
const MOST_OWN_HOPS = 4;
const MOST_DELIVERIES = 2;

/** True when the trace fields show that the mail has been here before (RFC 5321, section 6.3). */
export function isGoingInCircles(
  { headers }: Pick<InboundEmail, 'headers'>,
  own: { readonly addresses: readonly string[]; readonly domain: string },
): boolean {
  const hops = (headers.get('received') ?? []).filter((line) => {
    const by = /\sby\s+([^\s;()]{1,255})/i.exec(line)?.[1];
    return /^from\s/i.test(line) && by !== undefined && speaksFor(own.domain, by);
  });
  const deliveries = ['delivered-to', 'x-original-to', 'x-forwarded-to'].map(
    (name) => (headers.get(name) ?? []).filter((value) => isOwn(value, own.addresses)).length,
  );
  return hops.length > MOST_OWN_HOPS || Math.max(...deliveries) > MOST_DELIVERIES;
}

/** True when a forwarding rule of another mailbox sent the mail on to us: its author wrote to somebody else. */
export function cameByForwardingRule(
  { headers }: Pick<InboundEmail, 'headers'>,
  ownAddresses: readonly string[],
): boolean {
  const isForwarded = (headers.get('auto-submitted') ?? []).some((value) => /^auto-forwarded/i.test(value));
  return isForwarded || (headers.get('x-forwarded-to') ?? []).some((value) => isOwn(value, ownAddresses));
}

function isOwn(value: string, ownAddresses: readonly string[]): boolean {
  const address = value.replace(/^[\s<]+|[\s>]+$/g, '').toLowerCase();
  return ownAddresses.some((own) => own.toLowerCase() === address);
}
