import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { PROCESS_NAMES, type ProcessName } from '../../src/app/processes.ts';
import { childrenOf } from '../support/children-of.ts';
import type { TestPostgres } from '../support/postgres-server.ts';
import type { TestService } from '../support/service.ts';
import type { SinkBehaviour } from '../support/smtp-sink.ts';
import { waitUntil } from '../support/wait-until.ts';
import type { Random } from './random.ts';

/** What the killer works on. */
export interface Victims {
  readonly service: TestService;
  readonly postgres: TestPostgres;
  readonly queue: 'redis' | 'postgres';
  /** Starts a worker, again and again until it runs, as a supervisor does. */
  restart(name: ProcessName): Promise<void>;
  /** Does something to a worker; it is not missed meanwhile. */
  whileDown(name: ProcessName, work: () => Promise<void>): Promise<void>;
}

/** Kills one part with SIGKILL and brings it back; resolves when it stands again. */
export type Kill = (victims: Victims, random: Random) => Promise<void>;

const DOWN_AT_MOST_MS = 2_000;
const PATIENCE_MS = 120_000;

function pause(random: Random): Promise<void> {
  return sleep(random.whole(DOWN_AT_MOST_MS));
}

const killWorker =
  (name: ProcessName): Kill =>
  ({ service, restart, whileDown }, random) =>
    whileDown(name, async () => {
      await service.kill(name);
      if (random.chance(0.5)) await pause(random);
      await restart(name);
    });

const killRedis =
  (keepsData: boolean): Kill =>
  async ({ service: { redis } }, random) => {
    await redis.kill();
    await pause(random);
    if (!keepsData) await redis.wipe();
    await redis.start();
  };

/** The queue lies in PostgreSQL when there is no Redis: its kill is the kill of both. */
const REDIS_KILLS: Readonly<Record<string, Kill>> = {
  'Redis, its data kept': killRedis(true),
  'Redis, its data lost': killRedis(false),
};

const OTHER_KILLS: Readonly<Record<string, Kill>> = {
  'IMAP server': async ({ service: { dovecot } }, random) => {
    await dovecot.halt();
    await pause(random);
    await dovecot.start();
  },
  'IMAP sessions': async ({ service: { dovecot } }) => void (await dovecot.killChildren()),
  PostgreSQL: async ({ postgres, service }) => {
    await postgres.kill();
    const answers = () =>
      sql`select 1`.execute(service.db).then(
        () => true,
        () => false,
      );
    await waitUntil('PostgreSQL answers again', answers, PATIENCE_MS);
  },
  'attachment readers': async ({ service }) => {
    const readers = await childrenOf(service.pid('intake') ?? 0);
    for (const { pid } of readers) {
      // It may have ended by itself meanwhile.
      if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL');
    }
  },
  ...Object.fromEntries(PROCESS_NAMES.map((name) => [`${name} worker`, killWorker(name)])),
};

export function killsOf(queue: Victims['queue']): ReadonlyMap<string, Kill> {
  return new Map(Object.entries(queue === 'redis' ? { ...REDIS_KILLS, ...OTHER_KILLS } : OTHER_KILLS));
}

/** What the mail server that takes our replies does to one of them. */
export const MISCHIEF: ReadonlyMap<string, SinkBehaviour> = new Map<string, SinkBehaviour>([
  ['closes before DATA', { does: 'drop-before-data' }],
  ['closes after DATA', { does: 'drop-in-data' }],
  ['closes after the final dot', { does: 'drop-after-data' }],
  ['takes its time', { does: 'accept', afterMs: 1_500 }],
  ['451 at the recipient', { does: 'refuse', code: 451, at: 'recipient' }],
  ['452 at the end of the data', { does: 'refuse', code: 452, at: 'data' }],
]);

/** The names of `count` kills: every kind in turn, each round in another order; one in six is of two at once. */
export function planKills(count: number, kinds: readonly string[], random: Random): readonly (readonly string[])[] {
  const plan: string[][] = [];
  let round: string[] = [];
  for (let planned = 0; planned < count; planned += plan.at(-1)?.length ?? 1) {
    if (round.length < 2) round = [...round, ...random.shuffled(kinds)];
    const isPair = planned + 2 <= count && round[0] !== round[1] && random.chance(1 / 6);
    plan.push(round.splice(0, isPair ? 2 : 1));
  }
  return plan;
}
