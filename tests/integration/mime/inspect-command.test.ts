import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InspectJson } from '../../../src/pipeline/inspect.ts';
import { caseMail } from '../../support/mails.ts';

const START_MS = 60_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseconsult-inspect-'));
  await mkdir(join(folder, 'inbox', 'older'), { recursive: true });
  await writeFile(join(folder, 'inbox', 'a.eml'), caseMail({ id: 'a' }));
  await writeFile(join(folder, 'inbox', 'older', 'b.eml'), caseMail({ id: 'b', body: 'What is 32503?' }));
  await writeFile(join(folder, 'inbox', '.hidden'), caseMail({ id: 'hidden' }));
  await writeFile(join(folder, 'c.txt'), 'What is 44180?');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly code: unknown;
  readonly lines: readonly InspectJson[];
}

async function inspect(named: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['src/app/cli/caseconsult.mjs', 'inspect', '--json', ...named]);
  const exited = once(child, 'exit');
  child.stdin.end(input);
  const printed = await text(child.stdout);
  const [code] = await exited;
  return {
    code,
    lines: printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as InspectJson),
  };
}

test('a folder stands for its files, one JSON line each, in order', { timeout: START_MS }, async () => {
  const { code, lines } = await inspect([folder]);
  expect(code).toBe(0);
  expect(lines.map(({ file, verdict }) => [file, verdict])).toEqual([
    [join(folder, 'c.txt'), 'question'],
    [join(folder, 'inbox', 'a.eml'), 'case'],
    [join(folder, 'inbox', 'older', 'b.eml'), 'question'],
  ]);
});

test('names come from standard input; one that is no file has a line with its error and stops nothing', {
  timeout: START_MS,
}, async () => {
  const missing = join(folder, 'missing.eml');
  const { code, lines } = await inspect(['-'], `${missing}\n\n${join(folder, 'inbox', 'a.eml')}\n`);
  expect(lines).toMatchObject([
    { file: missing, verdict: 'unreadable', error: 'no-file', attachments: [] },
    { verdict: 'case', error: null, messageId: '<a@clinic.example>' },
  ]);
  expect(code).toBe(1);
});
