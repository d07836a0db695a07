import type { InboundEmail } from '../model/inbound-email.ts';

/** How we recognise our own mail and the answers to it. */
export interface OwnMail {
  readonly ownAddresses: readonly string[];
  /** Right side of our Message-IDs. */
  readonly ownMessageIdDomain: string;
}

/** Every mail we send carries this header, so that a copy of it is recognised whatever a relay rewrites. */
const OWN_HEADER = 'x-caseconsultant-case';

const ANSWERED_ID = /^<cc\.([A-Za-z0-9-]{1,40})\.([A-Za-z0-9-]{1,60})@([^<>\s@]+)>$/;

export interface AnsweredMail {
  readonly caseKey: string;
  readonly consultationId: string;
}

/** Which of our replies this mail answers: `<cc.<caseKey>.<consultationId>@domain>` in In-Reply-To or References. */
export function answeredMail(email: InboundEmail, own: OwnMail): AnsweredMail | undefined {
  const ids = [email.inReplyTo, ...email.references.toReversed()];
  for (const id of ids) {
    const match = ANSWERED_ID.exec(id ?? '');
    const [, caseKey, consultationId, domain] = match ?? [];
    if (caseKey !== undefined && consultationId !== undefined && sameText(domain, own.ownMessageIdDomain)) {
      return { caseKey, consultationId };
    }
  }
  return undefined;
}

/** Our own mail come back: answering it would be a loop with ourselves. */
export function isOwnMail(email: InboundEmail, own: OwnMail): boolean {
  return (
    own.ownAddresses.some((address) => sameText(address, email.from?.address)) ||
    email.headers.has(OWN_HEADER) ||
    (email.messageId?.startsWith('<cc.') === true &&
      sameText(email.messageId.slice(email.messageId.lastIndexOf('@') + 1, -1), own.ownMessageIdDomain))
  );
}

function sameText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
}
