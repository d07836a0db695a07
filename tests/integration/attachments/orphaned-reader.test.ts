import { join } from 'node:path';
import { expect, test } from 'vitest';
import { childrenOf } from '../../support/children-of.ts';
import { spawnOwned } from '../../support/spawn-owned.ts';
import { waitUntil } from '../../support/wait-until.ts';

const PARENT = `
  const { fork } = require('node:child_process');
  fork('${join(import.meta.dirname, '../../support/busy-orphan.ts')}', [String(process.pid)])
    .once('message', () => process.stdout.write('busy'));
`;

test('a reading process that is busy for ever ends with the worker that was killed over it', async () => {
  const parent = spawnOwned(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => parent.stdout?.once('data', resolve));
  const [reader] = await childrenOf(parent.pid ?? 0);
  if (reader === undefined) throw new Error('the reading process did not start');
  expect(isAlive(reader.pid)).toBe(true);
  parent.kill('SIGKILL');
  await waitUntil('the reading process is gone', () => !isAlive(reader.pid), 30_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
