import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ptpFile, ptpLine, write } from '../integration/official/official-files.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
const NOTE = `DOS: 2025-03-03

POSTOPERATIVE DIAGNOSES: 1. Left carpal tunnel syndrome. 2. Trigger finger, left ring finger.
PROCEDURES PERFORMED: 1. Left open carpal tunnel release. 2. Trigger finger release, left ring finger.
DESCRIPTION OF PROCEDURE: Through a palmar incision the transverse carpal ligament was divided and the median nerve
decompressed. Through a second incision over the ring finger the A1 pulley was divided. The skin was closed.`;

let service: TestService;
let folder: string;

beforeAll(async () => {
  service = await startService({ env: { DATA_KEY } });
  folder = await mkdtemp(join(tmpdir(), 'rerun-'));
});
afterAll(async () => {
  await service?.stop();
  await rm(folder, { recursive: true, force: true });
});

const caseconsult = async (...args: readonly string[]): Promise<string> => {
  const env = { ...process.env, DATABASE_URL: service.database.url, DATA_KEY, LOG_LEVEL: 'silent' };
  return (await run(process.execPath, ['src/app/cli/caseconsult.mjs', ...args], { cwd: ROOT, env })).stdout;
};

const repliesTo = (id: string) => service.sink.mails.filter(({ source }) => inReplyTo(source) === id);

describe('an edition loaded after the answer', () => {
  it('changes it, and the sender is told once, in the thread', async () => {
    await service.dovecot.deliver(caseMail({ id: 'rerun-case', body: NOTE, subject: 'Two operations' }));
    const [mail] = await waitUntil(
      'the first reply',
      () => repliesTo('rerun-case').length > 0 && repliesTo('rerun-case'),
      60_000,
    );
    const first = await readReply(mail?.source ?? Buffer.alloc(0));
    expect(first.text).toMatch(/\b26055\s+F3\b/);

    const nothingNew = await caseconsult('rerun', '--since', '2020-01-01');
    expect(nothingNew).toBe(
      '1 answered case(s): 0 changed, 0 with other values only, 0 the same, 1 without a newer edition for their date.\n',
    );

    const pairs = [ptpLine('64721', '26055', '0', '20200101')];
    const file = await write(folder, 'ccipra-v311r0-f1.txt', ptpFile(pairs));
    await caseconsult(
      'import',
      'ptp',
      file,
      '--excerpt',
      '--edition',
      'NCCI test',
      '--from',
      '2025-01-01',
      '--to',
      '2025-12-31',
    );
    // Small files count as excerpts, which check nothing.
    await service.db.updateTable('edition').set({ is_excerpt: false }).execute();

    const dry = await caseconsult('rerun', '--since', '2020-01-01');
    expect(dry).toMatch(
      /^CC-\w+ {2}service year 2025 {2}NCCI test; the sender would be told\n {2}26055 is no longer billed: /,
    );
    expect(dry).toContain('1 answered case(s): 1 changed');
    expect(dry).toContain('Add --send to tell their senders.');
    expect(repliesTo('rerun-case')).toHaveLength(1);

    const changes = JSON.parse(await caseconsult('rerun', '--since', '2020-01-01', '--send', '--json'));
    expect(changes).toMatchObject({ editions: ['NCCI test'], told: 'sent' });
    const both = await waitUntil(
      'the second reply',
      () => repliesTo('rerun-case').length > 1 && repliesTo('rerun-case'),
      60_000,
    );
    const second = await readReply(both[1]?.source ?? Buffer.alloc(0));
    expect(second.text).toContain('Changed by a new edition.');
    expect(second.text).toMatch(/WHAT CHANGED\n[\s\S]*NCCI test[\s\S]*26055 is no longer billed/);
    expect(second.subject).toBe(first.subject);
    expect(second.messageId).not.toBe(first.messageId);

    expect(await caseconsult('rerun', '--since', '2020-01-01', '--send')).toContain('1 without a newer edition');
    expect(await caseconsult('rerun', '--since', '2099-01-01')).toContain('0 answered case(s)');
    expect(repliesTo('rerun-case')).toHaveLength(2);
  });

  it('is asked about with a date', async () => {
    await expect(caseconsult('rerun', '--since', 'May')).rejects.toMatchObject({
      stderr: expect.stringContaining('--since takes a date like 2026-01-31, not "May"'),
    });
  });
});
