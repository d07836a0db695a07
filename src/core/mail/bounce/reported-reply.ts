import type { InboundEmail, MailReading, MailVerdict } from '../../model/inbound-email.ts';
import type { AnsweredMail } from '../thread/thread.ts';
import { partText, readFields } from '../verdict/content-type.ts';

/** What a report of a mail system says of a reply of ours. */
export interface ReplyReport {
  /** By the two halves of the key in its Message-ID, as the report carries them. */
  readonly reply: AnsweredMail;
  readonly says: 'failed' | 'delayed' | 'delivered' | 'complaint';
  /** Enhanced status code (RFC 3463), empty where none is told. */
  readonly status: string;
}

const SAYS: Partial<Record<MailVerdict, ReplyReport['says']>> = {
  bounce: 'failed',
  delay_notice: 'delayed',
  delivered_report: 'delivered',
  feedback_report: 'complaint',
};

/**
 * The reply that a report is about, known by our key wherever the report carries it. Anybody can write a report, but only
 * who got the reply knows its key: that, a mail system as the sender, and that a report can do no more than mark the
 * reply, bound what a forged one does.
 */
export function readReplyReport(
  email: InboundEmail,
  { verdict, recipients }: Pick<MailReading, 'verdict' | 'recipients'>,
  messageIdDomain: string,
): ReplyReport | undefined {
  const says = SAYS[verdict];
  if (says === undefined) return undefined;
  if (says !== 'complaint' && !isFromMailSystem(email)) return undefined;
  const reply = findReply(email, messageIdDomain);
  if (reply === undefined) return undefined;
  const about = recipients.find(({ action }) => action === says) ?? recipients[0];
  return { reply, says, status: about?.status ?? '' };
}

const MAIL_SYSTEM =
  /^(?:mailer-?daemon|post_?master|mail-?daemon|mailsystem|mail-?delivery\S*|microsoftexchange\S*|mdaemon|bounces?\S*|complaints?\S*)@/i;

/** The null return-path of RFC 3464, section 2, as our server noted it; without a note, a name that only systems have. */
function isFromMailSystem(email: InboundEmail): boolean {
  const returnPath = email.headers.get('return-path')?.[0]?.trim().replace(/[<>]/g, '');
  if (returnPath === '') return true;
  return MAIL_SYSTEM.test(returnPath ?? email.from?.address ?? '');
}

/** Enough for the headers of the returned mail, wherever they stand. */
const SEARCHED_CHARS = 64_000;
const REPLY_ID = /\bcc\.([A-Za-z0-9-]{1,40})\.([A-Za-z0-9-]{1,60})@([A-Za-z0-9._-]{1,255})/g;

/** The most certain places first: the returned mail, the envelope id, the thread, then the text of the report. */
function findReply(email: InboundEmail, messageIdDomain: string): AnsweredMail | undefined {
  for (const text of placesOf(email)) {
    for (const [, caseKey, consultationId, domain] of text.slice(0, SEARCHED_CHARS).matchAll(REPLY_ID)) {
      if (caseKey === undefined || consultationId === undefined) continue;
      // A sentence may end right behind the id.
      if (domain?.toLowerCase().replace(/\.+$/, '') === messageIdDomain.toLowerCase())
        return { caseKey, consultationId };
    }
  }
  return undefined;
}

const RETURNED = /^(?:text\/rfc822-headers|message\/(?:rfc822-headers|rfc822|global|global-headers))$/;
const STATUS = /^message\/(?:global-)?delivery-status$/;

function* placesOf(email: InboundEmail): Generator<string> {
  for (const returned of email.embedded) yield returned.messageId ?? '';
  for (const part of email.attachments) if (RETURNED.test(part.contentType)) yield headersOf(partText(part.bytes));
  for (const part of email.attachments) {
    // RFC 3464, section 2.2.1: the ENVID that we gave with MAIL.
    if (STATUS.test(part.contentType)) yield readFields(partText(part.bytes)).get('original-envelope-id') ?? '';
  }
  yield email.inReplyTo ?? '';
  yield email.references.join(' ');
  yield email.text;
}

/** Of a returned mail its own headers only: its body may quote the ids of other mails. */
function headersOf(text: string): string {
  const headers = text.split(/\n[ \t]*\n/, 1)[0] ?? '';
  return /^message-id[ \t]*:.*(?:\n[ \t]+.*)*/im.exec(headers)?.[0] ?? '';
}
