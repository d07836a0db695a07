import type { CaseHistory } from '../../../adapters/postgres/case-history.ts';
import type { Answer } from '../../../core/model/consultation.ts';
import { labelOf } from '../../../core/model/line-label.ts';
import type { CodingInput } from '../../../pipeline/ports.ts';
import { ageOf, deskWords } from '../desk-words.ts';

/** What happened to each mail of a case: states, times, counts and codes; never a text of the mail or an address. */
export function historyText(mails: readonly CaseHistory[], now: Date): string {
  const [first] = mails;
  const head = `${first?.caseKey}  ${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}`;
  return [head, ...mails.map((mail, at) => mailText(mail, at + 1, now))].join('\n\n');
}

function mailText(mail: CaseHistory, number: number, now: Date): string {
  const { why, next } = deskWords(mail);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['state', `${mail.status} in ${mail.stage}, since ${ageOf(mail.since, now)}`],
    ['verdict', mail.verdict],
    ['why', why],
    ['what to do', mail.attention === undefined ? undefined : next],
    ['read', mail.input && inputText(mail.input)],
    ['answer', mail.answer && answerText(mail.answer)],
    ['sending', mail.sending && `${mail.sending}${mail.replyCode === undefined ? '' : ` (${mail.replyCode})`}`],
    ['raw mail', mail.rawMailUntil === undefined ? 'purged' : `kept until ${minute(mail.rawMailUntil)}`],
    ['folder', mail.attention === undefined || mail.stage !== 'intake' ? undefined : FAILED_FOLDER],
  ];
  return [
    `mail ${number}  received ${minute(mail.receivedAt)}, ${ageOf(mail.receivedAt, now)} ago`,
    ...facts.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label.padEnd(11)} ${text}`])),
    ...mail.events.map(({ at, event, fields }) => `  ${minute(at)}  ${event}${fieldsText(fields)}`),
  ].join('\n');
}

const FAILED_FOLDER = 'the mail lies in the folder Failed and stays there, whatever is decided';

function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function fieldsText(fields: CaseHistory['events'][number]['fields']): string {
  const told = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  return told.length === 0 ? '' : `  (${told.join(', ')})`;
}

function inputText(input: CodingInput): string {
  if (input.kind === 'question') return `a question of ${input.question.length} characters`;
  const masked = Object.values(input.note.masked).reduce((sum, count) => sum + (count ?? 0), 0);
  const limits = input.limits.length === 0 ? '' : `, ${input.limits.length} limits told`;
  return `a note of ${input.note.text.length} characters, ${masked} identifiers masked${limits}`;
}

function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'notice':
      return `notice: ${answer.notice}`;
    case 'question':
      return `${answer.points.length} questions answered`;
    case 'case': {
      const codes = answer.lines.map(labelOf).join(', ');
      return `${codes === '' ? 'no line' : codes}; ${answer.questions.length} questions; ${answer.origin.draftedBy}`;
    }
  }
}

export function historyJson(mails: readonly CaseHistory[]) {
  return {
    case: mails[0]?.caseKey,
    mails: mails.map((mail) => ({
      state: mail.status,
      stage: mail.stage,
      attention: mail.attention ?? null,
      verdict: mail.verdict ?? null,
      ...deskWords(mail),
      receivedAt: mail.receivedAt.toISOString(),
      since: mail.since.toISOString(),
      read: mail.input === undefined ? null : inputText(mail.input),
      answer: mail.answer === undefined ? null : answerText(mail.answer),
      sending: mail.sending ?? null,
      replyCode: mail.replyCode ?? null,
      rawMailUntil: mail.rawMailUntil?.toISOString() ?? null,
      events: mail.events.map(({ at, event, fields }) => ({ at: at.toISOString(), event, ...fields })),
    })),
  };
}
