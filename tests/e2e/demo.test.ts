import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
let dataDir: string;

async function caseconsult(...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const env = { ...process.env, DATA_DIR: dataDir };
  return run(process.execPath, ['src/app/cli/caseconsult.mjs', ...args], { env });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cc-demo-'));
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe('caseconsult demo', () => {
  it('answers cases and questions, gives a stranger a notice and a machine silence', async () => {
    const { stdout } = await caseconsult('demo');
    const line = (name: string) => stdout.split('\n').find((one) => one.startsWith(name)) ?? '';
    expect(line('01-')).toMatch(/case .* ms {2}answered {2}47563$/);
    expect(line('02-')).toMatch(/answered {2}22551 22552 22845 20931$/);
    expect(line('03-')).toMatch(/answered {2}45385$/);
    expect(line('04-')).toMatch(/answered {2}32504$/);
    expect(line('05-')).toMatch(/answered {2}66984-RT$/);
    expect(line('06-')).toMatch(/question .* answered {2}32503 32504$/);
    expect(line('07-')).toMatch(/auto_reply .* no answer/);
    expect(line('08-')).toMatch(/stranger .* notice/);
    expect(line('09-')).toMatch(/question .* answered {2}3250[34]$/);
    expect(line('10-')).toMatch(/answered {2}12032$/);
    expect(stdout).toContain('9 replies sent.');
    const replies = await readdir(join(dataDir, 'demo', 'replies'));
    expect(replies.filter((name) => name.endsWith('.eml')).length).toBe(9);
    expect(replies.filter((name) => name.endsWith('.html')).length).toBe(9);
  });

  it('writes no identifier of the sample mails into a reply, its subject or its headers', async () => {
    const folder = join(dataDir, 'demo', 'replies');
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'latin1');
      expect(text, name).not.toMatch(/Olmstead|Harriet|4471902|Nyberg|88210|Pell|Castellano|Brandt/i);
    }
  });

  it('answers nothing again when it is run twice, and says so', async () => {
    const { stdout } = await caseconsult('demo');
    expect(stdout).toContain('No mail was answered again');
    expect(stdout.match(/answered in an earlier run/g)?.length).toBe(9);
  });
});

it('a demo that is interrupted stops its database and goes on at the next run', async () => {
  const folder = join(dataDir, 'interrupted');
  const env = { ...process.env, DATA_DIR: folder };
  const demo = spawn(process.execPath, ['src/app/cli/caseconsult.mjs', 'demo'], { env, stdio: 'pipe' });
  for await (const line of demo.stderr) {
    if (String(line).includes('sending')) demo.kill('SIGINT');
  }
  if (demo.exitCode === null) await once(demo, 'exit');
  expect(demo.exitCode).toBe(1);
  expect(existsSync(join(folder, 'demo', 'postgres', 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(folder, 'demo', 'postgres', 'postmaster.pid'))).toBe(false);

  const { stdout } = await run(process.execPath, ['src/app/cli/caseconsult.mjs', 'demo'], { env });
  expect(stdout).not.toContain('still open');
});

describe('the command line', () => {
  it.each([
    [['answer', '/nowhere/note.txt'], /cannot be read/],
    [['answer', 'package.json'], /answers mails \(\.eml\).* not "\.json"/],
    [['code', '99999'], /not in our library/],
    [['eval', '--set', '/nowhere.jsonl'], /no such file or folder/],
    [['inspect', '/nowhere.eml'], /cannot be read/],
    [['no-such-command'], /unknown command/],
    [['lookup', '--limit', 'many', 'hernia'], /must be a number/],
    [['restore', '/nowhere.jsonl.gz'], /no such file .*; check the path/],
    [['start'], /IMAP_URL.*\n.*SMTP_URL/],
  ])('ends %j with one clear sentence and a non-zero code', async (args, sentence) => {
    const fault = await caseconsult(...args).then(
      () => undefined,
      (thrown: { code: number; stderr: string }) => thrown,
    );
    expect(fault?.code).toBe(1);
    expect(fault?.stderr).toMatch(sentence);
    expect(fault?.stderr).not.toMatch(/ {4}at /);
  });

  it('tells a code in our own words', async () => {
    expect((await caseconsult('code', '32503')).stdout).toMatch(/^32503 {2}\S/);
  });

  it('finds codes by words', async () => {
    const { stdout } = await caseconsult('lookup', '--json', 'apical lung tumor with chest wall resection');
    const { results } = JSON.parse(stdout) as { results: { code: string }[] };
    expect(results.slice(0, 3).map(({ code }) => code)).toContain('32504');
  });
});
