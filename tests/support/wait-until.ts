import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to become true; fails with the description after `withinMs`. */
export async function waitUntil<T>(
  description: string,
  check: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs = 20_000,
): Promise<T> {
  const endsAt = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > endsAt) throw new Error(`waited in vain: ${description}`);
    await sleep(25);
  }
}
