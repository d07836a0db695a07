import { CONSULT_ADDRESS } from '../support/service.ts';
import { buildMail, type MailDraft } from './build-mail.ts';
import type { AnswerKind, DrillMail, Expected } from './drill-mail.ts';
import { abuseReport, deliveryReport } from './reports.ts';

/** What of a reply of ours its receiver works with. */
interface Reply {
  readonly source: Buffer;
  /** With its angle brackets. */
  readonly messageId: string;
  readonly head: string;
}

export function readHead(source: Buffer): Reply {
  const end = source.indexOf('\r\n\r\n');
  const head = source.toString('latin1', 0, end < 0 ? source.length : end);
  return { source, head, messageId: headerOf(head, 'message-id') ?? '' };
}

export function headerOf(head: string, name: string): string | undefined {
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim();
}

const PERSONS_WORDS: Partial<Record<AnswerKind, { readonly body: string; readonly expected: Expected }>> = {
  'new facts': { body: 'Hi, he also did a cholangiogram.\nThanks, Dana', expected: 'reply' },
  'a setting': { body: 'DOS: 2024-03-01', expected: 'reply' },
  'a question about it': { body: 'Why is there no assistant surgeon on the claim?', expected: 'reply' },
  thanks: { body: 'Thank you!\nDana', expected: 'silence' },
};

/** What comes back on a reply: from a person, from a machine, or the reply itself. */
export function answerMail(id: string, kind: AnswerKind, to: DrillMail, sunk: Buffer): DrillMail {
  const reply = readHead(sunk);
  const thread = [`In-Reply-To: ${reply.messageId}`, `References: ${reply.messageId}`];
  const subject = headerOf(reply.head, 'subject')?.slice(0, 80) ?? 'Re: Case';
  const about = { messageId: reply.messageId, recipient: to.from, headers: reply.head };
  const machine = (draft: Partial<MailDraft> & Pick<MailDraft, 'body'>) =>
    buildMail({ id, kind: `in answer: ${kind}`, from: to.from, expected: 'silence', subject, ...draft });
  const daemon = `mailer-daemon@${to.from.slice(to.from.indexOf('@') + 1)}`;
  const words = PERSONS_WORDS[kind];
  if (words !== undefined) return machine({ ...words, subject, headers: thread });
  switch (kind) {
    case 'absence notice':
      // RFC 3834, section 3.3: such a notice has no sender either.
      return machine({ body: 'I am away.', envelopeFrom: '', headers: [...thread, 'Auto-Submitted: auto-replied'] });
    case 'loop':
      return machine({ body: 'Received, thank you.', headers: [...thread, `X-Loop: ${CONSULT_ADDRESS}`] });
    case 'bounce':
      return machine({ ...deliveryReport('failed', about), from: daemon, bounceOf: to });
    case 'delay notice':
      return machine({ ...deliveryReport('delayed', about), from: daemon });
    case 'abuse report':
      return machine({ ...abuseReport(about), from: daemon.replace('mailer-daemon', 'fbl') });
    default:
      return comeBack(machine({ body: '' }), kind, reply);
  }
}

const OUR_MARKS = /^(?:X-CaseConsultant-Case|Auto-Submitted|X-Auto-Response-Suppress|X-Loop):.*\r\n(?:[ \t].*\r\n)*/gim;

/** The very reply, as a forwarding rule or a careless relay sends it back. */
function comeBack(mail: DrillMail, kind: AnswerKind, { source }: Reply): DrillMail {
  let text = source.toString('latin1');
  if (kind === 'our reply, headers stripped') text = text.replace(OUR_MARKS, '');
  if (kind === 'our reply, sender rewritten') text = text.replace(/^From: .*$/im, `From: <${mail.from}>`);
  return { ...mail, source: Buffer.from(`X-Drill: ${mail.id}\r\n${text}`, 'latin1') };
}
