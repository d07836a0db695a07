import { randomUUID } from 'node:crypto';
import type { QueryCreator, Updateable } from 'kysely';
import pg from 'pg';
import type { CaseKey, ConsultationId, IsoDate } from '../../core/model/ids.ts';
import type { Claim, SafeFields, WorkStage } from '../../pipeline/ports.ts';
import { updateWithAudit } from './audit.ts';
import type { Database, DatabaseSchema } from './database.ts';
import type { StoreContext } from './store-context.ts';
import type { ConsultationTable } from './tables/consultation-table.ts';

/** The worker was too slow: somebody else has the stage now, and nothing was changed. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
  constructor() {
    super('The lease of this stage was lost');
  }
}

const NO_LEASE = { lease_token: null, lease_until: null };

/** See ConsultationStore.claim. Two claimers of one case meet at the index `consultation_one_running`. */
export async function claimStage(
  context: StoreContext,
  id: ConsultationId,
  stage: WorkStage,
): Promise<Claim | undefined> {
  const taken = await takeStage(context, id, stage);
  if (taken !== undefined) return taken;
  const takenOver = (await giveBackExpired(context, id)) ? await takeStage(context, id, stage) : undefined;
  if (takenOver === undefined) await holdWhenExhausted(context, id, stage);
  return takenOver;
}

/** Whoever held a stage of this case beyond the lease has lost it; true when somebody did. */
async function giveBackExpired({ db, clock }: StoreContext, id: ConsultationId): Promise<boolean> {
  const given = await db
    .updateTable('consultation')
    .set({ status: 'waiting', ...NO_LEASE })
    .where('case_id', '=', (query) => query.selectFrom('consultation').select('case_id').where('id', '=', id))
    .where('status', '=', 'running')
    .where('lease_until', '<=', clock.now())
    .executeTakeFirst();
  return given.numUpdatedRows > 0n;
}

async function takeStage(
  { db, clock, policy }: StoreContext,
  id: ConsultationId,
  stage: WorkStage,
): Promise<Claim | undefined> {
  const now = clock.now();
  const token = randomUUID();
  try {
    const row = await db
      .updateTable('consultation')
      .from(['case_file', 'message'])
      .set((set) => ({
        status: 'running',
        attempts: set('attempts', '+', 1),
        lease_token: token,
        lease_until: leaseEnd(now, policy.leaseMs),
        updated_at: now,
      }))
      .whereRef('case_file.id', '=', 'consultation.case_id')
      .whereRef('message.id', '=', 'consultation.message_id')
      .where('consultation.id', '=', id)
      .where('stage', '=', stage)
      .where('status', '=', 'waiting')
      .where('not_before', '<=', now)
      .where('attempts', '<', policy.attempts)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('consultation as sibling')
              .select('sibling.id')
              .whereRef('sibling.case_id', '=', 'consultation.case_id')
              .where('sibling.status', '=', 'running'),
          ),
        ),
      )
      .returning([
        'case_file.key',
        'attempts',
        'consultation.received_at',
        'arrived_at',
        'oversize_bytes',
        'released_at',
      ])
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const receivedOn = row.received_at.toISOString().slice(0, 10) as IsoDate;
    const oversizeBytes = row.oversize_bytes ?? undefined;
    return {
      id,
      stage,
      token,
      caseKey: row.key as CaseKey,
      attempt: row.attempts,
      receivedAt: row.received_at,
      arrivedAt: row.arrived_at ?? row.received_at,
      receivedOn,
      oversizeBytes,
      released: row.released_at !== null,
    };
  } catch (fault) {
    if (isUniqueViolation(fault)) return undefined;
    throw fault;
  }
}

/** A stage that kills its worker every time is never released by it: it is held at the next claim. */
async function holdWhenExhausted(
  { db, clock, policy }: StoreContext,
  id: ConsultationId,
  stage: WorkStage,
): Promise<void> {
  const now = clock.now();
  const held = db
    .updateTable('consultation')
    .set({ status: 'held', reason: 'attempts used up', updated_at: now })
    .where('id', '=', id)
    .where('stage', '=', stage)
    .where('status', '=', 'waiting')
    .where('attempts', '>=', policy.attempts);
  await updateWithAudit(db, held, { at: now, event: 'held', fields: { stage } });
}

export async function renewLease({ db, clock, policy }: StoreContext, claim: Claim): Promise<boolean> {
  const renewed = await db
    .updateTable('consultation')
    .set({ lease_until: leaseEnd(clock.now(), policy.leaseMs) })
    .where('id', '=', claim.id)
    .where('lease_token', '=', claim.token)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
}

/** Ends a claim with a change of the consultation and its audit row; false, and nothing, when the lease was lost. */
export async function endClaim(
  { db, clock }: StoreContext,
  claim: Claim,
  change: Updateable<ConsultationTable>,
  audit: { readonly event: string; readonly fields?: SafeFields },
): Promise<boolean> {
  const now = clock.now();
  const ended = db
    .updateTable('consultation')
    .set({ not_before: now, ...change, ...NO_LEASE, updated_at: now })
    .where('id', '=', claim.id)
    .where('stage', '=', claim.stage)
    .where('lease_token', '=', claim.token);
  const fields = { stage: claim.stage, attempt: claim.attempt, ...audit.fields };
  return updateWithAudit(db, ended, { at: now, event: audit.event, fields });
}

/**
 * The consultation of a claim, kept from changing hands until the transaction ends; no row when the lease was lost.
 * In a CTE it makes a statement work under the lease: `db.with('leased', (query) => leasedBy(query, claim))`.
 */
export function leasedBy(query: QueryCreator<DatabaseSchema>, claim: Claim) {
  return query
    .selectFrom('consultation')
    .select(['id', 'case_id'])
    .where('id', '=', claim.id)
    .where('lease_token', '=', claim.token)
    .forUpdate();
}

/** Keeps the lease from changing hands until the transaction ends; throws when it already did. */
export async function requireLease(db: Database, claim: Claim): Promise<void> {
  if ((await leasedBy(db, claim).executeTakeFirst()) === undefined) throw new LeaseLost();
}

function leaseEnd(now: Date, leaseMs: number): Date {
  return new Date(now.getTime() + leaseMs);
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function isUniqueViolation(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.code === '23505';
}
