import type { InboundEmail } from '../model/inbound-email.ts';
import { isPlainAddress } from './authors.ts';
import { domainOf } from './domains.ts';
import { isPublicMail } from './public-mail.ts';

/** A mail to a whole department does not make us write to it. */
const MOST_COPIES = 5;

/**
 * The addresses in Cc that get the reply too: colleagues in the sender's own domain, at most five, or nobody when
 * there are more. A domain of a public mail provider is nobody's own.
 */
export function copiesFor(
  email: Pick<InboundEmail, 'cc'>,
  sender: string,
  ownAddresses: readonly string[],
): readonly string[] {
  const domain = domainOf(sender);
  if (isPublicMail(domain)) return [];
  const not = new Set([sender.toLowerCase(), ...ownAddresses.map((address) => address.toLowerCase())]);
  const colleagues = email.cc
    .map(({ address }) => address.toLowerCase())
    .filter((address) => isPlainAddress(address) && domainOf(address) === domain && !not.has(address));
  const copies = [...new Set(colleagues)];
  return copies.length > MOST_COPIES ? [] : copies;
}
