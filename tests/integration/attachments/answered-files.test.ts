import { afterAll, describe, expect, test } from 'vitest';
import { createReplyRenderer } from '../../../src/adapters/handlebars/reply-renderer.ts';
import { SYSTEM_CLOCK } from '../../../src/app/clock.ts';
import { configFromEnv } from '../../../src/app/config/env.ts';
import { consultOnce } from '../../../src/app/consult-once.ts';
import { openReaders } from '../../../src/app/readers.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { SAMPLE_KEY } from '../../support/answer-builders.ts';
import { makeCda, makeMdm, obx } from '../../support/make-clinical.ts';
import { makeLockedPdf, makePdf, makeZip } from '../../support/make-files.ts';
import { type MailFile, makeMail } from '../../support/make-mail.ts';
import { makeTnef } from '../../support/make-tnef.ts';
import { makeOdt, makeWordParts, wordTable } from '../../support/make-word.ts';
import { OFFICIAL_ROWS } from '../../support/official-rows.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';
import { drawPage, drawScreen } from '../../support/scans.ts';

const readers = openReaders(configFromEnv({}));
const renderer = createReplyRenderer();
afterAll(() => readers.close());

/** The reply to a mail with these files, on one line. */
async function replyTo(text: string, ...files: readonly MailFile[]): Promise<string> {
  const { answer } = await consultOnce(Buffer.from(makeMail(text, files)), '2025-06-10' as IsoDate, {
    readers,
    coding: { library: REAL_LIBRARY, official: OFFICIAL_ROWS, model: undefined, clock: SYSTEM_CLOCK },
    ownAddress: 'consult@consult.example',
  });
  if (answer === undefined) throw new Error('nobody was answered');
  return renderer.render({ answer, caseKey: SAMPLE_KEY, subject: 'case' }).text.replace(/\s+/g, ' ');
}

function file(filename: string, bytes: Buffer | string): MailFile {
  return { filename, contentType: 'application/octet-stream', bytes: Buffer.from(bytes) };
}

const DIAGNOSIS = 'Chronic cholecystitis with cholelithiasis';
const TITLE = 'Laparoscopic cholecystectomy';
const STORY =
  'Four ports were placed. The cystic duct and artery were clipped and divided. The gallbladder was dissected off the liver bed with cautery and removed.';
const FIELDS = [
  ['Date of Service', '06/02/2025'],
  ['Preoperative Diagnosis', DIAGNOSIS],
  ['Postoperative Diagnosis', DIAGNOSIS],
  ['Procedure', TITLE],
] as const;
const LINES = [
  ...FIELDS.map(([label, value]) => `${label.toUpperCase()}: ${value}.`),
  `DESCRIPTION OF PROCEDURE: ${STORY}`,
];

const rtfRow = (cells: readonly string[]) => `\\trowd\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`;
const odtRow = (cells: readonly string[]) =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const RTF = `{\\rtf1\\ansi ${FIELDS.map(rtfRow).join('')}\\pard DESCRIPTION OF PROCEDURE:\\par ${STORY}\\par}`;
const HL7 = makeMdm([
  'PID|1||77^^^H^MR||WHITFIELD^MARION||19620314|F',
  'TXA|1|OP|TX|20250602',
  obx('TX', `${DIAGNOSIS}.`, '10218-6^Dx^LN'),
  obx('TX', `${TITLE}.`, '10223-6^Proc^LN'),
  obx('FT', STORY.replaceAll('. ', '.\\.br\\'), '29554-3^Story^LN'),
]);
const PATHOLOGY = makePdf(['SURGICAL PATHOLOGY', 'Gallbladder: chronic cholecystitis with cholelithiasis.']);

describe('one note in any of its formats gets the same code and diagnosis', () => {
  test.each([
    ['RTF', file('op.rtf', RTF)],
    [
      'OpenDocument',
      file(
        'op.odt',
        makeOdt(
          `<table:table>${FIELDS.map(odtRow).join('')}</table:table><text:p>DESCRIPTION OF PROCEDURE: ${STORY}</text:p>`,
        ),
      ),
    ],
    [
      'Word',
      file(
        'op.docx',
        makeWordParts({
          document: `${wordTable(FIELDS)}<w:p><w:r><w:t>DESCRIPTION OF PROCEDURE: ${STORY}</w:t></w:r></w:p>`,
        }),
      ),
    ],
    [
      'CDA',
      file(
        'op.xml',
        makeCda([
          ['10218-6', 'Dx', DIAGNOSIS],
          ['10223-6', 'Proc', TITLE],
          ['29554-3', 'Story', `<paragraph>${STORY}</paragraph>`],
        ]),
      ),
    ],
    ['HL7', file('op.hl7', HL7)],
    ['winmail.dat', file('winmail.dat', makeTnef({ attachments: [{ title: 'op.pdf', bytes: makePdf(LINES) }] }))],
    ['ZIP', file('case.zip', makeZip([{ name: 'a/op.txt', content: Buffer.from(LINES.join('\n')) }]))],
  ])('%s', async (_, attached) => {
    const reply = await replyTo('Please code the attached note.', attached);
    expect(reply).toMatch(/\b47562\b/);
    expect(reply).toMatch(/\bK80\.10\b/);
    expect(reply).toMatch(/2025/);
    expect(reply).not.toMatch(/Limit:|\(attachment|Whitfield/i);
  });
});

describe('nothing but files that cannot be read', () => {
  test('the notice tells each by its place and kind, why, and what to do; never its name', async () => {
    const scan = await drawPage('', 100).encode('png');
    const reply = await replyTo(
      'Please code the attached.',
      file('Whitfield 1.pdf', makeLockedPdf(['x'])),
      file('Whitfield 2.png', scan),
    );
    expect(reply).toContain('No readable text was found');
    expect(reply).toContain('Attachment 1 (PDF) could not be read: it is protected by a password. Send it without one');
    expect(reply).toContain('Attachment 2 (image) could not be read: it has no text in it that can be read.');
    expect(reply).not.toMatch(/Whitfield/i);
  });

  test('a logo beside a question is no document: the question is answered', async () => {
    const logo = await drawScreen('ACME Surgery', 500, 120, 40).encode('png');
    const reply = await replyTo('What is 47562?', file('image001.png', logo));
    expect(reply).toMatch(/\b47562\b/);
    expect(reply).toMatch(/gallbladder/i);
    expect(reply).not.toMatch(/No readable|attachment/i);
  });
});

describe('a case of several files', () => {
  test('every quote names the file it is from, by number and kind', async () => {
    const zip = makeZip([
      { name: 'Whitfield/path.pdf', content: PATHOLOGY },
      { name: 'Whitfield/op.hl7', content: Buffer.from(HL7) },
    ]);
    const reply = await replyTo('Please code the attached.', file('Whitfield.zip', zip));
    expect(reply).toContain(`"${TITLE}." (attachment 1.2, HL7)`);
    expect(reply).not.toMatch(/Whitfield/i);
    const why = /WHY .* CONFIDENCE/.exec(reply)?.[0] ?? '';
    const named = [...why.matchAll(/"[^"]+"( \(attachment 1\.\d, \w+\))?/g)].map(([, name]) => name !== undefined);
    expect(named.length).toBeGreaterThan(1);
    expect(named).not.toContain(false);
  });

  test('a bad file hurts only itself, and the reply says which and what to do', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', content: Buffer.alloc(60_000_000) }]);
    const reply = await replyTo(
      'Please code the attached.',
      file('Whitfield bomb.docx', bomb),
      file('Whitfield.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')),
      file('locked.pdf', makeLockedPdf(['x'])),
      file('cut.pdf', '%PDF-1.4 cut off'),
      file('op.rtf', RTF),
    );
    expect(reply).toMatch(/\b47562\b/);
    expect(reply).toContain(
      'Limit: Attachment 1 (Word) could not be read: it unpacks to far more than a document should. Send it as a PDF or paste its text.',
    );
    expect(reply).toContain('Limit: Attachment 2 (old Office) could not be read: it is a file of Office before 2007.');
    expect(reply).toContain('Limit: Attachment 3 (PDF) could not be read: it is protected by a password.');
    expect(reply).toContain('Limit: Attachment 4 (PDF) could not be read: it is damaged.');
    expect(reply).not.toMatch(/Attachment 5|Whitfield/);
  });
});
