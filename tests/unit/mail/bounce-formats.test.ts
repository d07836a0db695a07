import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, OWN } from './make-email.ts';

/** Our own samples on the layout of each mail system: headers, an `Expected:` line a failed recipient, the text. */
const FOLDER = join(import.meta.dirname, 'bounces');

interface Sample {
  readonly email: InboundEmail;
  /** `address status`; a status the mail does not tell, or only the class of, is left out. */
  readonly expected: readonly string[];
}

function readSample(file: string): Sample {
  const source = readFileSync(join(FOLDER, file), 'utf8');
  const end = source.indexOf('\n\n');
  const fields = source
    .slice(0, end)
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const);
  const values = (name: string) => fields.flatMap(([field, value]) => (field === name ? [value] : []));
  const email = makeEmail({
    from: { name: undefined, address: values('from')[0] ?? '' },
    to: [{ name: undefined, address: 'dana@clinic.test' }],
    subject: values('subject')[0] ?? '',
    headers: Object.fromEntries(fields.filter(([name]) => /^(?:x-|return-path)/.test(name))),
    text: source.slice(end + 2),
  });
  return { email, expected: values('expected') };
}

describe('bounces in plain words', () => {
  test.each(readdirSync(FOLDER))('%s', (file) => {
    const { email, expected } = readSample(file);
    const reading = readMail(email, OWN);
    expect(reading.verdict).toBe('bounce');
    expect(reading.recipients.every(({ action }) => action === 'failed')).toBe(true);
    const told = reading.recipients.map(({ address, status }) =>
      `${address} ${status}`.trim().replace(/ \d\.0\.0$/, ''),
    );
    expect(told).toEqual(expected);
  });
});
