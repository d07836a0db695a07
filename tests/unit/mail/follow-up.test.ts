import { describe, expect, test } from 'vitest';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readAsNew, readMail } from '../../../src/core/mail/read-mail.ts';
import { type FollowUp, readFollowUp } from '../../../src/core/mail/thread/follow-up.ts';
import type { AttachmentText, InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, makePart, NOTE, OWN } from './make-email.ts';

const THREAD = { inReplyTo: '<cc.CC-7F3K2.0b9d@own.test>' };

function followUp(given: Partial<InboundEmail> | string, files: readonly AttachmentText[] = []): FollowUp {
  const reading = readMail(
    makeEmail({ ...THREAD, ...(typeof given === 'string' ? { text: given } : given), headers: {} }),
    OWN,
  );
  return readFollowUp(reading, caseText(reading, files));
}

const pdf = (text: string): AttachmentText => {
  return { filename: 'a.pdf', type: 'application/pdf', bytes: 9, text, ocrConfidence: undefined, error: undefined };
};

describe('a reply in the thread of a case', () => {
  test.each([
    ['DOS: 2025-03-01', 'DOS: 2025-03-01'],
    ['dos was 3/1/2025.', 'dos was 3/1/2025.'],
    ['"payer: commercial"', '"payer: commercial"'],
    ['Hi,\nDOS: 2025-03-01, payer: commercial\nThanks,\nDana Coder', 'DOS: 2025-03-01\npayer: commercial'],
    ['prior: 27447 on 2025-02-01, planned', 'prior: 27447 on 2025-02-01, planned'],
    ['Prior operation: none, role: assistant', 'Prior operation: none\nrole: assistant'],
    ['Age: 57; sex: female', 'Age: 57;\nsex: female'],
    ['I am the assistant.', 'I am the assistant.'],
    ['Can you code this for the PA who assisted?', 'Can you code this for the PA who assisted?'],
    ['This was done in our ASC. It is Humana Medicare Advantage.', null],
    ['No, we are the primary surgeon.', 'No, we are the primary surgeon.'],
  ])('with settings alone adds nothing to the note: %j', (text, settings) => {
    expect(followUp(text)).toMatchObject({
      brings: 'facts',
      settings: settings ?? text.replace('. ', '.\n'),
      clinical: '',
    });
  });

  test.each([
    ['he also did a cholangiogram', 'he also did a cholangiogram'],
    ['Hi team, he also did a cholangiogram. Thank you!', 'he also did a cholangiogram.'],
    ['Hello Dr. Pell,\n\nThe cystic duct was cannulated.\nContrast was injected.\n\nBest regards,\nDana\nCoder', null],
    ['A cholangiogram was performed, DOS: 2025-03-01', 'A cholangiogram was performed'],
    ['Great saphenous vein was stripped too.', 'Great saphenous vein was stripped too.'],
    ['The co-surgeon exposed the spine at the hospital.', 'The co-surgeon exposed the spine at the hospital.'],
    ['A stent was placed in the operating room.', 'A stent was placed in the operating room.'],
  ])('tells what was done: %j', (text, clinical) => {
    const told = clinical ?? 'The cystic duct was cannulated.\nContrast was injected.';
    expect(followUp(text)).toMatchObject({ brings: 'facts', clinical: told });
  });

  test.each([
    'We billed 47562 and 44180-59, is that right?',
    'we billed 47562 and 44180-59. Is this correct?\nThanks,\nDana',
    'We submitted:\n47562\n44180-59',
    '44180 was denied (CO-97). Should we appeal?',
  ])('tells what was billed, which is no fact of the operation: %j', (text) => {
    expect(followUp(text)).toMatchObject({ brings: 'facts', words: text, settings: '', clinical: '' });
  });

  test('tells what was billed beside a fact and a setting', () => {
    expect(followUp('We billed 47563. He also did a cholangiogram, DOS: 2025-03-01\nIs that right?')).toMatchObject({
      brings: 'facts',
      settings: 'DOS: 2025-03-01',
      clinical: 'He also did a cholangiogram',
    });
  });

  test('that asks about codes bills none', () => {
    expect(followUp('Can I bill 47562 with 44180?')).toMatchObject({ brings: 'question' });
    expect(followUp('Should it be 47562 or 47563?')).toMatchObject({ brings: 'question' });
  });

  test('keeps all its words, whatever they are', () => {
    const text = 'Payer: commercial. He also did a cholangiogram. Is that fine?';
    expect(followUp(text)).toEqual({
      brings: 'facts',
      words: text,
      settings: 'Payer: commercial.',
      clinical: 'He also did a cholangiogram.',
    });
  });

  test('that only asks is a question: a question proves nothing was done', () => {
    expect(followUp('Why not 47563?')).toEqual({ brings: 'question', question: 'Why not 47563?' });
    expect(followUp('Hi, is a cholangiogram included?\nThanks')).toMatchObject({ brings: 'question' });
    expect(followUp('Is an assistant allowed here?')).toMatchObject({ brings: 'question' });
    expect(followUp('Would Aetna pay for it?')).toMatchObject({ brings: 'question' });
  });

  test.each(['Thank you!', 'Thanks so much,\nDana', 'Got it.', 'Perfect, thanks.'])(
    'of thanks brings nothing: %j',
    (text) => {
      expect(followUp(text)).toEqual({ brings: 'nothing' });
    },
  );

  test('with a note of its own is that note', () => {
    expect(followUp(NOTE)).toEqual({ brings: 'note' });
    expect(followUp({ text: 'see file', attachments: [makePart('application/pdf')] }, [pdf(NOTE)])).toEqual({
      brings: 'note',
    });
    const text = `Next one.\n\n---------- Forwarded message ---------\nFrom: E <e@x.test>\nDate: today\nSubject: x\nTo: d@x.test\n\n${NOTE}`;
    expect(followUp({ subject: 'Fwd: x', text })).toEqual({ brings: 'note' });
  });

  test('with a document that is no note adds its text', () => {
    const log = followUp({ text: 'Implants attached.', attachments: [makePart('application/pdf')] }, [
      pdf('One titanium plate, six holes'),
    ]);
    expect(log).toMatchObject({ brings: 'facts', clinical: 'Implants attached.\nOne titanium plate, six holes' });
  });
});

describe('an answer to a reply that is not known', () => {
  const asNew = (text: string) => {
    const email = makeEmail({ ...THREAD, text });
    return readAsNew(email, readMail(email, OWN));
  };

  test('is read by itself', () => {
    expect(asNew('what is 47563?').verdict).toBe('question');
    expect(asNew(NOTE).verdict).toBe('case');
  });

  test('does not take the quoted thread for a note', () => {
    const quoted = NOTE.replace(/^/gm, '> ');
    const reading = asNew(`and now?\n\nOn Mon, Jun 2, 2025, Desk <coding@own.test> wrote:\n${quoted}`);
    expect(reading).toMatchObject({ verdict: 'question', trimmedText: '' });
  });
});
