import { type EventEmitter, once } from 'node:events';

/** One worker thread or child process: started at its first use, and again when it is gone. */
export interface Standby<W> {
  /** The running worker. Rejects when it cannot be started; the next call tries again. */
  ready(): Promise<W>;
  /** Lets go of the worker, if there is one, for its owner to end. */
  release(): Promise<W | undefined>;
}

/** `start` makes a worker that sends a first message when it is ready. */
export function createStandby<W extends EventEmitter>(start: () => W): Standby<W> {
  let current: Promise<W> | undefined;

  function started(): Promise<W> {
    const starting = firstMessage(start());
    const forget = () => {
      if (current === starting) current = undefined;
    };
    starting.then((worker) => worker.once('exit', forget), forget);
    return starting;
  }

  return {
    ready() {
      current ??= started();
      return current;
    },
    async release() {
      const worker = await current?.catch(() => undefined);
      current = undefined;
      return worker;
    },
  };
}

/** `once` rejects at an `error` too, and its listener stays: between two tasks an error would end this process. */
async function firstMessage<W extends EventEmitter>(worker: W): Promise<W> {
  const ended = once(worker, 'exit').then(() => {
    throw new Error('A reading process ended before it was ready');
  });
  await Promise.race([once(worker, 'message'), ended]);
  return worker;
}
