import { sql } from 'kysely';
import { type AttentionKind, attentionOf, NOBODY_TO_ADDRESS, type SendingPhase } from '../../core/model/attention.ts';
import type { Clock, WorkStage } from '../../pipeline/ports.ts';
import type { OpenWork, OpenWorkReader } from '../../pipeline/watching-port.ts';
import type { Database } from './database.ts';
import { keptForPersonUntil } from './purge.ts';

const DAY_MS = 86_400_000;
/** A count that takes longer is given up: watching must not hurt what is watched. */
const WITHIN_MS = 2_000;

interface Row {
  readonly stage: WorkStage;
  readonly status: 'waiting' | 'running' | 'held' | 'failed';
  readonly isJudged: boolean;
  readonly isNobody: boolean;
  readonly sending: SendingPhase | null;
  readonly count: number;
  readonly oldest: Date;
  readonly expiring: number;
}

export interface OpenWorkOptions {
  readonly db: Database;
  readonly clock: Clock;
  /** See purgeExpiredRawMail. */
  readonly heldMailDays: number;
}

/** Counts in one statement, over the partial indexes of what is open or waits for a person. Throws when it takes long. */
export function createOpenWorkReader({ db, clock, heldMailDays }: OpenWorkOptions): OpenWorkReader {
  return {
    openWork: async () => {
      const now = clock.now();
      const rows = await db.transaction().execute(async (trx) => {
        await sql`set local statement_timeout = ${sql.lit(WITHIN_MS)}`.execute(trx);
        return (await count(trx, new Date(now.getTime() + DAY_MS), heldMailDays)).rows;
      });
      return summed(rows, now);
    },
  };
}

function count(db: Database, tomorrow: Date, heldMailDays: number) {
  return sql<Row>`
    select stage, status, verdict is not null as "isJudged",
      coalesce(reason = ${NOBODY_TO_ADDRESS}, false) as "isNobody", outbox.phase as sending,
      count(*)::int as count, min(consultation.received_at) as oldest,
      (count(*) filter (where raw_mail.message_id is not null and ${keptForPersonUntil(heldMailDays)} <= ${tomorrow}))::int as expiring
    from consultation
    left join outbox on outbox.consultation_id = consultation.id
    left join raw_mail on raw_mail.message_id = consultation.message_id
    where status in ('waiting', 'running') or status in ('held', 'failed')
    group by 1, 2, 3, 4, 5`.execute(db);
}

function summed(rows: readonly Row[], now: Date): OpenWork {
  const open = new Map<string, OpenWork['open'][number]>();
  const attention = new Map<AttentionKind, number>();
  let oldest = now;
  let expiring = 0;
  for (const row of rows) {
    const { stage, status } = row;
    if (status === 'waiting' || status === 'running') {
      const key = `${stage} ${status}`;
      open.set(key, { stage, status, count: (open.get(key)?.count ?? 0) + row.count });
      if (row.oldest < oldest) oldest = row.oldest;
      continue;
    }
    const reason = row.isNobody ? NOBODY_TO_ADDRESS : undefined;
    const kind = attentionOf({ ...row, reason, sending: row.sending ?? undefined });
    if (kind !== undefined) attention.set(kind, (attention.get(kind) ?? 0) + row.count);
    expiring += row.expiring;
  }
  return {
    open: [...open.values()],
    oldestSeconds: (now.getTime() - oldest.getTime()) / 1000,
    attention: Array.from(attention, ([kind, of]) => ({ kind, count: of })),
    expiring,
  };
}
