import type { Counter } from '../model/sender.ts';
import { domainOf } from './domains.ts';
import { stripSubject } from './loop-subject.ts';
import { mailboxOf, type SenderRules, type Standing } from './sender-rules.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A loop answers at once and goes on; a person with a heap of cases does not keep up with these for an hour. */
const WINDOWS = [
  { minutes: 10, times: 1 },
  { minutes: 30, times: 2 },
  { minutes: 60, times: 3 },
] as const;

/** What has no subject in common is a loop only when there is much of it. */
const WITHOUT_SUBJECT = 5;
/** Many people of one registered domain may write on one subject. */
const COLLEAGUES = 3;

/**
 * Loop caps on what comes in, whatever the headers say (a machine that hides is still a machine): mails of one sender,
 * on one subject, and of a domain on one subject, so that changing addresses does not help. A domain whose people are
 * not registered is counted as a whole too.
 */
export function loopCounters(
  mail: { readonly sender: string; readonly subject: string },
  standing: Standing,
  { loopMails }: SenderRules,
): readonly Counter[] {
  const sender = mailboxOf(mail.sender);
  const domain = domainOf(sender);
  const subject = stripSubject(mail.subject);
  const isRegistered = standing === 'registered';
  return [
    ...overWindows(`in ${sender}`, loopMails * WITHOUT_SUBJECT, 'mails of one sender'),
    ...overWindows(`in ${sender} ${subject}`, loopMails, 'mails of one sender on one subject'),
    ...overWindows(
      `in @${domain} ${subject}`,
      isRegistered ? loopMails * COLLEAGUES : loopMails,
      'mails of one domain on one subject',
    ),
    ...(isRegistered ? [] : overWindows(`in @${domain}`, loopMails * WITHOUT_SUBJECT, 'mails of one domain')),
  ];
}

/** Loop caps on what goes out: replies in one case, and to one address. */
export function replyCounters(
  { caseKey, to }: { readonly caseKey: string; readonly to: string },
  { loopMails }: Pick<SenderRules, 'loopMails'>,
): readonly Counter[] {
  return [
    ...overWindows(`out ${caseKey}`, loopMails, 'replies in one case'),
    ...overWindows(`out ${mailboxOf(to)}`, loopMails * WITHOUT_SUBJECT, 'replies to one address'),
  ];
}

/** How many answers a registered sender, and a domain, may have in an hour and in a day. */
export function rateCounters(sender: string, { perSender, perDomain }: SenderRules): readonly Counter[] {
  const of = { sender: `answer ${mailboxOf(sender)}`, domain: `answer @${domainOf(sender)}` };
  return [
    { of: of.sender, most: perSender.hour, withinMs: HOUR_MS, what: 'answers to one sender in an hour' },
    { of: of.sender, most: perSender.day, withinMs: DAY_MS, what: 'answers to one sender in a day' },
    { of: of.domain, most: perDomain.hour, withinMs: HOUR_MS, what: 'answers to one domain in an hour' },
    { of: of.domain, most: perDomain.day, withinMs: DAY_MS, what: 'answers to one domain in a day' },
  ];
}

/** A guest's answers, ever; a confirmed address gets more. */
export function guestCounter(sender: string, { guest }: SenderRules, isConfirmed: boolean): Counter {
  return {
    of: `guest ${mailboxOf(sender)}`,
    most: guest.answers + (isConfirmed ? guest.confirmedAnswers : 0),
    withinMs: undefined,
    what: 'answers to a guest',
  };
}

function overWindows(of: string, most: number, what: string): readonly Counter[] {
  return WINDOWS.map(({ minutes, times }) => ({
    of,
    most: most * times,
    withinMs: minutes * MINUTE_MS,
    what: `${what} in ${minutes} minutes`,
  }));
}
