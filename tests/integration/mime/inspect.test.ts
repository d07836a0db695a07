import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import { createMimeReader } from '../../../src/adapters/mime/mime-reader.ts';
import { type InspectJson, inspectMail } from '../../../src/pipeline/inspect.ts';

const OWN = { ownAddresses: ['coding@own.test'], ownMessageIdDomain: 'own.test' };

/** DESIGN, section 8: what readers of `inspect --json` may rely on. */
const SCHEMA = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../golden/inspect.schema.json', import.meta.url), 'utf8')),
);

const mime = createMimeReader({ timeoutMs: 20_000, maxBytes: 100_000 });
const attachments = createAttachmentReader({ timeoutMs: 20_000, maxRssMb: 500, maxChars: 100_000, maxBytes: 100_000 });
afterAll(() => Promise.all([mime.close(), attachments.close()]));

/** As a reader of the JSON line gets it. */
async function inspect(file: string, text: string): Promise<InspectJson> {
  const shown = await inspectMail({ file, bytes: Buffer.from(text) }, { mime, attachments }, OWN);
  expect(SCHEMA.safeParse(JSON.parse(JSON.stringify(shown))).error).toBeUndefined();
  return shown;
}

test('a forwarded mail with a file shows every part of it', async () => {
  const shown = await inspect(
    'a.eml',
    'From: Dana <dana@clinic.test>\r\nTo: coding@own.test\r\nSubject: Fwd: note\r\nMessage-ID: <1@clinic.test>\r\n' +
      'Date: Mon, 02 Jun 2025 09:12:44 -0500\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nPlease code\r\n\r\n' +
      '---------- Forwarded message ---------\r\nFrom: Dr E <e@endo.test>\r\nDate: Fri, May 30\r\nSubject: note\r\nTo: dana@clinic.test\r\nCc: Front <front@endo.test>\r\n\r\n' +
      'PROCEDURE: appendectomy\r\n--x\r\nContent-Type: text/plain; name=path.txt\r\nContent-Disposition: attachment\r\n\r\nbenign\r\n--x--\r\n',
  );
  expect(shown).toEqual({
    file: 'a.eml',
    verdict: 'case',
    reason: 'a forwarded mail',
    from: { name: 'Dana', address: 'dana@clinic.test' },
    to: [{ name: null, address: 'coding@own.test' }],
    subject: 'Fwd: note',
    messageId: '<1@clinic.test>',
    date: '2025-06-02T14:12:44.000Z',
    forwarded: {
      from: { name: 'Dr E', address: 'e@endo.test' },
      to: [{ name: null, address: 'dana@clinic.test' }],
      cc: [{ name: 'Front', address: 'front@endo.test' }],
      date: 'Fri, May 30',
      subject: 'note',
      body: 'PROCEDURE: appendectomy',
    },
    visibleText: 'Please code',
    trimmedText: expect.stringContaining('Forwarded message'),
    signature: '',
    recipients: [],
    attachments: [
      { filename: 'path.txt', type: 'text/plain', bytes: 6, text: 'benign', ocrConfidence: null, error: null },
    ],
    error: null,
  });
});

test('a text file is the body of a mail without headers', async () => {
  expect(await inspect('note.txt', 'From: is how this text begins\nWhat is 32503?')).toMatchObject({
    verdict: 'question',
    from: null,
    messageId: null,
    date: null,
    visibleText: 'From: is how this text begins\nWhat is 32503?',
  });
});

test('an HTML file is the HTML body of a mail without headers', async () => {
  expect(await inspect('note.html', '<p>What is <b>32503</b>?</p>')).toMatchObject({ visibleText: 'What is 32503?' });
});

test('a file that cannot be read names its fault', async () => {
  const shown = await inspect(
    'a.eml',
    'From: d@clinic.test\r\nContent-Type: application/pdf; name=scan.pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF-1.4 cut off',
  );
  expect(shown.attachments).toMatchObject([
    { filename: 'scan.pdf', type: 'application/pdf', text: '', error: 'broken' },
  ]);
});

test('a mail over the limit is unreadable and says why', async () => {
  expect(await inspect('big.eml', `Subject: x\r\n\r\n${'a'.repeat(100_001)}`)).toMatchObject({
    verdict: 'unreadable',
    error: 'too-large',
    forwarded: null,
    attachments: [],
  });
});

test('a document by itself is read as an attachment', async () => {
  const shown = await inspect('folder/Op note (1).pdf', 'not a PDF');
  expect(shown.attachments).toMatchObject([{ filename: 'Op_note__1_.pdf', type: 'application/pdf' }]);
});
