import { retryDelayMs } from './retry-policy.ts';

/** How patiently a reply is sent; from the configuration. */
export interface SendingPolicy {
  /** Pause after the first refusal for now, in milliseconds: greylisting lets nobody in within minutes. */
  readonly firstRetryMs: number;
  /** A reply that no server took for so long is held for a person (RFC 5321, section 4.5.4.1: days, not hours). */
  readonly lifeMs: number;
  /** Replies to one domain in a minute, at most; 0: no limit. */
  readonly perMinute: number;
}

/** Pauses double up to so many times the first one: 300 seconds grow to four hours. */
const LONGEST = 48;
/** A daily limit is looked at again so many first pauses later: an hour. */
const DAILY_LIMIT = 12;
/** A server that is busy is asked again after this part of a first pause: a minute. */
const BUSY = 0.2;

/**
 * Milliseconds before the next try, after `tries` of them. A server that said "later" is left alone for minutes, then
 * hours; a line that fell is tried again at once and then ever more slowly. `chance` (0 to 1) spreads mails that met the
 * same trouble together.
 */
export function nextTryMs(
  policy: SendingPolicy,
  { tries, wasAnswered }: { readonly tries: number; readonly wasAnswered: boolean },
  chance: number,
): number {
  const pauseMs = wasAnswered
    ? policy.firstRetryMs * Math.min(2 ** (Math.min(tries, 30) - 1), LONGEST)
    : retryDelayMs(tries);
  return Math.round(pauseMs * (1 + chance / 4));
}

/** The first pause of an account or a domain, and the longest that pauses in a row grow to. */
export function pauseOf(
  { firstRetryMs }: SendingPolicy,
  kind: 'busy' | 'daily-limit',
): { readonly firstMs: number; readonly longestMs: number } {
  const longestMs = firstRetryMs * DAILY_LIMIT;
  return { firstMs: kind === 'busy' ? firstRetryMs * BUSY : longestMs, longestMs };
}

/** Milliseconds between two replies to one domain. */
export function gapMs({ perMinute }: SendingPolicy): number {
  return perMinute === 0 ? 0 : 60_000 / perMinute;
}
