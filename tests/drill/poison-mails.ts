import { deflateSync } from 'node:zlib';
import { makeDocx, makeLockedPdf, makePdf, paragraph } from '../support/make-files.ts';
import { buildMail, type MailDraft, withFile } from './build-mail.ts';
import type { DrillMail } from './drill-mail.ts';
import { operativeNote } from './notes.ts';
import type { Random } from './random.ts';
import { DOMAINS, MAX_MAIL_MB } from './settings.ts';

const MIB = 1024 * 1024;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NESTED = 'multipart/mixed; boundary=a';
const CODE_THIS = 'Please code the attached note.';

type Poison = (note: string) => Omit<MailDraft, 'id' | 'from' | 'kind'>;

const pdf = (bytes: Uint8Array) => ({ name: 'note.pdf', type: 'application/pdf', bytes });
const docx = (bytes: Uint8Array) => ({ name: 'note.docx', type: DOCX, bytes });

/** Each is answered once: by a code, or by a notice that says what was wrong. */
const ANSWERED: readonly Poison[] = [
  (body) => ({ type: 'multipart/mixed', body }),
  (body) => ({ type: 'multipart/mixed; boundary=never', body }),
  () => ({ type: NESTED, body: `--a\nContent-Type: ${NESTED}\n\n--a\n--a--` }),
  (body) => ({ type: 'text/plain; charset=x-none', body }),
  () => ({ body: '\x00\x01\xff\xfe'.repeat(500) }),
  (body) => ({ body: body.replaceAll('a', 'a\x00') }),
  (body) => ({ headers: Array.from({ length: 5_000 }, (_, at) => `X-Junk-${at}: ${'junk '.repeat(10)}`), body }),
  (body) => ({ headers: [`X-Long: ${'y'.repeat(300_000)}`], body }),
  (body) => ({ subject: '=?utf-8?Q?Case=0D=0ABcc:_all@elsewhere.example?=', body }),
  (body) => ({ headers: ['Content-Transfer-Encoding: base64'], body }),
  (body) => ({ headers: ['Content-Transfer-Encoding: x-made-up'], body }),
  (body) => ({ body: `${body}\n${'x'.repeat(998)}\n`.repeat(400) }),
  (body) => ({ headers: [`References: ${'<a@b.example> '.repeat(4_000)}`], body }),
  () => ({ body: '' }),
  () => ({ body: '-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----' }),
  (body) => ({ body: `${body}\n${`${'z'.repeat(998)}\n`.repeat(MAX_MAIL_MB * 1_100)}` }),
  () => withFile(CODE_THIS, pdf(makePdf(['PROCEDURE: Laparoscopic appendectomy.']).subarray(0, 60))),
  () => withFile(CODE_THIS, pdf(makeLockedPdf(['PROCEDURE: Laparoscopic appendectomy.']))),
  () => withFile(CODE_THIS, docx(makeDocx('<w:p>'.repeat(20_000)))),
  () => withFile(CODE_THIS, docx(makeDocx(paragraph('not a zip')).subarray(0, 200))),
  () => withFile(CODE_THIS, { name: 'virus.exe', type: 'application/octet-stream', bytes: Buffer.alloc(900, 0x90) }),
  (body) => ({ type: `multipart/mixed; boundary=b0`, body: nestedParts(200, body) }),
  (body) => ({ type: 'message/rfc822', body: nestedMails(30, body) }),
];

/** Costly for the process that reads them: one or two of each in a run. */
const BOMBS: readonly (() => Omit<MailDraft, 'id' | 'from' | 'kind'>)[] = [
  () => withFile(CODE_THIS, docx(makeDocx(paragraph('x'.repeat(200 * MIB))))),
  () => withFile(CODE_THIS, pdf(inflatingPdf())),
];

/** Nobody can be answered. */
const SILENT: readonly ((mail: string) => string)[] = [
  () => '',
  (mail) => mail.replace(/^From: .*\r\n/m, ''),
  (mail) => mail.replace(/^From: .*\r\n/m, 'From: "nobody at all"\r\n'),
];

/** A PDF whose page inflates beyond what its reader may hold: the reading process is killed over it. */
function inflatingPdf(): Buffer {
  const content = deflateSync(Buffer.alloc(400 * MIB, '(x) Tj '), { level: 9 }).toString('latin1');
  const page = `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`;
  return Buffer.from(
    makePdf([], '', [page]).toString('latin1').replace('/Contents 4 0 R', '/Contents 6 0 R'),
    'latin1',
  );
}

function nestedParts(depth: number, body: string): string {
  let inner = `Content-Type: text/plain\n\n${body}`;
  for (let level = depth; level >= 0; level -= 1) {
    const within = level === 0 ? '' : `Content-Type: multipart/mixed; boundary=b${level}\n\n`;
    inner = `${within}--b${level}\n${inner}\n--b${level}--`;
  }
  return inner;
}

function nestedMails(depth: number, body: string): string {
  const head = 'From: <a@hospital.example>\nSubject: op note\nContent-Type:';
  return `${`${head} message/rfc822\n\n`.repeat(depth)}${head} text/plain\n\n${body}`;
}

/** A broken or hostile mail of an allowed sender, who has no other: `number` chooses the kind in turn. */
export function poisonMail(id: string, number: number, random: Random): DrillMail {
  const from = `poison${number}@${random.pick(DOMAINS)}`;
  const note = operativeNote(number, random);
  const kinds = ANSWERED.length + SILENT.length;
  const turn = number % kinds;
  const answered = ANSWERED[turn];
  if (answered !== undefined) return buildMail({ id, from, kind: 'poison', ...answered(note) });
  const spoil = SILENT[turn - ANSWERED.length] ?? SILENT[0];
  const mail = buildMail({ id, from, kind: 'poison, nobody to answer', body: note, expected: 'silence' });
  return { ...mail, source: Buffer.from(spoil?.(mail.source.toString('latin1')) ?? '', 'latin1') };
}

export function bombMail(id: string, number: number, random: Random): DrillMail {
  const bomb = BOMBS[number % BOMBS.length];
  if (bomb === undefined) throw new Error('no bombs');
  return buildMail({ id, from: `bomb${number}@${random.pick(DOMAINS)}`, kind: 'bomb', ...bomb() });
}
