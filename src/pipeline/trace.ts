import type { Clock, TraceEntry } from './ports.ts';

/** What happened to one case, step by step; stored with it, never logged. */
export interface Trace {
  readonly id: string;
  readonly entries: readonly TraceEntry[];
  /** Runs one step and records how long it took, in milliseconds. */
  step<T>(name: string, run: () => T | Promise<T>): Promise<T>;
  /** Records facts without identifiers: codes, counts, outcomes. */
  note(name: string, detail: Readonly<Record<string, unknown>>): void;
}

export function startTrace(clock: Clock, id: string): Trace {
  const entries: TraceEntry[] = [];
  return {
    id,
    entries,
    async step(name, run) {
      const start = clock.now().getTime();
      const value = await run();
      entries.push({ step: name, durationMs: clock.now().getTime() - start, detail: {} });
      return value;
    },
    note(name, detail) {
      entries.push({ step: name, durationMs: 0, detail });
    },
  };
}
