import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createStandby } from '../../../src/adapters/isolation/standby.ts';

const READY =
  "const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => process.exit(0)); parentPort.postMessage('ready');";

test('a worker that ended between two tasks is replaced', async () => {
  const standby = createStandby(() => new Worker(READY, { eval: true }));
  const first = await standby.ready();
  expect(await standby.ready()).toBe(first);

  first.postMessage('go');
  await once(first, 'exit');

  const second = await standby.ready();
  expect(second).not.toBe(first);
  await (await standby.release())?.terminate();
});

test.each(['process.exit(0)', "throw new Error('no')"])(
  'a worker that cannot start is tried again: %s',
  async (fault) => {
    const sources = [fault, READY];
    const standby = createStandby(() => new Worker(sources.shift() ?? fault, { eval: true }));
    await expect(standby.ready()).rejects.toThrow();
    await expect(standby.ready()).resolves.toBeInstanceOf(Worker);
    await (await standby.release())?.terminate();
  },
);

test('nothing is released when nothing was started', async () => {
  const standby = createStandby(() => new Worker(READY, { eval: true }));
  expect(await standby.release()).toBeUndefined();
});
