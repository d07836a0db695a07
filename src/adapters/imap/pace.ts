/** A bell that is not lost when nobody waits: the next `wait` returns at once. */
export interface Bell {
  ring(): void;
  /** Resolves at the ring or after the time, whichever comes first. */
  wait(ms: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let waiting: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      waiting?.();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          waiting = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      waiting = undefined;
    },
  };
}

/** In milliseconds. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

function pauseMs({ first, longest }: Pauses, failures: number): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}

/** Doubling pauses with jitter, so that many clients do not come back in the same second. */
export interface Backoff {
  nextMs(): number;
  reset(): void;
}

export function createBackoff(pauses: Pauses): Backoff {
  let failures = 0;
  return {
    nextMs() {
      failures += 1;
      return pauseMs(pauses, failures) * (0.5 + Math.random() / 2);
    },
    reset() {
      failures = 0;
    },
  };
}

/** Remembers failed tries of single mails: a mail that fails waits longer each time and never blocks the others. */
export interface Tries {
  isDue(key: string): boolean;
  /** Counted before the work, so that a mail that breaks the connection is counted too. Returns the number of this try. */
  begin(key: string): number;
  succeeded(key: string): void;
  /** Forgets the mails that are no longer waiting to be received. */
  keepOnly(keys: ReadonlySet<string>): void;
  /** Milliseconds until a waiting mail is due again; undefined when none waits. */
  nextDueMs(): number | undefined;
}

export function createTries(pauses: Pauses): Tries {
  const failed = new Map<string, { readonly count: number; readonly dueAt: number }>();
  const now = () => performance.now();
  return {
    isDue: (key) => (failed.get(key)?.dueAt ?? 0) <= now(),
    begin(key) {
      const count = (failed.get(key)?.count ?? 0) + 1;
      failed.set(key, { count, dueAt: now() + pauseMs(pauses, count) });
      return count;
    },
    succeeded: (key) => void failed.delete(key),
    keepOnly(keys) {
      for (const key of failed.keys()) if (!keys.has(key)) failed.delete(key);
    },
    nextDueMs() {
      if (failed.size === 0) return undefined;
      return Math.max(0, Math.min(...[...failed.values()].map((mail) => mail.dueAt)) - now());
    },
  };
}
