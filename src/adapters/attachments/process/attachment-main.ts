import { Worker } from 'node:worker_threads';
import { type AttachmentTask, SCAN_STARTED } from '../attachment-task.ts';
import { readFile } from '../read-file.ts';

/** Main of the process that reads attachments: a task in, a result out, until its parent (named by pid) goes away. */

process.on('message', async (task: AttachmentTask) => {
  process.send?.(await readFile(task, () => process.send?.(SCAN_STARTED)));
});
process.on('disconnect', () => process.exit(0));
new Worker(new URL('./orphan-watch.ts', import.meta.url), { workerData: Number(process.argv[2]) }).unref();
process.send?.('ready');
