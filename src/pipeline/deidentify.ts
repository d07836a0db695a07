import { factsOver } from '../core/deidentify/addendum.ts';
import { deidentifySubject, deidentifyText, deidentify as mask, namesIn } from '../core/deidentify/deidentify.ts';
import { type FollowUp, readFollowUp } from '../core/mail/thread/follow-up.ts';
import type { SenderFeedback } from '../core/model/feedback.ts';
import { type IsoDate, isoDate } from '../core/model/ids.ts';
import { namesOf } from '../core/model/inbound-email.ts';
import { labelOf } from '../core/model/line-label.ts';
import { procedureCodesIn } from '../core/question/asked-codes.ts';
import { dateAsked } from '../core/question/date-asked.ts';
import { withFacts } from './follow-up.ts';
import type { GatheredMail } from './gather.ts';
import type { CodingInput, IntakeResult } from './ports.ts';

/** The last stage that sees an identifier: what it returns may be stored, sent to a model, and quoted. */
export function deidentify(mail: GatheredMail, receivedOn: IsoDate): IntakeResult {
  const { verdict } = mail.reading;
  const reply = mail.earlier === undefined ? undefined : readFollowUp(mail.reading, mail.text);
  const feedback = feedbackOf(reply);
  const input = inputOf(mail, reply, receivedOn);
  if (input === undefined) {
    return { next: 'nothing', verdict, reason: 'a reply without a fact or a question', ...(feedback && { feedback }) };
  }
  const names = [...namesOf(mail.email), ...namesIn(mail.text.noteText, { names: namesOf(mail.email) })];
  const subject = deidentifySubject(mail.email.subject, { names, receivedOn });
  return { next: 'coding', verdict, input, subject, ...(feedback && { feedback }) };
}

/** What the sender says of our earlier answer, in codes. */
function feedbackOf(reply: FollowUp | undefined): SenderFeedback | undefined {
  if (reply?.brings === 'facts' && reply.correction !== undefined) {
    const { given, against } = reply.correction;
    return { kind: 'correct', given: given.map(labelOf), against };
  }
  const agrees = (reply?.brings === 'facts' || reply?.brings === 'nothing') && reply.agrees === true;
  return agrees ? { kind: 'agree' } : undefined;
}

function inputOf(mail: GatheredMail, reply: FollowUp | undefined, receivedOn: IsoDate): CodingInput | undefined {
  if (mail.earlier === undefined || reply === undefined) return ownCase(mail, receivedOn);
  const hints = { names: namesOf(mail.email), receivedOn, isMessage: true };
  switch (reply.brings) {
    case 'note':
      return ownCase(mail, receivedOn);
    case 'facts':
      return withFacts(mail.earlier, reply, mail.text.limits, hints);
    case 'question':
      return asking(reply.question, mail, receivedOn);
    case 'nothing':
      return undefined;
  }
}

function ownCase(mail: GatheredMail, receivedOn: IsoDate): CodingInput {
  const { email, reading, text } = mail;
  const { noteText, senderText, limits } = text;
  if (reading.verdict === 'question' || noteText.trim() === '') {
    return asking(withSubject(senderText || noteText, email.subject), mail, receivedOn);
  }
  const hints = { names: namesOf(email), receivedOn };
  const note = mask(noteText, hints);
  const told = mask(senderText, { ...hints, names: [...hints.names, ...namesIn(noteText, hints)], isMessage: true });
  const facts = factsOver({ ...told.facts, dateOfService: undefined }, note.facts);
  return {
    kind: 'case',
    note: { ...note, facts: { ...facts, priorOperationOn: told.facts.priorOperationOn ?? facts.priorOperationOn } },
    senderText: told.text,
    limits,
    mailedOn: mailDay(email.date, receivedOn),
    toldDateOfService: told.facts.dateOfService,
  };
}

function asking(question: string, { email }: GatheredMail, receivedOn: IsoDate): CodingInput {
  const mailedOn = mailDay(email.date, receivedOn);
  return {
    kind: 'question',
    question: deidentifyText(question, { names: namesOf(email), receivedOn }),
    mailedOn,
    toldDateOfService: dateAsked(question, mailedOn),
  };
}

/** "Can I bill these together?" under the subject "47562 and 44180": the codes stand in the subject alone. */
function withSubject(question: string, subject: string): string {
  const isAlone = procedureCodesIn(question).length === 0 && procedureCodesIn(subject).length > 0;
  return isAlone ? `${subject}\n\n${question}` : question;
}

/** The day of the Date header in UTC, unless it lies after the day of receipt (a wrong clock). */
function mailDay(date: Date | undefined, receivedOn: IsoDate): IsoDate {
  const day = date === undefined ? undefined : isoDate(date.toISOString().slice(0, 10));
  return day !== undefined && day < receivedOn ? day : receivedOn;
}
