import { afterAll, expect, test } from 'vitest';
import { createMimeReader } from '../../../src/adapters/mime/mime-reader.ts';
import type { InboundEmail } from '../../../src/core/model/inbound-email.ts';
import { makePdf } from '../../support/make-files.ts';
import { makeTnef, storedRtf } from '../../support/make-tnef.ts';

const reader = createMimeReader({ timeoutMs: 20_000, maxBytes: 2_000_000 });
afterAll(() => reader.close());

const HEAD = 'From: d@clinic.test\r\nSubject: case\r\nMIME-Version: 1.0\r\n';
const INNER = 'From: s@clinic.test\r\nSubject: inner\r\nContent-Type: text/plain\r\n\r\nPROCEDURE: hernia repair\r\n';

async function read(source: string): Promise<InboundEmail> {
  const outcome = await reader.read(Buffer.from(source, 'latin1'));
  if (outcome.outcome !== 'read') throw new Error(outcome.why);
  return outcome.email;
}

function mixed(...parts: readonly string[]): string {
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
}

const winmail = (bytes: Buffer) =>
  'Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Disposition: attachment; filename=winmail.dat\r\n' +
  `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}`;

test('the files of a winmail.dat are files of the mail, its own text stays', async () => {
  const pdf = makePdf(['note']);
  const bytes = makeTnef({ body: 'other', attachments: [{ title: '..\\..\\op note.pdf', bytes: pdf }] });
  const email = await read(mixed('Content-Type: text/plain\r\n\r\nplease code', winmail(bytes)));
  expect(email.text.trim()).toBe('please code');
  expect(email.attachments.map(({ filename, bytes }) => [filename, Buffer.from(bytes)])).toEqual([
    ['op note.pdf', pdf],
  ]);
});

test('a mail without text has the text of its winmail.dat', async () => {
  const rtf = storedRtf('{\\rtf1\\ansi PROCEDURE: hernia repair\\par done}');
  const email = await read(mixed(winmail(makeTnef({ properties: [[0x1009, rtf]] }))));
  expect(email).toMatchObject({ text: 'PROCEDURE: hernia repair\ndone', attachments: [] });
});

test('a winmail.dat that is none stays a file, so that its loss is told', async () => {
  const email = await read(mixed('Content-Type: text/plain\r\n\r\nsee file', winmail(Buffer.from('not TNEF'))));
  expect(email.attachments.map(({ contentType }) => contentType)).toEqual(['application/ms-tnef']);
});

test.each(['text/rtf', 'application/rtf'])('a mail written in %s has a text and no file', async (type) => {
  const email = await read(`${HEAD}Content-Type: ${type}\r\n\r\n{\\rtf1\\ansi PROCEDURE: hernia repair\\par done}\r\n`);
  expect(email).toMatchObject({ text: 'PROCEDURE: hernia repair\ndone', attachments: [] });
});

test('an RTF copy of the text is no file; one that is attached is', async () => {
  const copy = 'Content-Type: text/rtf\r\n\r\n{\\rtf1 please code}';
  const file =
    'Content-Type: text/rtf; name=note.rtf\r\nContent-Disposition: attachment; filename=note.rtf\r\n\r\n{\\rtf1 note}';
  const email = await read(mixed('Content-Type: text/plain\r\n\r\nplease code', copy, file));
  expect(email.text.trim()).toBe('please code');
  expect(email.attachments.map(({ filename }) => filename)).toEqual(['note.rtf']);
});

test.each([
  ['said to be one', `Content-Type: message/rfc822\r\n\r\n${INNER}`, 'mixed'],
  ['inline', `Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n${INNER}`, 'mixed'],
  [
    'in base64',
    `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(INNER).toString('base64')}`,
    'mixed',
  ],
  ['beside another reading', `Content-Type: message/rfc822\r\n\r\n${INNER}`, 'alternative'],
  ['of a digest, without a type', `\r\n${INNER}`, 'digest'],
])('a mail in the mail is found: %s', async (_, part, kind) => {
  const email = await read(mixed(part).replace('multipart/mixed', `multipart/${kind}`));
  expect(email.embedded.map(({ subject, text }) => [subject, text.trim()])).toEqual([
    ['inner', 'PROCEDURE: hernia repair'],
  ]);
});

test.each([
  ['UTF-7', 'charset=utf-7\r\n\r\nHi +AGE-b', 'Hi ab'],
  ['UTF-7 with a plus sign', 'charset="UTF-7"\r\n\r\n2 +- 2', '2 + 2'],
  ['UTF-7 beyond the first plane', 'charset=utf-7\r\n\r\n+2D3eAA- ok', '😀 ok'],
  ['UTF-7 with a run that nothing ends', 'charset=utf-7\r\n\r\nsize 4 +ALA', 'size 4 °'],
  ['ISO-2022-JP', 'charset=iso-2022-jp\r\n\r\n\x1b$B<j=Q\x1b(B', '手術'],
  ['windows-1252 said to be UTF-8', 'charset=utf-8\r\n\r\n4 cm \xd7 2 cm', '4 cm × 2 cm'],
])('a body in %s', async (_, rest, text) => {
  expect((await read(`${HEAD}Content-Type: text/plain; ${rest}\r\n`)).text.trim()).toBe(text);
});

test.each([
  ['B', 'Subject: =?utf-7?B?K0FHRS0=?='],
  ['Q', 'Subject: =?UTF-7?Q?+AGE-?='],
])('UTF-7 in a header, as old Outlook writes it: %s', async (_, header) => {
  const email = await read(`From: a@b.test\r\n${header}\r\nContent-Type: text/plain\r\n\r\nnote\r\n`);
  expect(email.subject).toBe('a');
});

test('a file that is uuencoded in the text is a file of the mail', async () => {
  const block = 'begin 644 note.txt\r\n84%)/0T5$55)%.B!H97)N:6$@<F5P86ER\r\n`\r\nend';
  const email = await read(`${HEAD}Content-Type: text/plain\r\n\r\nplease code\r\n\r\n${block}\r\n`);
  expect(email.text.trim()).toBe('please code');
  expect(email.attachments.map(({ filename, bytes }) => [filename, Buffer.from(bytes).toString()])).toEqual([
    ['note.txt', 'PROCEDURE: hernia repair'],
  ]);
});
