/** Waits between tries: quick for a hiccup, long enough for greylisting (RFC 5321, section 4.5.4.1). */
const DELAYS_MS = [1_000, 5_000, 30_000, 300_000, 1_800_000] as const;

/** Milliseconds before the next try, after `attempt` tries (1 for the first). */
export function retryDelayMs(attempt: number): number {
  return DELAYS_MS[Math.min(attempt, DELAYS_MS.length) - 1] ?? DELAYS_MS[0];
}
