import { describe, expect, it } from 'vitest';
import { readReplyReport } from '../../../src/core/mail/bounce/reported-reply.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, makePart, OWN } from './make-email.ts';

const ID = '2f0e4a86-7d1c-4b59-9c3e-0b1f6d2a7e55';
const KEY = `cc.CC-7F3K2.${ID}@own.test`;
const REPLY = { caseKey: 'CC-7F3K2', consultationId: ID };
const DAEMON = { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@mx.test' };
const NULL_PATH = { 'return-path': '<>', 'content-type': 'multipart/report; report-type=delivery-status' };

const read = (email: InboundEmail) => readReplyReport(email, readMail(email, OWN), 'own.test');
const status = (action: string, code: string, more = '') =>
  makePart(
    'message/delivery-status',
    `Reporting-MTA: dns; mx.test\n${more}\nFinal-Recipient: rfc822; dana@clinic.test\nAction: ${action}\nStatus: ${code}\n`,
  );
const dsn = (given: Parameters<typeof makeEmail>[0], action = 'failed', code = '5.1.1') =>
  makeEmail({
    from: DAEMON,
    subject: 'Undelivered Mail Returned to Sender',
    text: 'I could not deliver it.',
    headers: NULL_PATH,
    attachments: [status(action, code)],
    ...given,
  });

describe('a report about a reply of ours', () => {
  it.each([
    ['the returned mail', { embedded: [makeEmail({ messageId: `<${KEY}>` })] }],
    [
      'its returned headers',
      {
        attachments: [
          status('failed', '5.1.1'),
          makePart('text/rfc822-headers', `From: a@b.c\nMessage-ID:\n <${KEY}>\n`),
        ],
      },
    ],
    ['the envelope id', { attachments: [status('failed', '5.1.1', `Original-Envelope-Id: ${KEY}\n`)] }],
    ['In-Reply-To', { inReplyTo: `<${KEY}>` }],
    ['References', { references: ['<root@clinic.test>', `<${KEY}>`] }],
    ['the text', { text: `Could not deliver.\n--- Below this line is a copy of the message.\nMessage-Id: <${KEY}>\n` }],
  ])('is known by %s', (_where, given) => {
    expect(read(dsn(given))).toEqual({ reply: REPLY, says: 'failed', status: '5.1.1' });
  });

  it('is known in words only, without a report part', () => {
    const text = `Hi. This is the qmail-send program. I wasn't able to deliver your message.\nMessage-ID: <${KEY}>\n`;
    const email = makeEmail({ from: DAEMON, subject: 'failure notice', text, headers: { 'return-path': '<>' } });
    expect(read(email)).toMatchObject({ reply: REPLY, says: 'failed' });
  });

  it('tells a delay and a delivery from a failure', () => {
    expect(read(dsn({ inReplyTo: `<${KEY}>`, attachments: [status('delayed', '4.4.1')] }))).toMatchObject({
      says: 'delayed',
      status: '4.4.1',
    });
    expect(read(dsn({ inReplyTo: `<${KEY}>`, attachments: [status('delivered', '2.1.5')] }))?.says).toBe('delivered');
  });

  it('is a complaint when it is a feedback report', () => {
    const email = makeEmail({
      from: { name: undefined, address: 'feedback@isp.test' },
      headers: { 'content-type': 'multipart/report; report-type=feedback-report' },
      attachments: [makePart('message/feedback-report', 'Feedback-Type: abuse\n')],
      embedded: [makeEmail({ messageId: `<${KEY}>` })],
    });
    expect(read(email)).toEqual({ reply: REPLY, says: 'complaint', status: '' });
  });

  it.each([
    [
      'a person',
      {
        from: { name: 'Mail Delivery', address: 'mallory@evil.test' },
        headers: { ...NULL_PATH, 'return-path': '<mallory@evil.test>' },
      },
    ],
    [
      'a person who hides his path',
      { from: { name: 'x', address: 'mallory@evil.test' }, headers: { 'content-type': NULL_PATH['content-type'] } },
    ],
    ['a system that knows no key', { inReplyTo: '<other@own.test>' }],
    ['a system that names the key of another service', { inReplyTo: `<cc.CC-7F3K2.${ID}@elsewhere.test>` }],
  ])('says nothing from %s', (_who, given) => {
    expect(read(dsn({ inReplyTo: `<${KEY}>`, ...given }))).toBeUndefined();
  });

  it('does not take the key of a mail that is only quoted in the body of the returned one', () => {
    const returned = makePart('message/rfc822', `Message-ID: <other@own.test>\n\nOn Monday <${KEY}> was written.\n`);
    expect(read(dsn({ attachments: [status('failed', '5.1.1'), returned] }))).toBeUndefined();
  });

  it('is no answer of a person, whatever its thread', () => {
    expect(read(makeEmail({ inReplyTo: `<${KEY}>`, text: 'He also did a cholangiogram.' }))).toBeUndefined();
  });
});
