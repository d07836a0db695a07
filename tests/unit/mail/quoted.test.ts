import { describe, expect, test } from 'vitest';
import { splitSignature } from '../../../src/core/mail/case-text/signature.ts';
import { trimQuotes } from '../../../src/core/mail/thread/quoted.ts';
import { NOTE } from './make-email.ts';

describe('quoted thread', () => {
  test.each([
    ['English', 'On Thu, Jun 26, 2025 at 2:14 PM, Dana L <a@example.com> wrote:'],
    ['English, folded', 'On Thu, Jun 26, 2025 at 2:14 PM, Dana Longname\n<a@example.com> wrote:'],
    ['German', 'Am 26.06.2025 um 14:14 schrieb Dana L <a@example.com>:'],
    ['French', 'Le jeu. 26 juin 2025 à 14:14, Dana L <a@example.com> a écrit :'],
    ['Spanish', 'El jue, 26 jun 2025 a las 14:14, Dana L (<a@example.com>) escribió:'],
    ['Italian', 'Il giorno gio 26 giu 2025 alle ore 14:14 Dana L <a@example.com> ha scritto:'],
    ['Dutch', 'Op do 26 jun. 2025 om 14:14 schreef Dana L <a@example.com>:'],
    ['Russian', 'чт, 26 июн. 2025 г. в 14:14, Dana L <a@example.com>:'],
    ['original message', '-----Original Message-----'],
  ])('%s', (_, attribution) => {
    const { visible, quoted } = trimQuotes(`It was the left side.\n\n${attribution}\n\n> which side?\n> thanks`);
    expect(visible).toBe('It was the left side.');
    expect(quoted).toContain('which side?');
  });

  test('an answer under the quote is the visible text', () => {
    const text = 'On Mon, Jun 2, 2025, Dana <a@b.test> wrote:\n> which side?\n\nThe left side.';
    expect(trimQuotes(text).visible).toBe('The left side.');
  });

  test('answers between quotes stay, with what they answer', () => {
    const text = 'Hi,\nOn Mon, Jun 2, 2025, Dana <a@b.test> wrote:\n> which side?\nleft\n> which year?\n2025';
    expect(trimQuotes(text).visible).toContain('> which side?\nleft');
  });

  test('a mail that is only a quote is not lost', () => {
    expect(trimQuotes('> the whole note\n> in a quote').visible).toBe('> the whole note\n> in a quote');
  });

  test('a sentence that starts with "On" is no attribution', () => {
    const text = 'On 5 June the patient returned.\nThe surgeon wrote: no change.\nWhich code?';
    expect(trimQuotes(text)).toEqual({ visible: text, quoted: '' });
  });

  test('an operative note is never taken for a quote', () => {
    expect(trimQuotes(NOTE)).toEqual({ visible: NOTE, quoted: '' });
  });
});

describe('signature', () => {
  test.each(['-- \nDana\nBilling', 'Sent from my iPhone', '--\nDana'])('%j', (signature) => {
    expect(splitSignature(`Which code?\n\n${signature}`)).toEqual({ text: 'Which code?', signature });
  });

  test('a contact card without a delimiter', () => {
    const card = 'Dana Whitfield\nLakeside Billing\n(555) 346-9947\nwww.example.com';
    expect(splitSignature(`Which code?\n\n${card}`)).toEqual({ text: 'Which code?', signature: card });
  });

  test('a confidentiality notice', () => {
    const notice = 'CONFIDENTIALITY NOTICE: This e-mail is intended only for the addressee.';
    expect(splitSignature(`Which code?\n\n${notice}`)).toEqual({ text: 'Which code?', signature: notice });
  });

  test('a dash line inside a long note is part of the note', () => {
    const note = `PROCEDURE\n--\n${'The wound was closed in layers.\n'.repeat(40)}`.trim();
    expect(splitSignature(note)).toEqual({ text: note, signature: '' });
  });
});
