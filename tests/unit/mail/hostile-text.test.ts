import { describe, expect, test } from 'vitest';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { makeEmail, OWN } from './make-email.ts';

const LENGTH = 100_000;

/**
 * What could make a pattern try again and again. A pattern that does takes minutes here, so the run ends this test;
 * no time is asserted.
 */
describe('endless text is read', { timeout: 120_000 }, () => {
  test.each([
    'a',
    'a@b.c ',
    '<a@b>',
    '> ',
    '- ',
    'On 1 ',
    '2021 12:30 ',
    'From: a\nTo: b\nDate: c\n',
    'On 2021 at 12:30 x wrote\n',
    '\n',
    ':\n',
    '5.1.1 550 to ',
    '{"Type" : "Notification" ',
    'sent from ',
    'message from outside ',
    'this email confidential ',
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: a\n\n',
    '---------- Forwarded message\n',
    '_______________________\nFrom: a\n',
  ])('%j', (unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    for (const subject of ['', 'Fwd: x', 'Undelivered']) {
      const reading = readMail(makeEmail({ subject, text, headers: { 'return-path': '<>' } }), OWN);
      expect(caseText(reading, []).noteText.length).toBeLessThanOrEqual(LENGTH);
    }
  });
});
