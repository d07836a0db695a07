import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ConsultationStore } from '../../pipeline/ports.ts';
import type { StoreContext } from './store-context.ts';

/** See ConsultationStore.openConfirmed. A consultation of its own, so that its answer is not the notice that was sent. */
export async function openConfirmed(
  { db, clock }: StoreContext,
  asked: Parameters<ConsultationStore['openConfirmed']>[0],
): Promise<boolean> {
  const now = clock.now();
  const again = randomUUID();
  // The index `consultation_rerun_once` lets one of two callers through.
  await sql`
    with
      asked as (
        select consultation.id, consultation.message_id, case_id
        from consultation
        join case_file on case_file.id = case_id
        join raw_mail on raw_mail.message_id = consultation.message_id
        where key = ${asked.caseKey}
          -- As text: what a stranger wrote need not be a UUID.
          and consultation.id::text = ${asked.consultationId.toLowerCase()}
          and answer ->> 'kind' = 'notice' and answer ->> 'notice' = 'confirm'
      ),
      again as (
        insert into consultation (id, message_id, case_id, status, stage, not_before, rerun_of, received_at, updated_at)
        select ${again}, message_id, case_id, 'waiting', 'intake', ${now}, id, ${now}, ${now} from asked
        on conflict (rerun_of) do nothing
        returning id
      )
    insert into audit (at, event, consultation_id, fields)
    select ${now}, 'received', id, '{"confirmed": true}'::jsonb from again`.execute(db);
  const opened = await db
    .selectFrom('consultation')
    .select('id')
    .where(sql<string>`rerun_of::text`, '=', asked.consultationId.toLowerCase())
    .executeTakeFirst();
  return opened !== undefined;
}
