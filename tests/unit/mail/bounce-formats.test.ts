import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { BOUNCE_FORMATS } from './bounce-formats.ts';
import { makeEmail, OWN } from './make-email.ts';

describe('bounces in plain words', () => {
  test.each(BOUNCE_FORMATS)('$system', ({ from, subject, text, failed, headers }) => {
    const email = makeEmail({
      from: { name: undefined, address: from },
      to: [{ name: undefined, address: 'dana@clinic.test' }],
      subject,
      text,
      headers: headers ?? {},
    });
    const reading = readMail(email, OWN);
    expect(reading.verdict).toBe('bounce');
    expect(reading.recipients.map(({ action }) => action)).toEqual(failed.map(() => 'failed'));
    const told = reading.recipients.map(({ address, status }) =>
      `${address} ${status}`.replace(/ (?:[245]\.0\.0)?$/, ''),
    );
    expect(told).toEqual(failed.map((one) => one.trim()));
  });
});
