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
    '41F rt wrist lump, growing. Bier block, arm board. Transverse cut over it, nerve seen and kept out of the way. Sac 2.2 cm followed to its stalk and taken whole. Bovie to the base. 5-0 nylon, bulky wrap. To path. Sutures out 10 d. Had she asked for the left one too? Not today.',
    'Scope for stone, L. LMA, lithotomy. Wire past it. Semirigid up, stone 7 mm at the brim, laser 0.6/10 to dust. No basket. 6x24 stent, string left on. Ureter fine on the way out. EBL 0. Home w/ tamsulosin. Stent out Friday in office. Scheduler has this as both sides - only L was touched.',
  ])('an operation in key words is a case: %#', (text) => {
    expect(verdict(makeEmail({ text }))).toBe('case');
  });

  test.each([
    'Hi, the surgeon did a knee scope with a partial medial meniscectomy and also shaved the undersurface of the patella in another compartment. The payer is Medicare and the note says 25 minutes were spent on the chondroplasty. Can we bill G0289 beside 29881, and which modifier does it take on that line?',
    'Quick one about drains: our doctor drained a breast abscess under ultrasound in the office last week and today she put in a catheter because it came back. Which code is right for the second visit, the one for the drain with guidance or the puncture again, and is the first still in its global days?',
  ])('a long question that tells some of an operation stays a question: %#', (text) => {
    expect(verdict(makeEmail({ text }))).toBe('question');
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
