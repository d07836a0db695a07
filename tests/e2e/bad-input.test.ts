import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsultationOverview } from '../../src/adapters/postgres/overview.ts';
import { appendectomy, caseMail, fileMail, inReplyTo } from '../support/mails.ts';
import { makeDocx, makePdf, paragraph } from '../support/make-files.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

const MIB = 1024 * 1024;
const WAYS = 'You can write, forward or attach';
const NESTED = 'multipart/mixed; boundary=a';

let service: TestService;
beforeAll(async () => {
  service = await startService({ env: { IMAP_SWEEP_SECONDS: '1' } });
});
afterAll(async () => {
  await service?.stop();
});

interface Ending {
  readonly bad: ConsultationOverview | undefined;
  /** What the sender of the bad mail reads; undefined for silence. */
  readonly text: string | undefined;
}

/** Delivers a bad mail and a good one behind it; the good one must be answered, and both leave the inbox. */
async function endingOf(id: string, source: string | Uint8Array): Promise<Ending> {
  const before = (await service.consultations()).length;
  await service.dovecot.deliver(source);
  const isReceived = async () => (await service.consultations()).length > before;
  await waitUntil('the bad mail is received', isReceived, 60_000);
  await service.dovecot.deliver(caseMail({ id: `${id}-next` }));
  const all = await service.settled(before + 2);
  expect(await codesTold(`${id}-next`)).toContain('44970');
  await waitUntil('the inbox is empty', async () => (await service.dovecot.listFolder('INBOX')).length === 0);
  const reply = await replyTo(id);
  return { bad: all[before], text: reply?.replace(/\s+/g, ' ') };
}

async function replyTo(id: string): Promise<string | undefined> {
  const mails = service.sink.mails.filter(({ source }) => inReplyTo(source) === id);
  expect(mails.length).toBeLessThanOrEqual(1);
  return mails[0] && (await readReply(mails[0].source)).text;
}

const codesTold = async (id: string) => (await replyTo(id))?.match(/\b\d{5}\b/g) ?? [];

/** One sender each: a notice of one kind goes to one sender once a day. */
const from = (id: string) => `<${id}@clinic.example>`;
const pdf = (bytes: Uint8Array) => ({ name: 'note.pdf', type: 'application/pdf', bytes });

describe('a bad mail gets a clear end, and the next one its answer:', () => {
  it('an empty mail', async () => {
    const { bad, text } = await endingOf('empty', caseMail({ id: 'empty', from: from('empty'), body: '' }));
    expect(bad).toMatchObject({ status: 'answered', verdict: 'empty' });
    expect(text).toContain(WAYS);
  });

  it('a mail of 30 MB, whose body is never fetched', async () => {
    const received = service.imapLine.received();
    const body = `${appendectomy('huge')}\n${`${'x'.repeat(998)}\n`.repeat(30_000)}`;
    const { bad, text } = await endingOf('huge', caseMail({ id: 'huge', from: from('huge'), body }));
    expect(bad).toMatchObject({ status: 'answered', answer: { kind: 'notice', notice: 'too-large' } });
    expect(text).toContain('larger than this service accepts');
    expect(service.imapLine.received() - received).toBeLessThan(MIB);
  });

  it.each([
    ['no-text', 'a PDF without text', pdf(makePdf([]))],
    ['broken', 'a broken PDF', pdf(makePdf(['PROCEDURE: Laparoscopic appendectomy.']).subarray(0, 60))],
    [
      'bomb',
      'a Word document that unpacks to 200 MB',
      {
        name: 'note.docx',
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: makeDocx(paragraph('x'.repeat(200 * MIB))),
      },
    ],
  ])('%s: %s', async (id, _, file) => {
    const { bad, text } = await endingOf(id, fileMail(file, { id, from: from(id) }));
    expect(bad).toMatchObject({ status: 'answered', answer: { kind: 'notice', notice: 'no-text' } });
    expect(text).toContain('No readable text was found');
  });

  it('a mail in ISO-2022-JP', async () => {
    const source = caseMail({
      id: 'japanese',
      subject: '=?ISO-2022-JP?B?GyRCPGo9URsoQg==?=',
      type: 'text/plain; charset=ISO-2022-JP',
      body: `\x1b$B<j=Q\x1b(B\n\n${appendectomy('japanese')}`,
    });
    const { bad, text } = await endingOf('japanese', Buffer.from(source, 'latin1'));
    expect(bad).toMatchObject({ status: 'answered', verdict: 'case' });
    expect(text).toContain('44970');
  });

  it('a mail with a header of 5,000 lines', async () => {
    const headers = Array.from({ length: 5_000 }, (_, at) => `X-Junk-${at}: ${'junk '.repeat(10)}`);
    const { bad, text } = await endingOf('headers', caseMail({ id: 'headers', headers }));
    expect(bad).toMatchObject({ status: 'answered', verdict: 'case' });
    expect(text).toContain('44970');
  });

  it('a mail without From, which nobody can be answered for', async () => {
    const source = caseMail({ id: 'nobody' }).replace(/^From: .*\r\n/m, '');
    const { bad, text } = await endingOf('nobody', source);
    expect(bad).toMatchObject({ status: 'closed', reason: 'no sender address' });
    expect(text).toBeUndefined();
  });

  it.each([
    ['boundless', 'parts without a boundary', 'multipart/mixed', appendectomy('boundless'), '44970'],
    ['unbounded', 'a boundary that never comes', 'multipart/mixed; boundary=never', appendectomy('unbounded'), '44970'],
    ['nested', 'parts that hold themselves', NESTED, `--a\nContent-Type: ${NESTED}\n\n--a\n--a--`, WAYS],
    ['bytes', 'bytes that are no text', 'text/plain; charset=utf-8', '\x00\x01\xff\xfe'.repeat(500), 'Cannot code'],
    ['charset', 'a charset that does not exist', 'text/plain; charset=x-none', appendectomy('charset'), '44970'],
  ])('%s: %s', async (id, _, type, body, told) => {
    const { bad, text } = await endingOf(id, Buffer.from(caseMail({ id, from: from(id), type, body }), 'latin1'));
    expect(bad?.status).toBe('answered');
    expect(text).toContain(told);
  });
});
