import { Worker } from 'node:worker_threads';

/** A reading process whose file keeps it busy for ever; its parent's pid is the argument. */
const watch = new Worker(new URL('../../src/adapters/attachments/process/orphan-watch.ts', import.meta.url), {
  workerData: Number(process.argv[2]),
});
watch.once('online', () => {
  process.send?.('busy');
  // The message leaves before the loop begins.
  setTimeout(() => {
    for (;;) Math.hypot(1, 1);
  }, 100);
});
