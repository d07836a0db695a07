import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpPostgres } from '../support/dump-postgres.ts';
import { dumpRedis } from '../support/dump-redis.ts';
import { caseMail, fileMail, inReplyTo } from '../support/mails.ts';
import { makePdf } from '../support/make-files.ts';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { type ReadReply, readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Nobody of this world; each as it may be looked for. */
const PLANTED = [
  'Marigold',
  'Quillfeather',
  '84-77731',
  '990143752',
  '04/17/1961',
  '1961-04-17',
  '05/28/2025',
  '867-5309',
  'mquill',
  'Larkspur',
  'Brackwater',
  'Tamsin',
  'Brandywell',
  'Mercyfield',
];
/** The sender: no patient, and nobody's business either. */
const SENDER = ['dana@clinic.example', 'Dana Coder'];

const NOTE = `MERCYFIELD GENERAL HOSPITAL
OPERATIVE REPORT
PATIENT NAME: Marigold Quillfeather     MRN: 84-77731     ACCOUNT #: 990143752
DOB: 04/17/1961     DATE OF OPERATION: 05/28/2025
ADDRESS: 14 Larkspur Lane, Brackwater, OH 43011     PHONE: (555) 867-5309     EMAIL: mquill@brackmail.example
SURGEON: Tamsin Brandywell, MD
POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: Ms. Quillfeather, a 64-year-old woman, was brought to the operating room of Mercyfield
General Hospital. Through four ports the gallbladder was dissected off the liver bed. The cystic duct and artery were
clipped and divided, and the gallbladder was removed in a bag. Marigold tolerated this well. Her husband was called at
555-867-5309. Dictated by Dr. Brandywell on 05/28/2025.`;
const SUBJECT = 'Op note Marigold Quillfeather, MRN 84-77731, DOB 04/17/1961';
const FILE = 'Quillfeather_Marigold_84-77731_19610417.pdf';

const FORWARD = `Please code this for Dr. Brandywell, payer: commercial.

---------- Forwarded message ---------
From: Marigold Quillfeather <mquill@brackmail.example>
Date: Wed, May 28, 2025 at 4:12 PM
Subject: Quillfeather 84-77731
To: Tamsin Brandywell <tbrandywell@mercyfield.example>

${NOTE}`;

const pdf = (bytes: Uint8Array) => ({ name: FILE, type: 'application/pdf', bytes });
const MAILS = [
  caseMail({
    id: 'in-body',
    body: NOTE,
    subject: SUBJECT,
    headers: [
      'Cc: "Quillfeather, Marigold" <mquill@brackmail.example>',
      'X-Patient: Marigold Quillfeather, MRN 84-77731',
      'Keywords: Mercyfield, 990143752, DOB 04/17/1961',
    ],
  }),
  caseMail({ id: 'bare-subject', body: NOTE, subject: 'Quillfeather lap chole 05/28/2025' }),
  fileMail(pdf(makePdf(NOTE.split('\n'))), { id: 'in-file', subject: FILE, body: 'Quillfeather, please code. Dana' }),
  fileMail(pdf(makePdf(NOTE.split('\n')).subarray(0, 60)), { id: 'broken-file', subject: SUBJECT }),
  caseMail({ id: 'forwarded', body: FORWARD, subject: `Fwd: ${SUBJECT}` }),
  caseMail({
    id: 'asked',
    subject: SUBJECT,
    body: 'Which code is the gallbladder removal of Marigold Quillfeather (MRN 84-77731, DOB 04/17/1961)? Call 555-867-5309.',
  }),
  caseMail({ id: 'patient', from: '"Marigold Quillfeather" <mquill@brackmail.example>', subject: SUBJECT, body: NOTE }),
];

const CHOICE = JSON.stringify({
  lines: [
    {
      code: '47562',
      modifiers: [],
      units: 1,
      quotes: ['the gallbladder was dissected off the liver bed'],
      why: 'removed through ports',
    },
  ],
  notBilled: [],
});

/** What is found of the planted words, in text of any kind. */
function leaks(texts: readonly string[], words: readonly string[] = [...PLANTED, ...SENDER]): string[] {
  return texts.flatMap((text) => {
    const lower = text.toLowerCase();
    return words.flatMap((word) => {
      const at = lower.indexOf(word.toLowerCase());
      return at === -1 ? [] : [`${word}: ${text.slice(Math.max(0, at - 60), at + 60)}`];
    });
  });
}

let service: TestService;
let postgres: TestPostgres;
let model: OpenAiServer;
/** What Redis held while jobs waited for each of the workers, and at the end. */
const queued: string[][] = [];
let replies: readonly { readonly source: string; readonly read: ReadReply }[] = [];

beforeAll(async () => {
  postgres = await startTestPostgres();
  model = await startOpenAiServer();
  model.script({ do: 'answer', content: CHOICE }, { do: 'answer', content: CHOICE }, { do: 'status', status: 500 });
  service = await startService({
    postgres,
    only: ['inbox', 'housekeeping'],
    env: { LLM_MODEL: 'openai:test', LLM_API_KEY: 'none', LLM_BASE_URL: model.baseUrl, LOG_LEVEL: 'debug' },
  });
  // The server's own words must not reach a log either.
  service.sink.script({
    does: 'refuse',
    code: 550,
    at: 'data',
    says: 'no dana@clinic.example for Marigold Quillfeather',
  });
  for (const mail of MAILS) await service.dovecot.deliver(mail);
  const isReceived = async () => (await service.consultations()).length === MAILS.length;
  await waitUntil('all mails are received', isReceived, 60_000);
  for (const stage of ['intake', 'coding', 'reply'] as const) {
    queued.push(await dumpRedis(service.redis.url));
    await service.start(stage);
    const isDone = async () =>
      (await service.consultations()).every((one) => one.stage !== stage || !/waiting|running/.test(one.status));
    await waitUntil(`nothing waits for ${stage}`, isDone, 60_000);
  }
  await service.settled(MAILS.length);
  await followUp();
  queued.push(await dumpRedis(service.redis.url));
  replies = await Promise.all(
    service.sink.mails.map(async ({ source }) => ({ source: source.toString(), read: await readReply(source) })),
  );
});
afterAll(async () => {
  await service?.stop();
  await Promise.all([postgres?.stop(), model?.close()]);
});

async function followUp(): Promise<void> {
  const answered = service.sink.mails.find(({ source }) => /\[CC-/.test(source.toString()) && isCase(source));
  const { messageId } = await readReply(answered?.source ?? Buffer.alloc(0));
  await service.dovecot.deliver(
    caseMail({
      id: 'followed-up',
      subject: `Re: ${SUBJECT}`,
      headers: [`In-Reply-To: ${messageId}`],
      body: 'Dr. Brandywell did a cholangiogram on Marigold Quillfeather (MRN 84-77731). DOB: 04/17/1961. DOS: 05/28/2025',
    }),
  );
  await service.settled(MAILS.length + 1);
}

function isCase(source: Buffer): boolean {
  return ['in-body', 'bare-subject', 'in-file', 'forwarded'].includes(inReplyTo(source) ?? '');
}

describe('identifiers of a patient', () => {
  it('came in by every way there is, and every mail got an end', async () => {
    const all = await service.consultations();
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(MAILS.length).fill('answered'), 'failed']);
    expect(replies).toHaveLength(MAILS.length);
    expect(replies.map(({ read }) => read.text).join()).toContain('language model gave no usable answer');
  });

  it('are in no prompt', () => {
    expect(model.bodies.length).toBeGreaterThan(3);
    expect(leaks(model.bodies)).toEqual([]);
  });

  it('are in no line that a worker wrote', () => {
    expect(service.output()).toContain('the mail server refused the reply');
    expect(leaks(service.output().split('\n'))).toEqual([]);
  });

  it('are in nothing that Redis holds, while jobs wait and afterwards', () => {
    for (const waiting of queued.slice(0, 3))
      expect(waiting.some((line) => line.includes('consultationId'))).toBe(true);
    expect(leaks(queued.flat())).toEqual([]);
  });

  it('are in no row and no log of PostgreSQL', async () => {
    const rows = await dumpPostgres(service.db);
    expect(rows.some((row) => row.includes('[NAME]'))).toBe(true);
    expect(leaks(rows)).toEqual([]);
    expect(leaks([await readFile(join(postgres.dataDir, 'postgres.log'), 'utf8')])).toEqual([]);
  });

  it('are in no reply: neither in its text nor in its HTML, subject or headers', () => {
    for (const { source, read } of replies) {
      const withoutTo = source.replace(/^To: .*$/m, '');
      expect(leaks([withoutTo, read.subject, read.text, read.html])).toEqual([]);
    }
  });

  it('leave the date of service as the one fact that is kept, and no other date', async () => {
    const rows = (await dumpPostgres(service.db)).filter((row) => row.startsWith('public.consultation'));
    expect(rows.join()).toContain('2025-05-28');
    expect(
      leaks(
        [...model.bodies, service.output(), ...queued.flat(), ...replies.map(({ source }) => source)],
        ['2025-05-28'],
      ),
    ).toEqual([]);
  });
});
