import type { Answer } from '../../core/model/consultation.ts';
import type { ConsultationStatus } from '../../core/model/lifecycle.ts';
import type { Database } from './database.ts';

/** One consultation as an operator sees it: ids, states and the answer; nothing of the mail itself. */
export interface ConsultationOverview {
  readonly id: string;
  readonly caseKey: string;
  /** SHA-256 hex of From, Date and body: tells which mail it is to whoever has the mail. */
  readonly contentHash: string;
  readonly status: ConsultationStatus;
  readonly stage: string;
  readonly verdict: string | undefined;
  readonly reason: string | undefined;
  readonly answer: Answer | undefined;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
}

/** All consultations, oldest first. */
export async function listConsultations(db: Database): Promise<readonly ConsultationOverview[]> {
  const rows = await db
    .selectFrom('consultation')
    .innerJoin('message', 'message.id', 'consultation.message_id')
    .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
    .select(['consultation.id', 'key', 'content_hash', 'status', 'stage', 'verdict', 'reason', 'answer'])
    .select(['consultation.received_at', 'updated_at'])
    .orderBy('consultation.received_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseKey: row.key,
    contentHash: row.content_hash,
    status: row.status,
    stage: row.stage,
    verdict: row.verdict ?? undefined,
    reason: row.reason ?? undefined,
    answer: row.answer ?? undefined,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
  }));
}
