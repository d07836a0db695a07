import { factsOver } from '../core/deidentify/addendum.ts';
import { type DeidentifyHints, deidentifyText, deidentify as mask, namesIn } from '../core/deidentify/deidentify.ts';
import { readFollowUp } from '../core/mail/follow-up.ts';
import { type IsoDate, isoDate } from '../core/model/ids.ts';
import type { InboundEmail } from '../core/model/inbound-email.ts';
import { withFacts } from './follow-up.ts';
import type { GatheredMail } from './gather.ts';
import type { CodingInput, IntakeResult } from './ports.ts';

/** The last stage that sees an identifier: what it returns may be stored, sent to a model, and quoted. */
export function deidentify(mail: GatheredMail, receivedOn: IsoDate): IntakeResult {
  if (mail.earlier === undefined) return ownCase(mail, receivedOn);
  const { verdict } = mail.reading;
  const hints = hintsOf(mail, receivedOn);
  const reply = readFollowUp(mail.reading, mail.text);
  switch (reply.brings) {
    case 'note':
      return ownCase(mail, receivedOn);
    case 'facts':
      return { next: 'coding', verdict, input: withFacts(mail.earlier, reply, mail.text.limits, hints) };
    case 'question':
      return { next: 'coding', verdict, input: asking(reply.question, hints) };
    case 'nothing':
      return { next: 'nothing', verdict, reason: 'a reply without a fact or a question' };
  }
}

function ownCase({ email, reading, text }: GatheredMail, receivedOn: IsoDate): IntakeResult {
  const { verdict } = reading;
  const { noteText, senderText, limits } = text;
  const hints = hintsOf({ email }, receivedOn);
  if (verdict === 'question' || noteText.trim() === '') {
    return { next: 'coding', verdict, input: asking(senderText || noteText, hints) };
  }
  const note = mask(noteText, hints);
  const told = mask(senderText, { ...hints, names: [...hints.names, ...namesIn(noteText, hints)] });
  return {
    next: 'coding',
    verdict,
    input: {
      kind: 'case',
      note: { ...note, facts: factsOver({ ...told.facts, dateOfService: undefined }, note.facts) },
      senderText: told.text,
      limits,
      mailedOn: mailDay(email.date, receivedOn),
      toldDateOfService: told.facts.dateOfService,
    },
  };
}

function asking(question: string, hints: DeidentifyHints): CodingInput {
  return { kind: 'question', question: deidentifyText(question, hints) };
}

/** The day of the Date header in UTC, unless it lies after the day of receipt (a wrong clock). */
function mailDay(date: Date | undefined, receivedOn: IsoDate): IsoDate {
  const day = date === undefined ? undefined : isoDate(date.toISOString().slice(0, 10));
  return day !== undefined && day < receivedOn ? day : receivedOn;
}

/** Names the headers give away are masked wherever the text repeats them. */
function hintsOf({ email }: { readonly email: InboundEmail }, receivedOn: IsoDate) {
  const people = [email.from, ...email.to, ...email.cc];
  return { names: people.flatMap((person) => (person?.name ? [person.name] : [])), receivedOn };
}
