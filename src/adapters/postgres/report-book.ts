import { sql } from 'kysely';
import type { Noted, ReportBook, StampedReport } from '../../pipeline/report-port.ts';
import { senderPseudonym } from './sender-store.ts';
import type { StoreContext } from './store-context.ts';
import { toJson } from './tables/json-column.ts';

/** See ReportBook. */
export function createReportBook(context: StoreContext): ReportBook {
  const { db, cipher, clock } = context;
  return {
    note: async (report) => {
      const id = await replyOf(context, report);
      if (id === undefined) return 'no-such-reply';
      if (report.says === 'failed') return markBounced(context, id, report);
      await noteOnly(context, id, report);
      if (report.says === 'complaint') {
        await db
          .insertInto('sender_unwilling')
          .columns(['sender_hmac', 'at'])
          .expression((query) =>
            query
              .selectFrom('consultation')
              .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
              .select(({ ref, val }) => [ref('sender_hmac').$notNull().as('sender_hmac'), val(clock.now()).as('at')])
              .where('consultation.id', '=', id)
              .where('sender_hmac', 'is not', null),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      return 'noted';
    },
    isUnwilling: async (address) => {
      const found = await db
        .selectFrom('sender_unwilling')
        .select('at')
        .where('sender_hmac', '=', senderPseudonym(cipher, address))
        .executeTakeFirst();
      return found !== undefined;
    },
    forgive: async (address) => {
      await db.deleteFrom('sender_unwilling').where('sender_hmac', '=', senderPseudonym(cipher, address)).execute();
    },
  };
}

/** The consultation whose reply left us, or may have, by both halves of its key. */
async function replyOf({ db }: StoreContext, { reply }: StampedReport): Promise<string | undefined> {
  const found = await db
    .selectFrom('consultation')
    .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
    .innerJoin('outbox', 'outbox.consultation_id', 'consultation.id')
    .select('consultation.id')
    .where('key', '=', reply.caseKey)
    // As text: what a stranger wrote need not be a UUID.
    .where(sql<string>`consultation.id::text`, '=', reply.consultationId.toLowerCase())
    .where('phase', '!=', 'new')
    .executeTakeFirst();
  return found?.id;
}

/**
 * The answer did not arrive: failed, for a person to see. Of a notice it is only noted: whoever forges senders would fill
 * the desk otherwise. One statement, so that it is marked and audited, or neither.
 */
async function markBounced({ db, clock }: StoreContext, id: string, { status, by }: StampedReport): Promise<Noted> {
  const now = clock.now();
  const reason = status === '' ? 'bounced' : `bounced (${status})`;
  const marked = await sql`
    with
      marked as (
        update consultation set
          status = case when answer ->> 'kind' = 'notice' then 'closed' else 'failed' end,
          reason = ${reason}, updated_at = ${now}
        where id = ${id} and stage = 'reply' and status in ('answered', 'held')
        returning id
      ),
      settled as (
        update outbox set phase = 'failed', updated_at = ${now}
        from marked where outbox.consultation_id = marked.id
      )
    insert into audit (at, event, consultation_id, fields)
    select ${now}, 'bounced', id, ${toJson({ status, report: by })} from marked
    returning consultation_id`.execute(db);
  if (marked.rows.length > 0) return 'noted';
  const reply = await db.selectFrom('consultation').select('status').where('id', '=', id).executeTakeFirst();
  return reply?.status === 'failed' || reply?.status === 'closed' ? 'noted' : 'not-yet';
}

const EVENTS = { delayed: 'delivery delayed', delivered: 'delivery reported', complaint: 'complaint' } as const;

async function noteOnly({ db, clock }: StoreContext, id: string, report: StampedReport): Promise<void> {
  if (report.says === 'failed') return;
  const event = EVENTS[report.says];
  await sql`
    insert into audit (at, event, consultation_id, fields)
    select ${clock.now()}, ${event}::text, ${id}::uuid, ${toJson({ status: report.status, report: report.by })}
    where not exists (
      select from audit where consultation_id = ${id}::uuid and event = ${event} and fields ->> 'report' = ${report.by}
    )`.execute(db);
}
