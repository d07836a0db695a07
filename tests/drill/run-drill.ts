import { setTimeout as sleep } from 'node:timers/promises';
import { startTestPostgres } from '../support/postgres-server.ts';
import { startService, type TestService } from '../support/service.ts';
import { createCorrespondent } from './correspondent.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { createKiller, type Stroke } from './killer.ts';
import type { Victims } from './kills.ts';
import { type Fate, fatesOf, judge, type Verdict } from './laws.ts';
import { caseMail } from './person-mails.ts';
import { planMails } from './plan.ts';
import { createPostOffice, type PostOffice } from './post-office.ts';
import { createRandom } from './random.ts';
import { DRILL_ENV, REFUSED } from './settings.ts';
import { watchOver } from './supervisor.ts';

export interface DrillOptions {
  readonly seed: number;
  readonly mails: number;
  readonly kills: number;
  readonly queue: 'redis' | 'postgres';
  readonly onProgress?: (progress: DrillProgress) => void;
}

export interface DrillProgress {
  readonly delivered: number;
  readonly open: number;
  readonly replies: number;
  readonly kills: number;
  readonly seconds: number;
}

export interface DrillReport {
  readonly options: DrillOptions;
  readonly evidence: Evidence;
  readonly fates: readonly Fate[];
  readonly verdicts: readonly Verdict[];
  readonly kills: ReadonlyMap<string, Stroke>;
  readonly mischief: ReadonlyMap<string, Stroke>;
  readonly deliveries: number;
  readonly seconds: { readonly delivering: number; readonly draining: number };
}

/** So many mails are under way at the most: a clinic's mailbox on its worst day. */
const MOST_UNDER_WAY = 120;
const POSTMEN = 3;
/** Longer than any wait between two tries that the drill brings about. */
const STUCK_MS = 600_000;
const LOOK_EVERY_MS = 250;
/** So often in a row it must look quiet. */
const QUIET_LOOKS = 3;
/** Numbers above those of planned mails, within those of made-up names. */
const FIRST_EXTRA = 7_000;

/** Runs the whole drill on servers of its own, and takes everything down again. */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  await using started = new AsyncDisposableStack();
  const postgres = await startTestPostgres();
  started.defer(() => postgres.stop());
  const env = { ...DRILL_ENV, ...(options.queue === 'postgres' ? { REDIS_URL: undefined } : {}) };
  const service = await startService({ postgres, redis: { keepsData: true }, env });
  started.defer(() => service.stop());
  return await drill(options, service, { postgres, queue: options.queue });
}

async function drill(
  options: DrillOptions,
  service: TestService,
  servers: Pick<Victims, 'postgres' | 'queue'>,
): Promise<DrillReport> {
  const startedAt = new Date();
  const random = createRandom(options.seed);
  const planned = planMails(options.mails, random);
  const post = createPostOffice(service.dovecot, createRandom(options.seed + 1));
  const supervisor = watchOver(service);
  const victims = { service, ...servers, restart: supervisor.restart, whileDown: supervisor.whileDown };
  const killer = createKiller(options.kills, victims, createRandom(options.seed + 2));
  const correspondent = createCorrespondent(service.sink, post);
  service.sink.refuseFor((recipient) => recipient.endsWith(`@${REFUSED}`));
  correspondent.expect(planned);
  for (const mail of planned) post.post(mail);

  let open = 0;
  let isOver = false;
  const done = () => post.delivered().length / options.mails;
  const look = async () => {
    while (!isOver) {
      open = await countOpen(service, post).catch(() => open);
      correspondent.answerNew();
      const { length: delivered } = post.delivered();
      const { length: replies } = service.sink.mails;
      options.onProgress?.({ delivered, open, replies, kills: killer.done(), seconds: secondsSince(startedAt) });
      await sleep(LOOK_EVERY_MS);
    }
  };
  const mayGo = () => open < MOST_UNDER_WAY && killer.keepsUpWith(done());
  const play = async () => {
    const killing = killer.work(done);
    await settled(service, post);
    // Some planned answers had no reply to come on: cases stand in for them.
    for (let number = FIRST_EXTRA; post.delivered().length < options.mails; number += 1) {
      post.post(caseMail(`e${number}`, number, random));
      if (post.delivered().length + post.waiting() >= options.mails) await settled(service, post);
    }
    await killing;
    const allDelivered = secondsSince(startedAt);
    await settled(service, post);
    isOver = true;
    return { delivering: allDelivered, draining: secondsSince(startedAt) - allDelivered };
  };
  const [seconds] = await Promise.all([
    play(),
    look(),
    supervisor.watch(() => isOver),
    ...Array.from({ length: POSTMEN }, () => post.work(mayGo, () => isOver)),
  ]);
  const days = new Set([startedAt, new Date()].map((date) => date.toISOString().slice(0, 10))).size;
  const evidence = await gatherEvidence(service, {
    mails: post.delivered(),
    endedThemselves: supervisor.endedThemselves(),
    days,
    chancesOfUnknown: killer.chancesOfUnknown(),
  });
  const fates = fatesOf(evidence);
  return {
    options,
    evidence,
    fates,
    verdicts: judge(evidence, fates),
    kills: killer.kills,
    mischief: killer.mischief,
    deliveries: post.deliveries(),
    seconds,
  };
}

/** Mails that are delivered and not yet at their end, about: some are the same to the service. */
async function countOpen({ db }: TestService, post: PostOffice): Promise<number> {
  const { received, ended } = await db
    .selectFrom('consultation')
    .select(({ fn }) => [
      fn.countAll<string>().as('received'),
      fn.countAll<string>().filterWhere('status', 'not in', ['waiting', 'running']).as('ended'),
    ])
    .executeTakeFirstOrThrow();
  return Math.max(0, post.delivered().length - Number(received)) + Number(received) - Number(ended);
}

/** Waits until nothing is left to deliver, to work on or to file; gives up when nothing moves, and the laws tell. */
async function settled({ db, dovecot }: TestService, post: PostOffice): Promise<void> {
  let before = '';
  let stuckAt = performance.now() + STUCK_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < stuckAt; ) {
    const open = await db
      .selectFrom('consultation')
      .select('id')
      .where('status', 'in', ['waiting', 'running'])
      .execute()
      .catch(() => [undefined]);
    const isIdle = post.waiting() === 0 && open.length === 0;
    const inbox = isIdle ? await dovecot.countMails('INBOX').catch(() => 1) : 1;
    quiet = isIdle && inbox === 0 ? quiet + 1 : 0;
    const now = `${post.waiting()} ${open.length} ${inbox}`;
    if (now !== before) stuckAt = performance.now() + STUCK_MS;
    before = now;
    await sleep(2 * LOOK_EVERY_MS);
  }
}

function secondsSince(from: Date): number {
  return (Date.now() - from.getTime()) / 1_000;
}
