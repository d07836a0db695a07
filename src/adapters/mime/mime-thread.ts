import { Worker } from 'node:worker_threads';
import type { MimeOutcome } from '../../pipeline/ports.ts';
import { createStandby } from '../isolation/standby.ts';

const MAX_HEAP_MB = 512;

/** One parser thread. It is started for its first mail and again after each fault. */
export interface MimeThread {
  read(source: Uint8Array): Promise<MimeOutcome>;
  close(): Promise<void>;
}

export function createMimeThread(timeoutMs: number): MimeThread {
  const standby = createStandby(startWorker);

  async function stop(): Promise<void> {
    const worker = await standby.release();
    worker?.ref();
    await worker?.terminate();
  }

  return {
    async read(source) {
      const worker = await standby.ready();
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
function startWorker(): Worker {
  return new Worker(new URL('./mime-worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
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
