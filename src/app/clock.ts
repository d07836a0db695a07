import type { IsoDate } from '../core/model/ids.ts';
import type { Clock } from '../pipeline/ports.ts';

export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/** Today's date in UTC. */
export function todayOf(clock: Clock): IsoDate {
  return clock.now().toISOString().slice(0, 10) as IsoDate;
}
