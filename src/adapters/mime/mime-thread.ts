import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MimeOutcome } from '../../pipeline/ports.ts';

const MAX_HEAP_MB = 512;

/** One parser thread. It is started for its first mail and again after each fault. */
export interface MimeThread {
  read(source: Uint8Array): Promise<MimeOutcome>;
  close(): Promise<void>;
}

export function createMimeThread(timeoutMs: number): MimeThread {
  let running: Promise<Worker> | undefined;

  async function stop(): Promise<void> {
    const worker = await running?.catch(() => undefined);
    running = undefined;
    worker?.ref();
    await worker?.terminate();
  }

  return {
    async read(source) {
      running ??= startWorker();
      const worker = await running;
      worker.ref();
      const outcome = await askWorker(worker, source, timeoutMs);
      if (outcome === 'died' || outcome === 'timed-out') {
        await stop();
        return { outcome: 'unreadable', why: outcome === 'died' ? 'broken' : 'too-slow' };
      }
      worker.unref();
      return outcome;
    },
    close: stop,
  };
}

/** Loading the parser does not count against a mail's time budget. It inherits neither flags nor secrets. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./mime-worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  await once(worker, 'message');
  return worker;
}

function askWorker(worker: Worker, source: Uint8Array, timeoutMs: number): Promise<MimeOutcome | 'died' | 'timed-out'> {
  return new Promise((resolve) => {
    const settle = (outcome: MimeOutcome | 'died' | 'timed-out') => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', died).off('exit', died);
      resolve(outcome);
    };
    const died = () => settle('died');
    const timer = setTimeout(() => settle('timed-out'), timeoutMs);
    worker.on('message', settle).on('error', died).on('exit', died);
    const copy = new Uint8Array(source);
    worker.postMessage(copy, [copy.buffer]);
  });
}
