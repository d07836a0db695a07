import { CONSULT_ADDRESS } from '../support/service.ts';
import type { MailDraft } from './build-mail.ts';

/** The mail that a report is about, as it quotes it. */
export interface Reported {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly recipient: string;
  readonly headers: string;
}

type Report = Pick<MailDraft, 'type' | 'body' | 'subject' | 'headers' | 'fromName' | 'envelopeFrom'>;

/** A delivery status notification (RFC 3464), in the form that Postfix gives it. */
export function deliveryReport(action: 'failed' | 'delayed' | 'delivered', about: Reported): Report {
  const { status, said } = {
    failed: { status: '5.1.1', said: 'smtp; 550 5.1.1 User unknown' },
    delayed: { status: '4.4.1', said: 'X-Postfix; connection timed out' },
    delivered: { status: '2.0.0', said: 'smtp; 250 2.0.0 Ok' },
  }[action];
  return {
    envelopeFrom: '',
    fromName: 'Mail Delivery System',
    subject: action === 'failed' ? 'Undelivered Mail Returned to Sender' : `Delivery status: ${action}`,
    headers: ['Auto-Submitted: auto-replied'],
    type: 'multipart/report; report-type=delivery-status; boundary=report',
    body: [
      '--report',
      'Content-Description: Notification',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system. Your message could not be delivered yet or at all.',
      '--report',
      'Content-Description: Delivery report',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.clinic1.example',
      `Original-Envelope-Id: ${about.messageId.replace(/[<>]/g, '')}`,
      'Arrival-Date: Mon, 02 Jun 2025 09:12:50 -0500 (CDT)',
      '',
      `Final-Recipient: rfc822; ${about.recipient}`,
      `Original-Recipient: rfc822;${about.recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      'Remote-MTA: dns; mail.clinic1.example',
      `Diagnostic-Code: ${said}`,
      '',
      '--report',
      'Content-Description: Undelivered Message Headers',
      'Content-Type: text/rfc822-headers',
      '',
      about.headers,
      '--report--',
    ].join('\n'),
  };
}

/** An abuse report (RFC 5965). */
export function abuseReport(about: Reported): Report {
  return {
    envelopeFrom: '',
    subject: 'Abuse report',
    type: 'multipart/report; report-type=feedback-report; boundary=report',
    body: [
      '--report',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is an email abuse report.',
      '--report',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Drill/1.0',
      'Version: 1',
      '--report',
      'Content-Type: message/rfc822',
      '',
      about.headers,
      '',
      'text',
      '--report--',
    ].join('\n'),
  };
}

/** A reported mail that was never sent by us. */
export function unknownMail(id: string): Reported {
  const messageId = `<unknown-${id}@clinic1.example>`;
  return {
    messageId,
    recipient: 'gone@clinic1.example',
    headers: `From: ${CONSULT_ADDRESS}\nTo: gone@clinic1.example\nSubject: Re: Case\nMessage-ID: ${messageId}`,
  };
}
