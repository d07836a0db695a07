import { domainOf } from './domains.ts';

/** Addresses and whole domains, in lower case. */
export interface SenderList {
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
}

/** At most so many in an hour and in a day. */
export interface Rate {
  readonly hour: number;
  readonly day: number;
}

/** Who may ask, and how much. */
export interface SenderRules {
  readonly registered: SenderList;
  readonly blocked: SenderList;
  /** What becomes of a mail whose sender nobody vouches for: a person looks at it, or it is answered as if proven. */
  readonly unproven: 'review' | 'answer';
  /** Answers for a sender who is not registered, before and after he confirmed his address. 0: none. */
  readonly guest: { readonly answers: number; readonly confirmedAnswers: number };
  readonly perSender: Rate;
  readonly perDomain: Rate;
  /** Mails of one sender on one subject in ten minutes that are no loop yet. */
  readonly loopMails: number;
}

export type Standing = 'registered' | 'guest' | 'blocked';

/** What the lists say of an address. A block outweighs a registration. */
export function standingOf(address: string, { registered, blocked }: SenderRules): Standing {
  if (isListed(address, blocked)) return 'blocked';
  return isListed(address, registered) ? 'registered' : 'guest';
}

/** `dana+case7@clinic.example` is the mailbox of dana@clinic.example (RFC 5233): one person, one allowance. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase().trim();
  const plus = local.indexOf('+');
  return `${plus > 0 ? local.slice(0, plus) : local}@${domainOf(address).trim()}`;
}

function isListed(address: string, { addresses, domains }: SenderList): boolean {
  const known = address.toLowerCase();
  return addresses.includes(known) || addresses.includes(mailboxOf(known)) || domains.includes(domainOf(known));
}
