/** Hands a fixed set of workers out one at a time; callers wait in line when all are busy. */
export interface Slots<T> {
  use<R>(work: (worker: T) => Promise<R>): Promise<R>;
}

export function createSlots<T>(workers: readonly T[]): Slots<T> {
  const idle = [...workers];
  const waiting: ((worker: T) => void)[] = [];

  return {
    async use(work) {
      const worker = idle.pop() ?? (await new Promise<T>((resolve) => waiting.push(resolve)));
      try {
        return await work(worker);
      } finally {
        const next = waiting.shift();
        if (next === undefined) idle.push(worker);
        else next(worker);
      }
    },
  };
}
