import { sql } from 'kysely';
import { attentionOf, type SendingPhase } from '../../core/model/attention.ts';
import { type Decision, refusalOf } from '../../core/model/decision.ts';
import type { CaseKey, ConsultationId } from '../../core/model/ids.ts';
import type { CaseDesk, Decided, DeskEntry } from '../../pipeline/desk-port.ts';
import type { Clock } from '../../pipeline/ports.ts';
import { recordAudit } from './audit.ts';
import type { Database } from './database.ts';

export interface DeskContext {
  readonly db: Database;
  readonly clock: Clock;
}

/** More than a person looks at; the oldest come first. */
const MOST_LISTED = 1_000;

export function createCaseDesk(context: DeskContext): CaseDesk {
  return {
    list: async (which) => {
      const rows = await entries(context.db)
        .where('status', 'in', which === 'open' ? ['held', 'failed', 'waiting', 'running'] : ['held', 'failed'])
        .orderBy('consultation.received_at')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(entryOf);
    },
    decide: (caseKey, decision, reason) =>
      context.db.transaction().execute((trx) => decide({ ...context, db: trx }, caseKey, decision, reason)),
  };
}

/** Every mail of one case, the oldest first. */
export async function entriesOfCase(db: Database, caseKey: string): Promise<readonly DeskEntry[]> {
  const rows = await entries(db)
    .where('case_file.key', '=', caseKey)
    .orderBy('consultation.received_at')
    .orderBy('consultation.id')
    .execute();
  return rows.map(entryOf);
}

function entries(db: Database) {
  return db
    .selectFrom('consultation')
    .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
    .leftJoin('outbox', 'outbox.consultation_id', 'consultation.id')
    .leftJoin('raw_mail', 'raw_mail.message_id', 'consultation.message_id')
    .select(['consultation.id', 'case_file.key', 'stage', 'status', 'verdict', 'reason', 'attempts', 'outbox.phase'])
    .select(['consultation.received_at', 'consultation.updated_at'])
    .select(sql<boolean>`raw_mail.message_id is not null`.as('hasRawMail'));
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function entryOf({ id, key, phase, received_at, updated_at, ...row }: Row): DeskEntry {
  const reason = row.reason ?? undefined;
  const sending = phase ?? undefined;
  return {
    id: id as ConsultationId,
    caseKey: key as CaseKey,
    stage: row.stage,
    status: row.status,
    attention: attentionOf({ ...row, isJudged: row.verdict !== null, reason, sending }),
    verdict: row.verdict ?? undefined,
    reason,
    attempts: row.attempts,
    sending,
    receivedAt: received_at,
    since: updated_at,
    hasRawMail: row.hasRawMail,
  };
}

async function decide(
  { db, clock }: DeskContext,
  caseKey: string,
  decision: Decision,
  reason: string | undefined,
): Promise<Decided> {
  // Kept from changing until the transaction ends, so that two people cannot decide about one case at once.
  await db.selectFrom('case_file').select('id').where('key', '=', caseKey).forUpdate().execute();
  const mails = await entriesOfCase(db, caseKey);
  const newest = mails.at(-1);
  if (newest === undefined) return { outcome: 'refused', why: 'is not known' };
  const waiting = mails.filter(({ attention }) => attention !== undefined);
  const refusal = (entry: DeskEntry) => refusalOf(decision, { ...entry, isJudged: entry.verdict !== undefined });
  const fitting = waiting.filter((entry) => refusal(entry) === undefined);
  if (fitting.length === 0)
    return { outcome: 'refused', why: refusal(waiting.at(-1) ?? newest) ?? 'cannot be decided' };
  const at = clock.now();
  for (const { id, stage, attention } of fitting) {
    await db
      .updateTable('consultation')
      .set(changeOf(decision, at, reason))
      .where('id', '=', id)
      .execute();
    // The composed reply is sent once more, byte for byte; one that was accepted already is only noted as sent.
    if (RESENT[decision].length > 0) {
      await db
        .updateTable('outbox')
        .set({ phase: 'new', updated_at: at })
        .where('consultation_id', '=', id)
        .where('phase', 'in', RESENT[decision])
        .execute();
    }
    await recordAudit(db, { at, event: EVENTS[decision], id, fields: { stage, kind: attention } });
  }
  return { outcome: 'decided', count: fitting.length, rings: decision === 'reject' ? [] : fitting };
}

/** Phases of the outbox from which a decision starts sending anew. */
const RESENT: Readonly<Record<Decision, readonly NonNullable<SendingPhase>[]>> = {
  retry: ['failed'],
  'send-again': ['data', 'unknown'],
  release: [],
  reject: [],
};
const EVENTS = { retry: 'retried', release: 'released', 'send-again': 'sent again', reject: 'rejected' } as const;

function changeOf(decision: Decision, at: Date, reason: string | undefined) {
  if (decision === 'reject') {
    const told = reason === undefined ? 'rejected by a person' : `rejected by a person: ${reason}`;
    return { status: 'closed', reason: told, updated_at: at } as const;
  }
  const again = { status: 'waiting', attempts: 0, not_before: at, reason: null, updated_at: at } as const;
  // The verdict is said anew by the next intake; without it a fault there is not taken for a review.
  return decision === 'release' ? { ...again, verdict: null, released_at: at } : again;
}
