import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { MailReading } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, makePart, OWN } from './make-email.ts';

function report(...blocks: readonly string[]): MailReading {
  const status = makePart('message/delivery-status', ['Reporting-MTA: dns; mx.test', ...blocks].join('\n\n'));
  return readMail(
    makeEmail({ from: { name: 'Mail Delivery', address: 'mailer-daemon@mx.test' }, attachments: [status] }),
    OWN,
  );
}

const block = (address: string, action: string, status: string) =>
  `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}`;

describe('delivery status notifications', () => {
  test('each recipient keeps its own outcome', () => {
    const { verdict, recipients } = report(block('a@x.test', 'failed', '5.1.1'), block('b@x.test', 'delayed', '4.4.1'));
    expect(verdict).toBe('bounce');
    expect(recipients).toEqual([
      { address: 'a@x.test', action: 'failed', status: '5.1.1' },
      { address: 'b@x.test', action: 'delayed', status: '4.4.1' },
    ]);
  });

  test('a delay is no failure', () => {
    expect(report(block('a@x.test', 'delayed', '4.4.1')).verdict).toBe('delay_notice');
  });

  test.each(['delivered', 'relayed', 'expanded'])('%s is a report of success', (action) => {
    expect(report(block('a@x.test', action, '2.0.0')).verdict).toBe('delivered_report');
  });

  test('a missing Action is told from the status', () => {
    const { verdict, recipients } = report('Final-Recipient: rfc822; <a@x.test>\nStatus: 4.2.2 (mailbox full)');
    expect(recipients).toEqual([{ address: 'a@x.test', action: 'delayed', status: '4.2.2' }]);
    expect(verdict).toBe('delay_notice');
  });

  test('a report without any recipient is still a bounce', () => {
    expect(report()).toMatchObject({ verdict: 'bounce', recipients: [] });
  });
});

describe('bounces in words', () => {
  test('Exim names the recipients in a header', () => {
    const reading = readMail(
      makeEmail({
        from: { name: 'Mail Delivery System', address: 'Mailer-Daemon@mx.test' },
        subject: 'Mail delivery failed: returning message to sender',
        text: 'A message that you sent could not be delivered.\n\n  a@x.test\n    550 5.1.1 User unknown',
        headers: { 'x-failed-recipients': 'a@x.test, b@x.test' },
      }),
      OWN,
    );
    expect(reading.verdict).toBe('bounce');
    expect(reading.recipients.map(({ address }) => address)).toEqual(['a@x.test', 'b@x.test']);
  });

  test('qmail writes the recipient into the text', () => {
    const reading = readMail(
      makeEmail({
        from: { name: undefined, address: 'MAILER-DAEMON@mx.test' },
        subject: 'failure notice',
        text: "Hi. This is the qmail-send program.\nI wasn't able to deliver your message.\n\n<a@x.test>:\nno such user. (#5.1.1)",
      }),
      OWN,
    );
    expect(reading).toMatchObject({
      verdict: 'bounce',
      recipients: [{ address: 'a@x.test', action: 'failed', status: '5.1.1' }],
    });
  });

  test('an SES notification is read from its JSON', () => {
    const json =
      '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"a@x.test","action":"failed","status":"5.1.1"}]}}';
    const reading = readMail(makeEmail({ from: { name: undefined, address: 'no-reply@sns.test' }, text: json }), OWN);
    expect(reading).toMatchObject({
      verdict: 'bounce',
      recipients: [{ address: 'a@x.test', action: 'failed', status: '5.1.1' }],
    });
  });

  test('a person who writes about a bounce is a person', () => {
    const text = 'My last mail was rejected, the mailbox is full. Did you get the note for 47562?';
    expect(readMail(makeEmail({ subject: 'Re: question', text }), OWN).verdict).toBe('question');
  });
});
