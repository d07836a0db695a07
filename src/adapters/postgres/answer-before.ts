import { sql } from 'kysely';
import type { CaseAnswer } from '../../core/model/consultation.ts';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { Database } from './database.ts';

/** See ConsultationStore.answerBefore. A reply that was never composed or was refused said nothing to the sender. */
export async function answerBefore(db: Database, id: ConsultationId): Promise<CaseAnswer | undefined> {
  const own = await db
    .selectFrom('consultation')
    .select(['case_id', 'received_at'])
    .select(sql<string | null>`input ->> 'noteOf'`.as('noteOf'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (own === undefined || own.noteOf === null) return undefined;
  const before = await db
    .selectFrom('consultation')
    .select('answer')
    .where('case_id', '=', own.case_id)
    .where('id', '!=', id)
    .where('received_at', '<=', own.received_at)
    .where('status', 'in', ['waiting', 'running', 'answered', 'held'])
    .where(sql<string>`answer ->> 'kind'`, '=', 'case')
    .where(sql<string>`coalesce(input ->> 'noteOf', id::text)`, '=', own.noteOf)
    .orderBy('received_at', 'desc')
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
  return before?.answer?.kind === 'case' ? before.answer : undefined;
}
