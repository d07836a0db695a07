import { deidentify as mask } from '../core/deidentify/deidentify.ts';
import { type IsoDate, isoDate } from '../core/model/ids.ts';
import type { InboundEmail } from '../core/model/inbound-email.ts';
import type { GatheredMail } from './gather.ts';
import type { IntakeResult } from './ports.ts';

/** The last stage that sees an identifier: what it returns may be stored, sent to a model, and quoted. */
export function deidentify(mail: GatheredMail, receivedOn: IsoDate): IntakeResult {
  const hints = { names: knownNames(mail.email), receivedOn };
  const { noteText, senderText, limits } = mail.text;
  const verdict = mail.reading.verdict;
  if (verdict === 'question' || noteText.trim() === '') {
    return { next: 'coding', verdict, input: { kind: 'question', question: mask(senderText || noteText, hints).text } };
  }
  return {
    next: 'coding',
    verdict,
    input: {
      kind: 'case',
      note: mask(noteText, hints),
      senderText: mask(senderText, hints).text,
      limits,
      mailedOn: mailDay(mail.email.date, receivedOn),
    },
  };
}

/** The day of the Date header in UTC, unless it lies after the day of receipt (a wrong clock). */
function mailDay(date: Date | undefined, receivedOn: IsoDate): IsoDate {
  const day = date === undefined ? undefined : isoDate(date.toISOString().slice(0, 10));
  return day !== undefined && day < receivedOn ? day : receivedOn;
}

/** Names the headers give away: they are masked wherever the text repeats them. */
function knownNames(email: InboundEmail): string[] {
  return [email.from, ...email.to, ...email.cc].flatMap((person) => (person?.name ? [person.name] : []));
}
