/** A worker process to be killed: hears one ring, says so, and never ends its job. Argument: the backend as JSON. */
import { listen } from '../../src/adapters/bullmq/listen.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const backend = JSON.parse(process.argv[2] ?? '');
const listener = listen(
  'coding',
  async (id) => {
    process.stdout.write(`heard ${id}\n`);
    await new Promise(() => undefined);
  },
  { backend, log: silent },
);
await listener.ready;
process.stdout.write('ready\n');
