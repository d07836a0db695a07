import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AnsweredCase, RerunStore } from '../../pipeline/rerun-port.ts';
import type { StoreContext } from './store-context.ts';
import { toJson } from './tables/json-column.ts';

type AnsweredRow = Omit<AnsweredCase, 'caseKey'> & { readonly key: AnsweredCase['caseKey'] };

/** See RerunStore. A case whose newest mail is still being worked on is left out: its answer will be new anyway. */
export function createRerunStore({ db, clock }: Pick<StoreContext, 'db' | 'clock'>): RerunStore {
  return {
    answeredSince: async (day): Promise<readonly AnsweredCase[]> => {
      const { rows } = await sql<AnsweredRow>`
        select newest.id, case_file.key, newest.input, newest.answer, raw_mail.message_id is not null as "canBeTold"
        from (
          select distinct on (case_id) *
          from consultation
          where status not in ('closed', 'failed')
          order by case_id, received_at desc
        ) as newest
        join case_file on case_file.id = newest.case_id
        left join raw_mail on raw_mail.message_id = newest.message_id
        where newest.status = 'answered' and newest.received_at >= ${day}::date
          and newest.input ->> 'kind' = 'case' and newest.answer ->> 'kind' = 'case'
        order by newest.received_at, newest.id`.execute(db);
      return rows.map(({ key, ...row }) => ({ ...row, caseKey: key }));
    },

    answerAgain: async (id, answer): Promise<boolean> => {
      const now = clock.now();
      const again = randomUUID();
      // The index `consultation_rerun_once` lets one of two callers through.
      const opened = await sql`
        with
          again as (
            insert into consultation (id, message_id, case_id, status, stage, not_before, verdict, subject, input, answer,
              editions, rerun_of, received_at, released_at, updated_at)
            select ${again}, message_id, case_id, 'waiting', 'reply', ${now}, verdict, subject, input, ${toJson(answer)},
              ${toJson(answer.origin.editions)}, id, ${now}, ${now}, ${now}
            from consultation where id = ${id} and status = 'answered'
            on conflict (rerun_of) do nothing
            returning id
          )
        insert into audit (at, event, consultation_id, fields)
        select ${now}, 'answered again', id, ${toJson({ kind: answer.kind })} from again
        returning id`.execute(db);
      return opened.rows.length > 0;
    },
  };
}
