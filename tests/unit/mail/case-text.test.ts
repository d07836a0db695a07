import { describe, expect, test } from 'vitest';
import { caseText } from '../../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { AttachmentText, InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makeEmail, makePart, NOTE, OWN } from './make-email.ts';

const FORWARD = `Please code.\nDOS: 2025-05-28\n\n---------- Forwarded message ---------\nFrom: E <e@x.test>\nDate: today\nSubject: x\nTo: d@x.test\n\n${NOTE}`;

function textOf(email: InboundEmail, files: readonly AttachmentText[] = []) {
  return caseText(readMail(email, OWN), files);
}

function pdf(text: string, error?: AttachmentText['error']): AttachmentText {
  return { filename: 'Olmstead Harriet.pdf', type: 'application/pdf', bytes: 9, text, ocrConfidence: undefined, error };
}

describe('note and sender', () => {
  test('the forwarded mail is the note, the forwarder speaks for himself', () => {
    expect(textOf(makeEmail({ subject: 'Fwd: x', text: FORWARD }))).toEqual({
      noteText: NOTE,
      senderText: 'Please code.\nDOS: 2025-05-28',
      limits: [],
    });
  });

  test('an attached document is the note', () => {
    const email = makeEmail({ text: 'Payer: Medicare', attachments: [makePart('application/pdf')] });
    expect(textOf(email, [pdf(NOTE)])).toEqual({ noteText: NOTE, senderText: 'Payer: Medicare', limits: [] });
  });

  test('a note in the text is taken from its first heading', () => {
    const text = `Good morning, please code this. Thank you\n\nDOS: 2025-05-28\n\n${NOTE}`;
    expect(textOf(makeEmail({ text }))).toEqual({
      noteText: NOTE,
      senderText: 'Good morning, please code this. Thank you\n\nDOS: 2025-05-28',
      limits: [],
    });
  });

  test.each([
    'I billed 47562, 44180-59: right?',
    'Coder has 47562, 49320',
    'We billed:\n\n47562\n44180-59',
    'Denied: 44180 (CO-97)',
  ])('what was billed above a note is the sender speaking: %j', (billed) => {
    expect(textOf(makeEmail({ text: `${billed}\n\n${NOTE}` }))).toMatchObject({ noteText: NOTE, senderText: billed });
  });

  test.each(['We billed 47562 and 44180-59, is that right?', '44180 was denied. Our claim: 47562, 44180'])(
    'what was billed below a note is the sender speaking too: %j',
    (billed) => {
      expect(textOf(makeEmail({ text: `${NOTE}\n\n${billed}` }))).toMatchObject({ noteText: NOTE, senderText: billed });
    },
  );

  test('codes that the surgeon lists in his note stay with it', () => {
    const text = `${NOTE}\n\nCPT CODES: 47562, 49320`;
    expect(textOf(makeEmail({ text }))).toMatchObject({ noteText: text, senderText: '' });
  });

  test('a paragraph of the surgeon above the first heading stays with the note', () => {
    const text = `This 51-year-old lady had a mastectomy five months ago and returns for exchange.\n\n${NOTE}`;
    expect(textOf(makeEmail({ text }))).toMatchObject({ noteText: text, senderText: '' });
  });

  test('a note further down the thread is found when somebody adds us to it', () => {
    const quoted = NOTE.replace(/^/gm, '> ');
    const text = `Adding the coders, please bill.\n\nOn Mon, Jun 2, 2025, Dr E <e@x.test> wrote:\n${quoted}`;
    expect(textOf(makeEmail({ subject: 'Re: op note', text }))).toMatchObject({
      senderText: 'Adding the coders, please bill.',
    });
    expect(textOf(makeEmail({ subject: 'Re: op note', text })).noteText).toContain(NOTE);
  });

  test('several texts stand under headings that name no file', () => {
    const email = makeEmail({ text: NOTE, attachments: [makePart('application/pdf')] });
    const { noteText } = textOf(email, [pdf('Pathology: benign.'), pdf('Implant log: one plate.')]);
    expect(noteText.match(/^(?:MAIL TEXT|ATTACHMENT).*$/gm)).toEqual([
      'MAIL TEXT',
      'ATTACHMENT 1 (PDF)',
      'ATTACHMENT 2 (PDF)',
    ]);
    expect(noteText).not.toContain('Olmstead');
  });
});

describe('limits', () => {
  test('an unreadable file is said, without its name', () => {
    const email = makeEmail({ text: 'see file', attachments: [makePart('application/pdf')] });
    expect(textOf(email, [pdf('', 'no-text')])).toEqual({
      noteText: '',
      senderText: 'see file',
      limits: [
        'Attachment 1 (PDF) could not be read: it has no text in it that can be read. Send a clearer copy or paste its text.',
      ],
    });
  });

  test('what OCR read is said, with a warning where it was not sure', () => {
    const email = makeEmail({ attachments: [makePart('application/pdf'), makePart('application/pdf')] });
    const scans = [93, 61].map((ocrConfidence) => ({ ...pdf(NOTE), ocrConfidence }));
    expect(textOf(email, scans).limits).toEqual([
      'Attachment 1 (PDF) was read by OCR (93 of 100).',
      'Attachment 2 (PDF) was read by OCR with low confidence (61 of 100): check the quotes against the original.',
    ]);
  });

  test('a scan whose last pages were left is said to be read by OCR and in part', () => {
    const email = makeEmail({ attachments: [makePart('application/pdf')] });
    const { limits } = textOf(email, [{ ...pdf(NOTE, 'too-many-pages'), ocrConfidence: 90 }]);
    expect(limits).toHaveLength(2);
    expect(limits[1]).toContain('was read in part only: it has more scanned pages than are read');
  });

  test('a file that was cut is said to be read in part', () => {
    const email = makeEmail({ attachments: [makePart('application/pdf')] });
    expect(textOf(email, [pdf(NOTE, 'too-large')]).limits).toEqual([
      'Attachment 1 (PDF) was read in part only: it is too large. Send the pages of the note alone or paste their text.',
    ]);
  });

  test('files inside an archive are numbered after it, a bad one by itself', () => {
    const inner = [pdf(NOTE), pdf('', 'encrypted')];
    const archive: AttachmentText = { ...pdf(''), type: 'application/zip', kind: 'zip', files: inner };
    const { noteText, limits } = textOf(makeEmail({ text: 'see files' }), [pdf('Pathology: benign.'), archive]);
    expect(noteText.match(/^ATTACHMENT.*$/gm)).toEqual(['ATTACHMENT 1 (PDF)', 'ATTACHMENT 2.1 (PDF)']);
    expect(limits).toEqual([
      'Attachment 2.2 (PDF) could not be read: it is protected by a password. Send it without one or paste its text.',
    ]);
  });

  test('an archive with more than is read was read in part', () => {
    const archive: AttachmentText = { ...pdf('', 'too-many-files'), kind: 'zip', files: [pdf(NOTE)] };
    expect(textOf(makeEmail({ text: 'see files' }), [archive]).limits).toEqual([
      'Attachment 1 (ZIP) was read in part only: it holds more files than are read. Send the files of one case only.',
    ]);
  });

  test('a file is called by what it is, whatever type was declared', () => {
    const file: AttachmentText = { ...pdf('', 'broken'), type: 'application/octet-stream', kind: 'docx' };
    expect(textOf(makeEmail({ text: 'see file' }), [file]).limits[0]).toMatch(/^Attachment 1 \(Word\) could not/);
  });

  test('a logo is no document; the files beside it keep their numbers', () => {
    const logo: AttachmentText = { ...pdf('', 'decoration'), type: 'image/png', kind: 'image' };
    expect(textOf(makeEmail({ text: 'What is 47562?' }), [logo])).toEqual({
      noteText: '',
      senderText: 'What is 47562?',
      limits: [],
    });
    expect(textOf(makeEmail({ text: 'see file' }), [logo, pdf('', 'broken')]).limits[0]).toMatch(
      /^Attachment 2 \(PDF\)/,
    );
  });

  test('signature files and invitations are no documents', () => {
    const smime: AttachmentText = { ...pdf('', 'unsupported'), type: 'application/pkcs7-signature' };
    expect(textOf(makeEmail({ text: NOTE }), [smime]).limits).toEqual([]);
  });
});

test('a case longer than anybody reads is cut, and the reply says so', () => {
  const { noteText, limits } = textOf(makeEmail({ attachments: [makePart('application/pdf')] }), [
    pdf(`${NOTE}\n${'Irrigated. '.repeat(30_000)}`),
  ]);
  expect(noteText).toHaveLength(200_000);
  expect(noteText.startsWith(NOTE)).toBe(true);
  expect(limits).toEqual(['The case is longer than 200,000 characters: only its beginning was read.']);
});
