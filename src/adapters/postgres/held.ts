import type { CaseKey } from '../../core/model/ids.ts';
import type { WorkStage } from '../../pipeline/ports.ts';
import type { OutboxPhase } from '../../pipeline/sending-port.ts';
import type { Database } from './database.ts';

/** Work that waits for a person. */
export interface HeldConsultation {
  readonly caseKey: CaseKey;
  readonly stage: WorkStage;
  readonly reason: string | undefined;
  /** `unknown`: the reply may have been delivered; undefined when none was composed. */
  readonly outbox: OutboxPhase | undefined;
  readonly since: Date;
}

/** Everything that is held, the oldest first. */
export async function listHeld(db: Database): Promise<readonly HeldConsultation[]> {
  const rows = await db
    .selectFrom('consultation')
    .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
    .leftJoin('outbox', 'outbox.consultation_id', 'consultation.id')
    .select(['case_file.key', 'stage', 'reason', 'outbox.phase', 'consultation.updated_at'])
    .where('status', '=', 'held')
    .orderBy('consultation.updated_at')
    .execute();
  return rows.map((row) => ({
    caseKey: row.key as CaseKey,
    stage: row.stage,
    reason: row.reason ?? undefined,
    outbox: row.phase ?? undefined,
    since: row.updated_at,
  }));
}
