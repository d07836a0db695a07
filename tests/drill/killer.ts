import { setTimeout as sleep } from 'node:timers/promises';
import { type Kill, killsOf, MISCHIEF, planKills, type Victims } from './kills.ts';
import type { Random } from './random.ts';

/** One sort of kill or mischief in the tally. */
export interface Stroke {
  times: number;
  /** Until it stood again, all times together. */
  downMs: number;
}

export interface Killer {
  readonly kills: ReadonlyMap<string, Stroke>;
  readonly mischief: ReadonlyMap<string, Stroke>;
  done(): number;
  /** Replies whose delivery may be unknown: each that a line fell under, or that a worker had in hand when it died. */
  chancesOfUnknown(): number;
  /** Kills in turn, spread over the whole run, whose progress runs from 0 to 1. */
  work(progress: () => number): Promise<void>;
  /** False when the next kill must come before the run goes on. */
  keepsUpWith(progress: number): boolean;
}

const SUDDEN_MS = 1_500;
const MISCHIEF_CHANCE = 0.5;
const MISCHIEF_AT_MOST = 4;
const REPLIES_AT_A_TIME = 4;

export function createKiller(count: number, victims: Victims, random: Random): Killer {
  const kinds = killsOf(victims.queue);
  const plan = planKills(count, [...kinds.keys()], random);
  const kills = new Map<string, Stroke>();
  const mischief = new Map<string, Stroke>();
  let next = 0;

  const strike = (strokes: Map<string, Stroke>, name: string, downMs: number) => {
    const { times, downMs: before } = strokes.get(name) ?? { times: 0, downMs: 0 };
    strokes.set(name, { times: times + 1, downMs: before + downMs });
  };

  async function kill(name: string, how: Kill): Promise<void> {
    const at = performance.now();
    await how(victims, random);
    strike(kills, name, performance.now() - at);
  }

  function doMischief(): void {
    const [name, behaviour] = random.pick([...MISCHIEF]);
    const times = 1 + random.whole(MISCHIEF_AT_MOST);
    victims.service.sink.script(...Array(times).fill(behaviour));
    for (let time = 0; time < times; time += 1) strike(mischief, name, 0);
  }

  const timesOf = (strokes: ReadonlyMap<string, Stroke>, ...names: readonly string[]) =>
    names.reduce((sum, name) => sum + (strokes.get(name)?.times ?? 0), 0);

  const dueAt = (turn: number) => (turn + 0.5) / plan.length;
  return {
    kills,
    mischief,
    done: () => timesOf(kills, ...kills.keys()),
    chancesOfUnknown: () =>
      timesOf(mischief, 'closes after DATA', 'closes after the final dot') +
      REPLIES_AT_A_TIME * timesOf(kills, 'reply worker', 'PostgreSQL'),
    keepsUpWith: (progress) => next >= plan.length || progress < dueAt(next + 1),
    async work(progress) {
      for (const names of plan) {
        while (progress() < dueAt(next)) await sleep(20);
        await sleep(random.whole(SUDDEN_MS));
        if (random.chance(MISCHIEF_CHANCE)) doMischief();
        await Promise.all(
          names.map((name) => {
            const how = kinds.get(name);
            return how === undefined ? undefined : kill(name, how);
          }),
        );
        next += 1;
      }
    },
  };
}
