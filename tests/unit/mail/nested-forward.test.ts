import { describe, expect, test } from 'vitest';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import { makeEmail, NOTE, OWN } from './make-email.ts';

const OUTLOOK =
  'From: Front Desk <desk@clinic.test>\nSent: Monday, June 2, 2025 9:12 AM\nTo: Dana <dana@clinic.test>\nSubject: FW: note';
const GMAIL =
  '---------- Forwarded message ---------\nFrom: Dr Lee <lee@or.test>\nDate: Fri, May 30, 2025 at 4:51 PM\nSubject: note\nTo: <desk@clinic.test>';
const APPLE =
  'Begin forwarded message:\n\nFrom: Ann <ann@ward.test>\nSubject: note\nDate: 29 May 2025 at 16:51:00 EDT\nTo: Dr Lee <lee@or.test>';
const OTHER = 'PROCEDURE PERFORMED: Cystoscopy.\nFINDINGS: Normal bladder.';

describe('a mail forwarded more than once', () => {
  test.each([
    [
      'twice, by two clients',
      `Please code\n\n${OUTLOOK}\n\nFor Dana.\n\n${GMAIL}\n\n${NOTE}`,
      'Please code\n\nFor Dana.',
    ],
    ['three times', `Hi\n\n${OUTLOOK}\n\nOne.\n\n${GMAIL}\n\nTwo.\n\n${APPLE}\n\n${NOTE}`, 'Hi\n\nOne.\n\nTwo.'],
    ['twice by Outlook', `${OUTLOOK}\n\n\n${OUTLOOK.replace('desk@', 'lee@')}\n\n${NOTE}`, ''],
    [
      'quoted in a quote',
      `> ${APPLE.replaceAll('\n', '\n> ')}\n>\n> FYI\n>\n>> ${APPLE.replaceAll('\n', '\n>> ')}\n>>\n>> ${NOTE.replaceAll('\n', '\n>> ')}`,
      'FYI',
    ],
  ])('%s: the note is the innermost text, the words of each forwarder are kept', (_, text, words) => {
    const reading = readMail(makeEmail({ subject: 'Fwd: FW: note', text }), OWN);
    expect(reading.verdict).toBe('case');
    expect(reading.forwarded?.body).toContain('appendix was divided');
    expect(caseText(reading, [])).toMatchObject({ noteText: NOTE, senderText: words });
  });

  test('the thread quoted under a forwarded note is no part of it', () => {
    const text = `${GMAIL}\n\n${NOTE}\n\nOn Thu, May 29, 2025 at 9:00 AM Dana <dana@clinic.test> wrote:\n\n> Please send it.`;
    const reading = readMail(makeEmail({ subject: 'Fwd: note', text }), OWN);
    expect(reading.forwarded?.body).toContain('Please send it.');
    expect(caseText(reading, []).noteText).toBe(NOTE);
  });

  test('a note that a forwarded answer quotes is the note', () => {
    const text = `${GMAIL}\n\nThis one is urgent.\n\nOn Thu, May 29, 2025 at 9:00 AM Ann <ann@ward.test> wrote:\n\n${NOTE}`;
    const reading = readMail(makeEmail({ subject: 'Fwd: note', text }), OWN);
    expect(caseText(reading, []).noteText).toContain(NOTE);
  });
});

describe('mails attached to a mail', () => {
  const inner = (text: string) => makeEmail({ text, subject: 'note', from: { name: 'Lee', address: 'lee@or.test' } });

  test('several of them are one case', () => {
    const reading = readMail(makeEmail({ text: 'Two cases.', embedded: [inner(NOTE), inner(OTHER)] }), OWN);
    expect(reading.forwarded?.from?.address).toBe('lee@or.test');
    expect(reading.forwarded?.body).toBe(`${NOTE}\n\n${OTHER}`);
    expect(reading.visibleText).toBe('Two cases.');
  });

  test('one inside an empty one is read', () => {
    const empty = makeEmail({ text: '', subject: 'Fwd: note', embedded: [inner(NOTE)] });
    expect(readMail(makeEmail({ text: 'Please code', embedded: [empty] }), OWN).forwarded?.body).toBe(NOTE);
  });

  test('one with a note counts before a forward in the text without one', () => {
    const text = `${GMAIL}\n\nSee the mail attached.`;
    const reading = readMail(makeEmail({ subject: 'Fwd: note', text, embedded: [inner(NOTE)] }), OWN);
    expect(reading.forwarded?.body).toBe(NOTE);
    expect(reading.visibleText).toContain('See the mail attached.');
  });
});
