import type { InboundEmail, MailReading, MailVerdict, ReportedRecipient } from '../model/inbound-email.ts';
import { readTextBounce } from './bounce/bounce-text.ts';
import { readDeliveryStatus, verdictOfReport } from './bounce/delivery-status.ts';
import { isFeedbackReport } from './bounce/feedback-report.ts';
import { readSesNotification } from './bounce/ses-notification.ts';
import { isAccessory } from './case-text/documents-of.ts';
import { isLongerThanAQuestion, isNoteLike } from './case-text/note-shape.ts';
import { splitSignature } from './case-text/signature.ts';
import { findForward } from './forward/forwarded.ts';
import { plainText } from './text-lines.ts';
import { trimQuotes } from './thread/quoted.ts';
import { isOwnMail, namedCase, type OwnMail } from './thread/thread.ts';
import { autoReplyReason } from './verdict/auto-reply.ts';
import { splitBanner } from './verdict/gateway-banner.ts';
import { withoutPgpSignature } from './verdict/pgp-signed.ts';
import { isCalendarMail, isEmptyMail, isEncrypted, isListMail } from './verdict/special-mail.ts';

type Parts = Pick<MailReading, 'forwarded' | 'visibleText' | 'trimmedText' | 'signature'>;
type Judgement = Pick<MailReading, 'verdict' | 'reason'> & { readonly recipients?: readonly ReportedRecipient[] };

/**
 * What a mail is and what in it the sender wrote himself. Machines are told apart first (RFC 3834: never answer
 * them), and a forwarded original is found before any quote is trimmed.
 */
export function readMail(email: InboundEmail, own: OwnMail): MailReading {
  const parts = readParts(email);
  const judgement =
    judgeMachine(email, own) ?? judgeUnusable(email) ?? judgeThread(email, own) ?? judgePerson(email, parts);
  return { ...parts, recipients: [], ...judgement };
}

/** Reads a follow-up of nothing as a mail of its own. The thread below it quotes us: it is left aside. */
export function readAsNew(email: InboundEmail, reading: MailReading): MailReading {
  const alone = { ...reading, trimmedText: '' };
  return { ...alone, ...judgePerson(email, alone) };
}

/** Reports before our own mail: a bounce carries our Message-ID; our own mail before auto-replies: it is marked as one. */
function judgeMachine(email: InboundEmail, own: OwnMail): Judgement | undefined {
  if (isFeedbackReport(email)) return judged('feedback_report', 'an abuse report (RFC 5965)');
  const recipients = readDeliveryStatus(email);
  if (recipients !== undefined) {
    return { ...judged(verdictOfReport(recipients), 'a delivery status notification (RFC 3464)'), recipients };
  }
  if (isOwnMail(email, own)) return judged('own', 'a mail of our own');
  const bounce = readSesNotification(email) ?? readTextBounce(email);
  if (bounce !== undefined) {
    return { ...judged(bounce.verdict, 'a mail system reports in words'), recipients: bounce.recipients };
  }
  const autoReply = autoReplyReason(email);
  if (autoReply !== undefined) return judged('auto_reply', autoReply);
  if (isListMail(email)) return judged('list', 'a mailing list or bulk mail');
  return isCalendarMail(email) ? judged('calendar', 'a calendar message') : undefined;
}

function judgeUnusable(email: InboundEmail): Judgement | undefined {
  if (isEncrypted(email)) return judged('encrypted', 'the text is encrypted');
  return isEmptyMail(email) ? judged('empty', 'neither text nor attachment') : undefined;
}

function judgeThread(email: InboundEmail, own: OwnMail): Judgement | undefined {
  return namedCase(email, own) === undefined ? undefined : judged('follow_up', 'an answer to a reply of ours');
}

function judgePerson(email: InboundEmail, parts: Parts): Judgement {
  if (parts.forwarded !== undefined) return judged('case', 'a forwarded mail');
  if (email.attachments.some((part) => !part.inline && !isAccessory(part.contentType)))
    return judged('case', 'it carries a document');
  if (isNoteLike(parts.visibleText) || isLongerThanAQuestion(parts.visibleText))
    return judged('case', 'the text is written like a note');
  if (isNoteLike(parts.trimmedText)) return judged('case', 'the quoted thread holds a note');
  return judged('question', 'a short text without a note');
}

/** A longer text than anybody writes is taken apart up to here; the rest is kept, unread. */
const MAX_READ_CHARS = 400_000;

function readParts(whole: InboundEmail): Parts {
  const signed = withoutPgpSignature(plainText(whole.text.slice(0, MAX_READ_CHARS)));
  const { banner, text: written } = splitBanner(signed.text);
  const unread = whole.text.slice(MAX_READ_CHARS);
  const forward = findForward({ ...whole, text: written });
  const { visible, quoted } = trimQuotes(forward?.own ?? written);
  const { text, signature } = splitSignature(visible);
  return {
    forwarded: forward && { ...forward.original, body: splitBanner(forward.original.body).text },
    visibleText: text,
    trimmedText: joined([banner, quoted, forward?.raw ?? '', unread]),
    signature: joined([signature, signed.armor]),
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function judged(verdict: MailVerdict, reason: string): Judgement {
  return { verdict, reason };
}
