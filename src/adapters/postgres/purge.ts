import type { Database } from './database.ts';

/**
 * Deletes what retention no longer allows: raw mails, and the texts of replies whose sending is over.
 * A reply that is still to be sent, or whose fate is unknown, stays until a person has decided.
 */
export async function purgeExpiredRawMail(db: Database, now: Date): Promise<{ readonly purged: number }> {
  const mails = await db.deleteFrom('raw_mail').where('expires_at', '<=', now).executeTakeFirst();
  await db
    .updateTable('outbox')
    .set({ ciphertext: null })
    .where('expires_at', '<=', now)
    .where('phase', 'in', ['sent', 'failed'])
    .where('ciphertext', 'is not', null)
    .execute();
  return { purged: Number(mails.numDeletedRows) };
}
