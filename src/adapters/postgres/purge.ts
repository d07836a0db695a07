import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * When the raw mail of a consultation that waits for a person is purged, if nobody decides: without it there is nothing
 * to release or to answer, so it stays beyond the common retention, and not for ever.
 */
export function keptForPersonUntil(heldMailDays: number) {
  return sql<Date>`greatest(raw_mail.expires_at, consultation.received_at + make_interval(days => ${heldMailDays}))`;
}

/**
 * Deletes what retention no longer allows: raw mails (those of work that waits for a person up to `heldMailDays` after
 * they came), the texts of replies whose sending is over, and old counts. A reply that is still to be sent, or whose fate is
 * unknown, stays until a person has decided. `undecided`: purged although nobody had decided.
 */
export async function purgeExpiredRawMail(
  db: Database,
  now: Date,
  heldMailDays: number,
): Promise<{ readonly purged: number; readonly undecided: number }> {
  const { rows } = await sql<{ isUndecided: boolean }>`
    delete from raw_mail
    where expires_at <= ${now} and not exists (
      select from consultation
      where consultation.message_id = raw_mail.message_id and status in ('held', 'failed')
        and ${keptForPersonUntil(heldMailDays)} > ${now}
    )
    returning exists (
      select from consultation where consultation.message_id = raw_mail.message_id and status in ('held', 'failed')
    ) as "isUndecided"`.execute(db);
  await db
    .updateTable('outbox')
    .set({ ciphertext: null })
    .where('expires_at', '<=', now)
    .where('ciphertext', 'is not', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('phase', 'in', ['sent', 'failed']),
        exists(
          selectFrom('consultation')
            .select('consultation.id')
            .whereRef('consultation.id', '=', 'outbox.consultation_id')
            .where('status', '=', 'closed'),
        ),
      ]),
    )
    .execute();
  await db.deleteFrom('sender_count').where('expires_at', '<=', now).execute();
  return { purged: rows.length, undecided: rows.filter(({ isUndecided }) => isUndecided).length };
}
