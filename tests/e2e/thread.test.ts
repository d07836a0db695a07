import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { type ReadReply, readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NOTE = `POSTOPERATIVE DIAGNOSIS: Chronic cholecystitis with gallstones.
PROCEDURE PERFORMED: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: Through four ports the gallbladder was dissected off the liver bed. The cystic duct and
artery were clipped and divided, and the gallbladder was removed in a bag through the umbilical port.`;

let service: TestService;
let first: ReadReply;

beforeAll(async () => {
  service = await startService({ env: { ALLOWED_DOMAINS: 'clinic.example, other.example' } });
  first = await ask('thread-first', NOTE);
});
afterAll(async () => {
  await service?.stop();
});

/** Sends a mail and waits for its reply. */
async function ask(id: string, body: string, options: { answers?: ReadReply; from?: string } = {}): Promise<ReadReply> {
  const { answers, from } = options;
  const headers =
    answers === undefined
      ? []
      : [`In-Reply-To: ${answers.messageId}`, `References: ${[...answers.references, answers.messageId].join(' ')}`];
  const subject = answers?.subject ?? 'Gallbladder';
  await service.dovecot.deliver(caseMail({ id, body, subject, headers, ...(from === undefined ? {} : { from }) }));
  const arrived = () => service.sink.mails.find(({ source }) => inReplyTo(source) === id);
  const mail = await waitUntil(`the reply to ${id}`, arrived, 60_000);
  return readReply(mail.source);
}

const keyOf = ({ subject }: ReadReply) => /\[(CC-\w+)\]/.exec(subject)?.[1];
const quoted = ({ text }: ReadReply) => text.replace(/^/gm, '> ');

describe('a reply in the thread', () => {
  it('with another date of service changes the service year of the answer', async () => {
    expect(first.text).toContain('service year 2025');
    const second = await ask('thread-dos', `DOS: 2024-03-01\n\nOn Monday, the desk wrote:\n${quoted(first)}`, {
      answers: first,
    });
    expect(second.text).toContain('service year 2024');
    expect(second.text).toMatch(/^ 1 {2}47562\b/m);
    expect(keyOf(second)).toBe(keyOf(first));
    expect(second.references).toContain(first.messageId);
  });

  it('with a cholangiogram changes the code, and a further one keeps it', async () => {
    const second = await ask('thread-fact', 'Hi, he also did a cholangiogram.\nThanks, Dana', { answers: first });
    expect(second.text).toMatch(/^ 1 {2}47563\b/m);
    expect(second.text).not.toMatch(/^ 1 {2}47562\b/m);
    const third = await ask('thread-payer', 'payer: commercial', { answers: second });
    expect(third.text).toMatch(/^ 1 {2}47563\b/m);
    expect(third.text).toContain('commercial payer');
    expect(keyOf(third)).toBe(keyOf(first));
  });

  it('by another sender, or one with made-up ids, gets nothing of the case', async () => {
    const eve = await ask('thread-eve', 'DOS: 2023-03-01. He also did a cholangiogram.', {
      answers: first,
      from: '"Eve Other" <eve@other.example>',
    });
    const subject = first.subject.replace(/CC-\w+/, 'CC-0000000');
    const messageId = first.messageId.replace(/CC-\w+/, 'CC-0000000');
    const madeUp = { ...first, subject, messageId, references: [] };
    const guessed = await ask('thread-guess', 'DOS: 2023-03-01', { answers: madeUp });
    for (const reply of [eve, guessed]) {
      expect(keyOf(reply)).not.toBe(keyOf(first));
      expect(reply.text).not.toContain('gallbladder was');
      expect(reply.text).not.toContain('service year');
    }
    const again = await ask('thread-after-eve', 'payer: commercial', { answers: first });
    expect(again.text).not.toContain('service year 2023');
  });

  it('by a colleague at the same registered domain goes on with the case', async () => {
    const from = '"Lee Biller" <lee@clinic.example>';
    const lee = await ask('thread-lee', 'payer: commercial', { answers: first, from });
    expect(keyOf(lee)).toBe(keyOf(first));
    expect(lee.to).toContain('lee@clinic.example');
    expect(lee.text).toContain('commercial payer');
  });

  it('whose ids a client made up is found by the key in its subject, for its own sender only', async () => {
    const rewritten = { ...first, messageId: '<rewritten@gateway.example>', references: [] };
    const own = await ask('thread-rewritten', 'payer: commercial', { answers: rewritten });
    expect(keyOf(own)).toBe(keyOf(first));
    const from = '"Lee Biller" <lee@clinic.example>';
    const other = await ask('thread-by-key', 'payer: commercial', { answers: rewritten, from });
    expect(keyOf(other)).not.toBe(keyOf(first));
  });

  it('says what changed and why, and a correction is recorded in codes and answered by the note', async () => {
    const case2 = await ask('thread-second', NOTE);
    const fact = await ask('thread-changed', 'He also did a cholangiogram.', { answers: case2 });
    for (const part of [fact.text, fact.html]) expect(part.replace(/\s+/g, ' ')).toContain('47563 takes its place');
    const corrected = await ask('thread-correct', 'Harriet Olmstead: 47563 is wrong, should be 47564.', {
      answers: fact,
    });
    expect(corrected.text).toContain('Your correction is recorded');
    expect(corrected.text).toMatch(/^ 1 {2}47563\b/m);
    const env = { ...service.env, LOG_LEVEL: 'silent' };
    const command = ['src/app/cli/caseconsult.mjs', 'feedback', '--json', '--since', '2020-01-01'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env });
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const codes = { given: ['47564'], against: ['47563'], ours: ['47563'] };
    expect(said).toEqual([{ at: expect.any(String), case: keyOf(case2), kind: 'correct', ...codes }]);
    expect(stdout).not.toContain('Olmstead');
  });

  it('of thanks alone is not answered', async () => {
    const settled = (await service.consultations()).length;
    const headers = [`In-Reply-To: ${first.messageId}`];
    await service.dovecot.deliver(caseMail({ id: 'thread-thanks', body: 'Thank you!\nDana', headers }));
    const all = await service.settled(settled + 1);
    expect(all.at(-1)).toMatchObject({ status: 'closed', verdict: 'follow_up' });
    expect(service.sink.mails.some(({ source }) => inReplyTo(source) === 'thread-thanks')).toBe(false);
  });
});
