import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, makePart, NOTE, OWN } from './make-email.ts';

function verdict(email: InboundEmail): string {
  return readMail(email, OWN).verdict;
}

describe('people', () => {
  test.each([
    'What is 32503?',
    'I billed 47562, 44180-59: right?',
    'can I bill 47562 with 44180 when both were performed in one session?',
    'code for apical lung tumor with chest wall resection',
  ])('a short text about codes is a question: %s', (text) => {
    expect(verdict(makeEmail({ text }))).toBe('question');
  });

  test('a text shaped like an operative note is a case', () => {
    expect(verdict(makeEmail({ text: NOTE }))).toBe('case');
  });

  test('an operation told in two sentences is a case', () => {
    expect(verdict(makeEmail({ text: 'Patient underwent appendectomy. The appendix was divided and removed.' }))).toBe(
      'case',
    );
  });

  test.each([
    'OFFICE VISIT, established patient\nHPI: Cough.\nPLAN: Rest.',
    'S: Heel pain for two weeks.\nO: Tender heel.\nA: Plantar fasciitis.\nP: Stretching.',
    'SUBJECTIVE:, Recheck of depression.,OBJECTIVE:, Flat affect.,PLAN:, Increase sertraline.',
    '62-year-old woman here for follow up of hypertension. BP 152/94. Increased lisinopril to 20 mg. Spent 25 minutes.',
    'Discharge summary\nHospital course: Pneumonia, better.\nDischarge medications: amoxicillin.',
    'Emergency department note\nPatient presents with an ankle sprain.\nPlan: brace.',
  ])('a visit note is a case: %#', (text) => {
    expect(verdict(makeEmail({ text }))).toBe('case');
  });

  test.each([
    'Can we bill an office visit with a mole that was removed the same day?',
    'office visit 99213 with 20610, which modifier?',
    'Our plan: BCBS. Is 99214 right for two chronic problems?',
    'What is the difference between 99213 and 99214?',
    'follow up visit after 27447 on day 60, billable?',
    'Patient seen in the ER and admitted the same day, which codes?',
  ])('a question about visits stays a question: %s', (text) => {
    expect(verdict(makeEmail({ text }))).toBe('question');
  });

  test('a document makes a case, a logo does not', () => {
    const pdf = makePart('application/pdf');
    expect(verdict(makeEmail({ text: 'see file', attachments: [pdf] }))).toBe('case');
    expect(verdict(makeEmail({ attachments: [{ ...makePart('image/png'), inline: true }] }))).toBe('question');
  });

  test('a scan without a word of text is a case, not an empty mail', () => {
    expect(verdict(makeEmail({ text: '', attachments: [makePart('application/pdf')] }))).toBe('case');
  });

  test('no text, no file and no mail inside is empty', () => {
    expect(verdict(makeEmail({ text: ' \n' }))).toBe('empty');
  });

  test.each([
    ['In-Reply-To', { inReplyTo: '<cc.CC-7F3K2.0b9d@own.test>' }],
    ['References', { references: ['<x@y.test>', '<cc.CC-7F3K2.0b9d@own.test>', '<z@y.test>'] }],
  ])('an answer to our mail by %s is a follow-up', (_, ids) => {
    expect(verdict(makeEmail({ text: 'he also did a cholangiogram', ...ids }))).toBe('follow_up');
  });

  test('an id of our form from another domain is no follow-up', () => {
    expect(verdict(makeEmail({ inReplyTo: '<cc.CC-7F3K2.0b9d@evil.test>' }))).toBe('question');
  });
});

describe('machines', () => {
  test('a mail forwarded by a rule of the clinic is read like any other', () => {
    expect(verdict(makeEmail({ text: NOTE, headers: { 'auto-submitted': 'auto-forwarded' } }))).toBe('case');
  });

  test.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'auto-generated (vacation)' }],
    [{ 'x-auto-response-suppress': 'All' }],
    [{ 'x-autoreply': 'yes' }],
    [{ precedence: 'auto_reply' }],
    [{ 'x-loop': 'dana@clinic.test' }],
  ])('an auto-responder is known by its headers: %o', (headers) => {
    expect(verdict(makeEmail({ headers }))).toBe('auto_reply');
  });

  test.each([
    'Automatic reply: op note',
    'Out of Office: back on Monday',
    'Abwesenheitsnotiz: Fall',
    'Réponse automatique : absence',
    'Respuesta automática: caso',
    '自動返信: 件名',
  ])('an auto-responder is known by its subject: %s', (subject) => {
    expect(verdict(makeEmail({ subject }))).toBe('auto_reply');
  });

  test('a no-reply sender is not answered', () => {
    expect(verdict(makeEmail({ from: { name: undefined, address: 'no-reply@shop.test' } }))).toBe('auto_reply');
  });

  test.each([[{ 'list-id': '<x.test>' }], [{ precedence: 'bulk' }], [{ 'list-unsubscribe': '<mailto:x@y.test>' }]])(
    'list mail is known by its headers: %o',
    (headers) => {
      expect(verdict(makeEmail({ headers }))).toBe('list');
    },
  );

  test('our own mail is known by address, Message-ID or header', () => {
    expect(verdict(makeEmail({ from: { name: undefined, address: 'Coding@OWN.test' } }))).toBe('own');
    expect(verdict(makeEmail({ messageId: '<cc.CC-1.2@own.test>' }))).toBe('own');
    expect(verdict(makeEmail({ headers: { 'x-caseconsultant-case': 'CC-1' } }))).toBe('own');
  });

  test('a colleague whose Message-ID has our domain is not us', () => {
    expect(verdict(makeEmail({ messageId: '<abc@own.test>' }))).toBe('question');
  });

  test('an invitation is a calendar mail, a note with an invitation beside it is a case', () => {
    const invitation = makePart('text/calendar', 'METHOD:REQUEST');
    expect(verdict(makeEmail({ attachments: [invitation] }))).toBe('calendar');
    expect(verdict(makeEmail({ attachments: [invitation, makePart('application/pdf')] }))).toBe('case');
  });

  test.each([
    makeEmail({ headers: { 'content-type': 'multipart/encrypted; protocol="application/pgp-encrypted"' } }),
    makeEmail({ text: '-----BEGIN PGP MESSAGE-----\nhQ' }),
    makeEmail({ text: '', headers: { 'content-type': 'application/pkcs7-mime; smime-type=enveloped-data' } }),
  ])('encrypted text is told from an empty mail', (email) => {
    expect(verdict(email)).toBe('encrypted');
  });

  test('an abuse report is no bounce', () => {
    expect(verdict(makeEmail({ attachments: [makePart('message/feedback-report', 'Feedback-Type: abuse')] }))).toBe(
      'feedback_report',
    );
  });
});
