import type { NoticeKind } from '../core/model/consultation.ts';
import type { MailVerdict } from '../core/model/inbound-email.ts';
import { answerNotice } from './answer-notice.ts';
import type { ReadMail } from './parse.ts';
import type { IntakeResult } from './ports.ts';
import { next, type Outcome, stop } from './stage.ts';

/** Who may ask, and whether a notice is still due today. */
export interface SenderGate {
  /** True for senders who get coded answers. */
  allows(address: string): boolean;
  /** True once per sender, kind and day. */
  mayNotify(address: string, kind: NoticeKind): Promise<boolean>;
}

/** Verdicts of mail that no person waits behind: answering would start loops or backscatter (RFC 3834, section 2). */
const MACHINES: ReadonlySet<MailVerdict> = new Set([
  'auto_reply',
  'bounce',
  'delay_notice',
  'delivered_report',
  'feedback_report',
  'list',
  'calendar',
  'own',
]);

/** Lets cases and questions of known senders pass; everybody else gets a notice, and machines get silence. */
export async function guard(
  mail: ReadMail,
  ports: { readonly gate: SenderGate },
): Promise<Outcome<ReadMail, IntakeResult>> {
  const { reading, email } = mail;
  if (MACHINES.has(reading.verdict)) {
    return stop({ next: 'nothing', verdict: reading.verdict, reason: reading.reason });
  }
  const sender = email.from?.address;
  if (sender === undefined) return stop({ next: 'nothing', verdict: reading.verdict, reason: 'no sender address' });
  if (!ports.gate.allows(sender)) return stop(await notify(ports.gate, sender, 'stranger', reading.verdict));
  if (mail.oversizeBytes !== undefined) {
    return stop(await notify(ports.gate, sender, 'too-large', reading.verdict));
  }
  switch (reading.verdict) {
    case 'encrypted':
      return stop(await notify(ports.gate, sender, 'encrypted', reading.verdict));
    case 'unreadable':
      return stop(await notify(ports.gate, sender, 'unreadable', reading.verdict));
    case 'empty':
      return stop(await notify(ports.gate, sender, 'what-i-can-do', reading.verdict));
    default:
      return next(mail);
  }
}

/** The notice, or silence when this sender had one of its kind today. */
export async function notify(
  gate: SenderGate,
  sender: string,
  notice: NoticeKind,
  verdict: MailVerdict,
): Promise<IntakeResult> {
  if (await gate.mayNotify(sender, notice)) return { next: 'reply', answer: answerNotice(notice), verdict };
  return { next: 'nothing', verdict, reason: `a ${notice} notice went to this sender today` };
}
