import { sql } from 'kysely';
import type { SenderFeedback } from '../../core/model/feedback.ts';
import type { CaseKey, ConsultationId, IsoDate } from '../../core/model/ids.ts';
import { labelOf } from '../../core/model/line-label.ts';
import type { Database } from './database.ts';

/** Notes what the sender said, beside what our newest answer in the thread billed; give it the transaction of intake. */
export async function recordFeedback(
  db: Database,
  id: ConsultationId,
  feedback: SenderFeedback,
  at: Date,
): Promise<void> {
  const spoken = await db
    .selectFrom('consultation as own')
    .innerJoin('consultation as answered', 'answered.case_id', 'own.case_id')
    .select('answered.answer')
    .where('own.id', '=', id)
    .whereRef('answered.id', '!=', 'own.id')
    .where(sql<string>`answered.answer ->> 'kind'`, '=', 'case')
    .orderBy('answered.received_at', 'desc')
    .executeTakeFirst();
  const ours = spoken?.answer?.kind === 'case' ? spoken.answer.lines.map(labelOf) : [];
  const [given, against] = feedback.kind === 'agree' ? [[], []] : [[...feedback.given], [...feedback.against]];
  await db
    .insertInto('feedback')
    .values({ at, consultation_id: id, kind: feedback.kind, given, against, ours })
    .onConflict((conflict) => conflict.column('consultation_id').doNothing())
    .execute();
}

export interface Feedback {
  readonly at: Date;
  readonly caseKey: CaseKey;
  readonly kind: 'agree' | 'correct';
  readonly given: readonly string[];
  readonly against: readonly string[];
  readonly ours: readonly string[];
}

/** All of it from that day on, the oldest first. */
export async function listFeedback(db: Database, since?: IsoDate): Promise<readonly Feedback[]> {
  const all = db
    .selectFrom('feedback')
    .innerJoin('consultation', 'consultation.id', 'feedback.consultation_id')
    .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
    .select(['feedback.at', 'case_file.key', 'feedback.kind', 'given', 'against', 'ours'])
    .orderBy('feedback.id');
  const rows = await (since === undefined ? all : all.where('feedback.at', '>=', sql<Date>`${since}::date`)).execute();
  return rows.map(({ key, ...row }) => ({ ...row, caseKey: key as CaseKey }));
}
