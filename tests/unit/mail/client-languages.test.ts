import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { MailReading } from '../../../src/core/model/inbound-email.ts';
import { ATTRIBUTION_LINES } from './attribution-lines.ts';
import { DATE_WORDS, type HeaderWords, OUTLOOK_WORDS } from './client-formats.ts';
import { FORWARD_LINES, ORIGINAL_LINES } from './client-lines.ts';
import { makeEmail, OWN } from './make-email.ts';

const BODY = 'PROCEDURE: appendectomy.\n\nThe appendix was divided with a stapler.';
const ORIGINAL = {
  from: { name: 'John Doe', address: 'john@acme.test' },
  to: [{ name: undefined, address: 'dana@clinic.test' }],
  subject: 'Note of today',
  body: BODY,
};
const ENGLISH = { language: 'en', from: 'From', sent: 'Date', to: 'To', cc: 'Cc', subject: 'Subject' };

function headers(words: HeaderWords): readonly [string, string, string, string, string] {
  return [
    `${words.from}: John Doe <john@acme.test>`,
    `${words.sent}: 26.10.2021 14:25`,
    `${words.to}: dana@clinic.test`,
    `${words.cc}: Walter <walter@acme.test>, Nicholas <nick@acme.test>`,
    `${words.subject}: Note of today`,
  ];
}

function read(text: string, subject = 'Fwd: Note of today'): MailReading {
  return readMail(makeEmail({ text, subject }), OWN);
}

function expectForward(reading: MailReading, words: string): void {
  expect(reading.forwarded).toMatchObject(ORIGINAL);
  expect(reading.forwarded?.date).toContain('2021');
  expect(reading.visibleText).toBe(words);
}

describe('forwards', () => {
  test.each(OUTLOOK_WORDS)('Outlook, $language, with words above', (words) => {
    const [from, sent, to, cc, subject] = headers(words);
    expectForward(
      read(`Please code this.\n\n${[from, sent, to, cc, subject].join('\n')}\n\n${BODY}`),
      'Please code this.',
    );
  });

  test.each(OUTLOOK_WORDS)('Outlook on the web, $language, bold', (words) => {
    const bold = headers(words).map((line) => line.replace(/^([^:]+:)/, '*$1*'));
    expectForward(read(`________________________________\n${bold.join('\n')}\n\n${BODY}`), '');
  });

  test.each(DATE_WORDS)('new Outlook, $language, the date second and no blank line', (words) => {
    expectForward(read(`${headers(words).join('\n')}\n${BODY}`), '');
  });

  test.each(DATE_WORDS)('Apple Mail, $language, quoted, the subject second', (words) => {
    const [from, sent, to, cc, subject] = headers(words);
    const lines = ['Begin forwarded message:', '', from, subject, sent, to, cc, '', ...BODY.split('\n')];
    expectForward(read(lines.map((line) => `> ${line}`).join('\n')), '');
  });

  test.each(DATE_WORDS)('Thunderbird, $language, the subject first, tabs', (words) => {
    const [from, sent, to, cc, subject] = headers(words).map((line) => line.replace(': ', ': \t'));
    const lines = ['-------- Forwarded Message --------', subject, sent, from, to, cc, '', '', BODY];
    expectForward(read(`Please code\n\n${lines.join('\n')}`), 'Please code');
  });

  test.each(OUTLOOK_WORDS)('Yahoo, $language, all headers on one line', (words) => {
    const [from, sent, to, cc, subject] = headers(words);
    expectForward(read(`\n   ----- Forwarded Message ----- ${from}${to}${cc}${sent}${subject}\n ${BODY}`), '');
  });

  test.each(FORWARD_LINES)('marker, %s: %s', (_, marker) => {
    const [from, sent, to, , subject] = headers(ENGLISH);
    const reading = read(
      `Please code\n\n${marker}\n${[from, sent, subject, to].join('\n')}\n\n${BODY}`,
      'Note of today',
    );
    expectForward(reading, 'Please code');
    expect(reading.trimmedText.startsWith(marker ?? '?')).toBe(true);
  });
});

describe('replies', () => {
  test.each(ATTRIBUTION_LINES)('%s: %s', (_, line = '') => {
    const attribution = line.replaceAll('~', '\n');
    for (const quote of ['> Old words.\n> More of them.', 'Old words.\nMore of them.']) {
      const reading = read(`New words.\n\n${attribution}\n\n${quote}`, 'Re: Note of today');
      expect(reading.visibleText).toBe('New words.');
      expect(reading.trimmedText).toContain('Old words.');
    }
  });

  test.each(ORIGINAL_LINES)('%s: %s', (_, marker) => {
    const reading = read(`New words.\n\n${marker}\nOld words without headers.`, 'Re: Note of today');
    expect(reading.visibleText).toBe('New words.');
    expect(reading.trimmedText).toContain(marker);
  });
});
