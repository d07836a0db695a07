import { workerData } from 'node:worker_threads';

/**
 * Runs in a thread beside the reading one: a file that keeps its reader busy for ever keeps it from hearing that its
 * parent is gone, and the limits of the reading process live in that parent.
 */

const LOOK_EVERY_MS = 1_000;

/** Given by the parent itself: it may be gone before anybody could ask. */
const parent: unknown = workerData;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
