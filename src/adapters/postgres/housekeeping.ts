import { sql } from 'kysely';
import type { Clock, ConsultationStore, Doorbell, Log } from '../../pipeline/ports.ts';
import type { Database } from './database.ts';
import { createOpenWorkReader } from './open-work.ts';
import { purgeExpiredRawMail } from './purge.ts';

export interface HousekeepingOptions {
  readonly db: Database;
  readonly store: Pick<ConsultationStore, 'due'>;
  readonly doorbell: Doorbell;
  readonly clock: Clock;
  readonly everyMs: number;
  /** See purgeExpiredRawMail. */
  readonly heldMailDays: number;
  readonly log: Log;
}

/** Rings in one round; what is left is rung in the next. */
const RINGS_PER_ROUND = 500;
const LOCK_KEY = 727_401_912;

/**
 * Every `everyMs` rings again for due work (a crash between commit and ring, a lost queue, a lease that ran out),
 * purges raw mail by retention, and raises the alarm when more work waits for a person or will soon lose its mail.
 * A process timer, not a queue job: a job dies with a queue that keeps nothing.
 * Any number of processes may run it, one at a time works: it takes an advisory lock of PostgreSQL.
 */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const alarm = createAlarm(options);
  const round = async (): Promise<void> => {
    try {
      await keepHouse(options);
      await alarm();
    } catch {
      options.log.warn('housekeeping could not finish a round');
    }
    if (!isStopped) timer = setTimeout(next, options.everyMs);
  };
  let running = Promise.resolve();
  const next = (): void => {
    running = round();
  };
  next();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Told when there is more of it than in the round before. */
function createAlarm({ log, ...options }: HousekeepingOptions): () => Promise<void> {
  const { openWork } = createOpenWorkReader(options);
  let before = { waiting: 0, expiring: 0 };
  return async () => {
    const { attention, expiring } = await openWork();
    const waiting = attention.reduce((sum, { count }) => sum + count, 0);
    if (waiting > before.waiting)
      log.error('consultations wait for a person (caseconsult cases list)', { count: waiting });
    if (expiring > before.expiring) {
      log.error('raw mails of undecided cases are purged within a day (caseconsult cases list)', { count: expiring });
    }
    before = { waiting, expiring };
  };
}

/** One round; does nothing while another process is at it. */
export async function keepHouse(options: Omit<HousekeepingOptions, 'everyMs'>): Promise<void> {
  // A lock of the session, not of a transaction: ringing is a network call.
  await options.db.connection().execute(async (session) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${LOCK_KEY}) as got`.execute(session);
    if (rows[0]?.got !== true) return;
    try {
      await purge(options);
      await ringAgain(options);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK_KEY})`.execute(session);
    }
  });
}

async function purge({ db, clock, log, heldMailDays }: Omit<HousekeepingOptions, 'everyMs'>): Promise<void> {
  const { purged, undecided } = await purgeExpiredRawMail(db, clock.now(), heldMailDays);
  if (purged > 0) log.info('raw mail purged by retention', { count: purged });
  if (undecided > 0) log.error('raw mails of undecided cases were purged', { count: undecided });
}

async function ringAgain({ store, doorbell, log }: Omit<HousekeepingOptions, 'everyMs'>): Promise<void> {
  const due = await store.due(RINGS_PER_ROUND);
  for (const { id, stage } of due) await doorbell.ring(stage, id);
  if (due.length > 0) log.info('rang for due work', { count: due.length });
}
