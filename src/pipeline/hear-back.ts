import { type ReplyReport, readReplyReport } from '../core/mail/bounce/reported-reply.ts';
import type { MailVerdict } from '../core/model/inbound-email.ts';
import type { OwnIdentity, ReadMail } from './parse.ts';
import type { Claim, IntakeResult } from './ports.ts';
import type { Noted, ReportBook } from './report-port.ts';
import { next, type Outcome, stop } from './stage.ts';
import { TryAgain } from './try-again.ts';

/** The book of reports as one mail may write and read it. */
export interface MailReports {
  note(report: ReplyReport): Promise<Noted>;
  isUnwilling(address: string): Promise<boolean>;
}

/** A mail that a person let through speaks for its sender. */
export function reportsFor({ id, released }: Claim, book: ReportBook): MailReports {
  return {
    note: (report) => book.note({ ...report, by: id }),
    async isUnwilling(address) {
      if (!released) return book.isUnwilling(address);
      await book.forgive(address);
      return false;
    },
  };
}

/** Verdicts that a person waits behind. */
const PERSONS: ReadonlySet<MailVerdict> = new Set([
  'case',
  'question',
  'follow_up',
  'encrypted',
  'empty',
  'unreadable',
]);

/**
 * Ties reports of mail systems to the replies they are about, and answers nobody by it. Whoever called a reply of ours
 * abuse gets no other one until a person has looked.
 */
export async function hearBack(
  mail: ReadMail,
  { own, reports }: { readonly own: OwnIdentity; readonly reports: MailReports },
): Promise<Outcome<ReadMail, IntakeResult>> {
  const { email, reading } = mail;
  const report = readReplyReport(email, reading, own.messageIdDomain);
  if (report !== undefined && (await reports.note(report)) === 'not-yet') {
    // A server may bounce a reply before we have recorded that it took it.
    throw new TryAgain('the reply that this report is about is not recorded yet');
  }
  const sender = email.from?.address;
  if (sender !== undefined && PERSONS.has(reading.verdict) && (await reports.isUnwilling(sender))) {
    return stop({ next: 'review', verdict: reading.verdict, reason: 'the sender called an answer of ours abuse' });
  }
  return next(mail);
}
