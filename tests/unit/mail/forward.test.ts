import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { makeEmail, NOTE, OWN } from './make-email.ts';

const FROM = 'Elaine Brandt, MD <ebrandt@endo.test>';

function forwarded(subject: string, text: string) {
  return readMail(makeEmail({ subject, text }), OWN);
}

const FORMATS: readonly (readonly [string, string, string])[] = [
  [
    'Gmail',
    'Fwd: report',
    `---------- Forwarded message ---------\nFrom: Elaine Brandt <ebrandt@endo.test>\nDate: Fri, May 30, 2025 at 4:51 PM\nSubject: report\nTo: <dana@clinic.test>\n\n\n${NOTE}`,
  ],
  [
    'Apple Mail',
    'Fwd: report',
    `> Begin forwarded message:\n> \n> From: Elaine Brandt <ebrandt@endo.test>\n> Subject: report\n> Date: 30 May 2025 at 16:51:00 EDT\n> To: dana@clinic.test\n> \n${NOTE.replace(/^/gm, '> ')}`,
  ],
  [
    'Outlook',
    'FW: report',
    `________________________________\nFrom: Elaine Brandt <ebrandt@endo.test>\nSent: Friday, May 30, 2025 16:51\nTo: dana@clinic.test <dana@clinic.test>\nSubject: report\n\n${NOTE}`,
  ],
  [
    'Outlook for Mac',
    'FW: report',
    `On 5/30/25, 4:51 PM, "Elaine Brandt" <ebrandt@endo.test> wrote:\n\n${NOTE.replace(/^/gm, '    ')}`,
  ],
  [
    'Outlook in German',
    'WG: Bericht',
    `Von: Elaine Brandt <ebrandt@endo.test>\nGesendet: Freitag, 30. Mai 2025 16:51\nAn: dana@clinic.test\nBetreff: report\n\n${NOTE}`,
  ],
  [
    'Thunderbird',
    'Fwd: report',
    `-------- Forwarded Message --------\nSubject: \treport\nDate: \tFri, 30 May 2025 16:51:00 -0400\nFrom: \tElaine Brandt <ebrandt@endo.test>\nTo: \tdana@clinic.test\n\n\n\n${NOTE}`,
  ],
  [
    'Yahoo',
    'Fw: report',
    `   ----- Forwarded Message ----- From: Elaine Brandt <ebrandt@endo.test>To: "dana@clinic.test" <dana@clinic.test>Sent: Friday, May 30, 2025, 04:51:00 PM EDTSubject: report\n ${NOTE}`,
  ],
];

describe('forwards', () => {
  test.each(FORMATS)('%s', (_, subject, text) => {
    const reading = forwarded(subject, text);
    expect(reading.verdict).toBe('case');
    expect(reading.forwarded).toMatchObject({
      from: { name: 'Elaine Brandt', address: 'ebrandt@endo.test' },
      body: NOTE,
    });
    expect(reading.visibleText).toBe('');
  });

  test('what the forwarder wrote stands apart, his signature too', () => {
    const reading = forwarded('Fwd: report', `Can you code this?\nMarcus\n-- \nMarcus Teel\n\n${FORMATS[0]?.[2]}`);
    expect(reading.visibleText).toBe('Can you code this?\nMarcus');
    expect(reading.signature).toBe('-- \nMarcus Teel');
    expect(reading.forwarded?.body).toBe(NOTE);
    expect(reading.trimmedText).toContain('Forwarded message');
  });

  test('a comma in a quoted name does not split the sender', () => {
    const reading = forwarded(
      'Fwd: x',
      `---------- Forwarded message ---------\nFrom: "${FROM.replace(' <', '" <')}\nDate: today\nSubject: x\nTo: a@b.test, "C, D" <c@d.test>\n\nbody`,
    );
    expect(reading.forwarded?.from).toEqual({ name: 'Elaine Brandt, MD', address: 'ebrandt@endo.test' });
    expect(reading.forwarded?.to.map(({ address }) => address)).toEqual(['a@b.test', 'c@d.test']);
  });

  test('a name with a bare comma is one mailbox', () => {
    const reading = forwarded(
      'Fwd: x',
      `---------- Forwarded message ---------\nFrom: ${FROM}\nDate: today\nSubject: x\nTo: Brandt, Elaine <e@x.test>, b@x.test\n\nbody`,
    );
    expect(reading.forwarded?.from).toEqual({ name: 'Elaine Brandt, MD', address: 'ebrandt@endo.test' });
    expect(reading.forwarded?.to).toEqual([
      { name: 'Brandt, Elaine', address: 'e@x.test' },
      { name: undefined, address: 'b@x.test' },
    ]);
  });

  test('a mail forwarded as attachment is the original', () => {
    const inner = makeEmail({ subject: 'report', from: { name: 'Elaine', address: 'e@endo.test' }, text: NOTE });
    const reading = readMail(makeEmail({ subject: 'Fwd: report', text: 'please code', embedded: [inner] }), OWN);
    expect(reading.forwarded).toMatchObject({ from: { address: 'e@endo.test' }, subject: 'report', body: NOTE });
    expect(reading.visibleText).toBe('please code');
  });

  test('the same Outlook headers under a reply are a quote', () => {
    const reading = forwarded('RE: report', `Thanks, what is 45385?\n\n${FORMATS[2]?.[2]}`);
    expect(reading.forwarded).toBeUndefined();
    expect(reading.visibleText).toBe('Thanks, what is 45385?');
    expect(reading.trimmedText).toContain(NOTE);
  });

  test('the words "forwarded message" in a sentence forward nothing', () => {
    expect(
      forwarded('question', 'Forwarded message:\n\nis what our system prints. Which code?').forwarded,
    ).toBeUndefined();
  });
});
