import type { HeaderField, Identity, MailClient } from '../core/model/sender.ts';
import { domainOf } from '../core/senders/domains.ts';
import { topFields } from '../core/senders/header-fields.ts';
import { judgeFacts } from '../core/senders/own-verdict.ts';
import { receiverVerdict } from '../core/senders/receiver-verdict.ts';
import { type ReceivingSide, receivingSide } from '../core/senders/receiving-side.ts';
import type { Authenticator } from './ports.ts';

export interface ProofPorts {
  readonly authservIds: readonly string[];
  readonly hops: number;
  /** Undefined: nobody is asked, and only the receiving server's word counts. */
  readonly authenticator: Authenticator | undefined;
}

/** More than any mail needs; each one costs a look-up and a computation. */
const MOST_SIGNATURES = 10;

/** Our receiving server's word on the sender when it gave one, else what signatures and name servers say now. */
export async function proveSender(
  mail: { readonly source: Uint8Array; readonly author: string; readonly isWhole: boolean },
  { authservIds, hops, authenticator }: ProofPorts,
): Promise<Identity> {
  const fields = topFields(mail.source);
  const side = receivingSide(fields, hops);
  const told = receiverVerdict(side, authservIds, mail.author);
  if (told !== undefined) return told;
  if (authenticator === undefined) return { proof: 'none', reason: 'the receiving server says nothing of it' };
  // A signature covers the body, and this one was not fetched.
  if (!mail.isWhole) return { proof: 'none', reason: 'the mail is too large to be fetched' };
  if (fields.filter(({ name }) => name === 'dkim-signature').length > MOST_SIGNATURES) {
    return { proof: 'fail', reason: 'more signatures than a mail needs' };
  }
  const facts = await authenticator.check(mail.source, clientOf(side, authservIds));
  if (facts === undefined) return { proof: 'temporary', reason: 'the name servers are too slow' };
  return judgeFacts(facts, domainOf(mail.author));
}

/**
 * SPF judges the outside's client, so the line that names it must be of a configured server: the address of a relay
 * of our own would vouch for whoever sends in our name.
 */
function clientOf({ client, above }: ReceivingSide, authservIds: readonly string[]): MailClient | undefined {
  if (client === undefined || !authservIds.includes(client.receivedBy)) return undefined;
  return { ip: client.ip, helo: client.helo, envelopeFrom: returnPath(above) };
}

/** Written by the server that delivered the mail, at the very top (RFC 5321, section 4.4). */
function returnPath(above: readonly HeaderField[]): string | undefined {
  const value = above.find(({ name }) => name === 'return-path')?.value;
  return /<([^<>\s]+@[^<>\s]+)>/.exec(value ?? '')?.[1];
}
