import type { InboundEmail } from '../../model/inbound-email.ts';
import { isReplySubject } from '../forward/subject-prefix.ts';

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

/** A case that a mail names: by the reply it answers, or by the key alone, which is shown in subjects and footers. */
export type NamedCase = AnsweredMail | { readonly caseKey: string; readonly consultationId: undefined };

/** Our key as our subjects and footers print it; in brackets, or behind the word that names it. */
const PRINTED_KEY = /\[(CC-[0-9A-HJKMNP-TV-Z]{7})\]|\bcase (CC-[0-9A-HJKMNP-TV-Z]{7})\b/i;
/** Of a long thread the newest quote stands first. */
const MAX_QUOTE_CHARS = 100_000;

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

/**
 * The case that a mail goes on with, by the reply it answers (RFC 5322, section 3.6.4). Some clients and gateways write
 * ids of their own: then a reply may still name the key of its case, in its subject or in what it quotes.
 */
export function namedCase(email: InboundEmail, own: OwnMail): NamedCase | undefined {
  return answeredMail(email, own) ?? (isReplySubject(email.subject) ? caseByKey(email) : undefined);
}

function caseByKey({ subject, text }: InboundEmail): NamedCase | undefined {
  const found = PRINTED_KEY.exec(subject) ?? PRINTED_KEY.exec(text.slice(0, MAX_QUOTE_CHARS));
  const caseKey = found?.[1] ?? found?.[2];
  return caseKey === undefined ? undefined : { caseKey: caseKey.toUpperCase(), consultationId: undefined };
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
