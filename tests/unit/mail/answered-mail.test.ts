import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { namedCase } from '../../../src/core/mail/thread/thread.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, NOTE, OWN } from './make-email.ts';

const ID = '<cc.CC-7F3K2QX.0b9d@own.test>';
const BY_ID = { caseKey: 'CC-7F3K2QX', consultationId: '0b9d' };
const BY_KEY = { caseKey: 'CC-7F3K2QX', consultationId: undefined };
const answered = (given: Partial<InboundEmail>) => namedCase(makeEmail({ ...given, headers: {} }), OWN);

describe('which reply of ours a mail answers', () => {
  test('stands in In-Reply-To, else in the newest of References, else in the key that a reply repeats', () => {
    const other = '<cc.CC-0000000.1@own.test>';
    const subject = 'Re: op note [CC-7F3K2QX]';
    expect(answered({ inReplyTo: ID, references: [other], subject: 'Re: op note [CC-1111111]' })).toEqual(BY_ID);
    expect(answered({ inReplyTo: '<x@y>', references: [other, ID], subject })).toEqual(BY_ID);
    // Ids that a client or a gateway made up.
    expect(answered({ inReplyTo: '<x@y>', references: ['<z@y>'], subject })).toEqual(BY_KEY);
  });

  test('may stand in the quoted footer alone', () => {
    const text = 'payer: commercial\n\n> VERDICT: ready to bill\n> Case CC-7F3K2QX. Editions: 2026';
    expect(answered({ subject: 'AW: op note', text })).toEqual(BY_KEY);
  });

  test.each<[string, Partial<InboundEmail>]>([
    ['of another domain', { inReplyTo: '<cc.CC-7F3K2QX.0b9d@evil.test>', subject: 'Re: x' }],
    ['of a subject that is no reply', { subject: 'op note [CC-7F3K2QX]' }],
    ['of a forward', { subject: 'Fwd: op note [CC-7F3K2QX]' }],
    ['that is none', { subject: 'Re: CC-7F3K2 and [CC-ABCDEFI]' }],
  ])('is not told by an id or a key %s', (_, given) => {
    expect(answered(given)).toBeUndefined();
  });

  test('makes it a follow-up, whose quoted note is no note of its own', () => {
    const text = `payer: commercial\n\nOn Mon, Jun 2, 2025, Desk <coding@own.test> wrote:\n${NOTE.replace(/^/gm, '> ')}`;
    const reading = readMail(makeEmail({ subject: 'Re: op note [CC-7F3K2QX]', text, headers: {} }), OWN);
    expect(reading).toMatchObject({ verdict: 'follow_up', visibleText: 'payer: commercial' });
  });
});
