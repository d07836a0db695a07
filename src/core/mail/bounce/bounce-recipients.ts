import type { InboundEmail, ReportedRecipient } from '../../model/inbound-email.ts';

const ADDRESS = /[^\s<>()[\]"',;:|=]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?/g;

/** From here on the report quotes the mail that failed. */
const ORIGINAL =
  /^[\s>]{0,8}(?:(?:received|return-path|dkim-signature|arc-seal):|[-=*\s]{0,20}(?:below (?:this line )?is a copy|(?:this|included|attached|here) (?:is )?.{0,20}\bcopy of|(?:the )?headers? of (?:the|your) original|unsent message|returned message|undelivered message|message headers? follow|start of returned message|(?:the )?original (?:message|mail)(?: text)?(?: headers?)?(?: (?:as )?follows?\b|\s*[-:.*]|\s*$)))/i;

/** Lines that name somebody else: the sender, whom to ask, the ids of the mail. */
const SOMEBODY_ELSE =
  /^[\s>]{0,8}(?:(?:in:\s{0,4})?mail\s{1,4}from|from|sender|reply-to|envelope[- ]?from|original sender|message[- ]?id|x-[\w-]+|reporting-mta)\s*:|message-id|assistance|\bcontact\b|please (?:reply|send|write|forward)/i;

/** An address that opens a line, a reply to an SMTP command about it, or words that say it was to be reached. */
const OPENS = /^(?:[\s>*"'<(-]{0,12}|\s{0,8}\d{3}[ -](?:\d\.\d{1,3}\.\d{1,3} )?<)$/;
const RECIPIENT_WORDS =
  /\b(?:to|for|recipients?(?:\(s\))?|addresse?s?(?:\(es\))?|users?|mailbox|account|destinataires?|an|para)\b[^@]{0,60}$|(?:宛先|あて先|адрес\S*)[^@]{0,40}$/i;

const MAX_REPORT_LINES = 400;
const MOST_RECIPIENTS = 100;

/** Whom a report in plain words says it could not reach, each with the status told of him (RFC 3463), in order. */
export function failedRecipients(email: InboundEmail, text: string, action: string): readonly ReportedRecipient[] {
  const lines = text.split('\n').slice(0, MAX_REPORT_LINES);
  const original = lines.findIndex((line) => ORIGINAL.test(line));
  const report = original === -1 ? lines : lines.slice(0, original);
  const named = headerRecipients(email);
  const sections = sectionsOf(email, report);
  const addresses = named.length > 0 ? named : [...sections.keys()];
  const found = addresses.length > 0 ? addresses : weakly(email, report, lines.slice(report.length));
  const statuses = found.map((address) => statusIn(sections.get(address.toLowerCase())?.join('\n') ?? ''));
  const shared = statuses.every((status) => status === '') ? statusIn(report.join('\n')) : '';
  return found.slice(0, MOST_RECIPIENTS).map((address, at) => ({ address, action, status: statuses[at] || shared }));
}

/** The enhanced status of an SMTP reply in a text, or any, one that says something before `5.0.0`; else its class. */
export function statusIn(text: string): string {
  const answered = /\b[45]\d\d[ -]'?([45]\.\d{1,2}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1];
  if (answered !== undefined && !answered.endsWith('.0.0')) return answered;
  const codes = text.match(/(?<![\d.])[245]\.\d{1,2}\.\d{1,3}(?![\d.]*\d)/g) ?? [];
  const failing = codes.filter((code) => !code.startsWith('2'));
  const telling = failing.find((code) => !code.endsWith('.0.0')) ?? failing[0];
  if (telling !== undefined) return telling;
  const reply = /(?:^|[\s:<>'"(])([45])[0-5]\d[ -]/m.exec(text)?.[1];
  return reply === undefined ? '' : `${reply}.0.0`;
}

/** Exim lists them in a header of its own. */
function headerRecipients(email: InboundEmail): readonly string[] {
  const values = email.headers.get('x-failed-recipients') ?? [];
  return [...new Set(values.flatMap((value) => value.split(/[\s,]+/)).filter((address) => address.includes('@')))];
}

/** Who is party to the report itself: its sender, and the sender of the failed mail to whom it goes. */
function peopleOf({ from, to, cc }: InboundEmail): readonly string[] {
  return [from, ...to, ...cc].flatMap((person) => (person === undefined ? [] : [person.address.toLowerCase()]));
}

/** Whoever wrote to himself is the recipient as well: he counts when nobody else is named. */
function sectionsOf(email: InboundEmail, report: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ofOthers = sectionsWithout(peopleOf(email), report);
  return ofOthers.size > 0 ? ofOthers : sectionsWithout([email.from?.address.toLowerCase() ?? ''], report);
}

/** The lines told of each recipient, from where he is named to where the next one is. */
function sectionsWithout(people: readonly string[], report: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of report) {
    const isElse = SOMEBODY_ELSE.test(line);
    for (const match of isElse ? [] : line.matchAll(ADDRESS)) {
      const address = match[0].toLowerCase();
      const before = line.slice(0, match.index);
      if (people.includes(address) || !(OPENS.test(before) || RECIPIENT_WORDS.test(before))) continue;
      current = sections.get(address) ?? [];
      sections.set(address, current);
    }
    current?.push(line);
  }
  return sections;
}

/** No line says so outright: the first address that is nobody else's, or to whom the failed mail was written. */
function weakly(email: InboundEmail, report: readonly string[], original: readonly string[]): readonly string[] {
  const people = peopleOf(email);
  const mentioned = report
    .filter((line) => !SOMEBODY_ELSE.test(line))
    .flatMap((line) => line.match(ADDRESS) ?? [])
    .filter((address) => !people.includes(address.toLowerCase()));
  if (mentioned[0] !== undefined) return [mentioned[0]];
  const [inside] = email.embedded;
  if (inside !== undefined) return inside.to.map(({ address }) => address).filter((address) => address.includes('@'));
  const to = original.find((line) => /^[\s>]{0,8}to\s*:/i.test(line));
  return (to?.match(ADDRESS) ?? []).slice(0, 1);
}
