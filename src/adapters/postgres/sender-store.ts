import { sql } from 'kysely';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { Counter } from '../../core/model/sender.ts';
import type { SenderStore } from '../../pipeline/ports.ts';
import type { Database } from './database.ts';
import type { MailCipher } from './encryption.ts';
import type { StoreContext } from './store-context.ts';

export function createSenderStore(context: StoreContext): SenderStore {
  const { db, cipher, clock } = context;
  return {
    mayNotify: async (address, kind, id) => {
      const sender = senderPseudonym(cipher, address);
      const day = clock.now().toISOString().slice(0, 10);
      await db
        .insertInto('sender_notice')
        .values({ sender_hmac: sender, kind, day, consultation_id: id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      // Of any day: a retry after midnight is still the same notice.
      const ours = await db
        .selectFrom('sender_notice')
        .select('consultation_id')
        .where('sender_hmac', '=', sender)
        .where('kind', '=', kind)
        .where('consultation_id', '=', id)
        .executeTakeFirst();
      return ours !== undefined;
    },

    arrive: async (id, at, counters) => {
      await note(db, context, { id, at }, counters);
      const counts = await countEach(db, context, at, counters);
      return counters.find(({ most }, place) => (counts[place] ?? 0) > most);
    },

    grant: (id, at, counters) =>
      db.transaction().execute(async (trx) => {
        const hashes = [...new Set(counters.map(({ of }) => cipher.pseudonym(of)))].sort();
        // In one order everywhere, so that two grants wait for each other and never lock each other out.
        await sql`select pg_advisory_xact_lock(hashtextextended(hash, 0))
          from (select hash from unnest(${hashes}::text[]) as asked (hash) order by hash) as ordered`.execute(trx);
        const before = await trx
          .selectFrom('sender_count')
          .select('counted_hmac')
          .where('consultation_id', '=', id)
          .where('counted_hmac', 'in', hashes)
          .executeTakeFirst();
        if (before !== undefined) return undefined;
        const counts = await countEach(trx, context, at, counters);
        const usedUp = counters.find(({ most }, place) => (counts[place] ?? 0) >= most);
        if (usedUp === undefined) await note(trx, context, { id, at }, counters);
        return usedUp;
      }),

    confirm: async (address, answered, id) => {
      const sender = senderPseudonym(cipher, address);
      if (answered !== undefined) {
        const asked = db
          .selectFrom('sender_notice')
          .innerJoin('consultation', 'consultation.id', 'sender_notice.consultation_id')
          .innerJoin('case_file', 'case_file.id', 'consultation.case_id')
          .select([
            'sender_notice.sender_hmac',
            sql<string>`${id}::uuid`.as('confirming'),
            sql<Date>`${clock.now()}::timestamptz`.as('at'),
          ])
          .where('sender_notice.sender_hmac', '=', sender)
          .where('kind', '=', 'confirm')
          .where('key', '=', answered.caseKey)
          // As text: what a stranger wrote need not be a UUID.
          .where(sql<string>`consultation.id::text`, '=', answered.consultationId)
          .limit(1);
        await db
          .insertInto('sender_confirmed')
          .columns(['sender_hmac', 'consultation_id', 'at'])
          .expression(asked)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const row = await db
        .selectFrom('sender_confirmed')
        .select('consultation_id')
        .where('sender_hmac', '=', sender)
        .executeTakeFirst();
      if (row === undefined) return 'no';
      return row.consultation_id === id ? 'now' : 'before';
    },
  };
}

/** Once per consultation, whatever is counted and however often it is tried. */
async function note(
  db: Database,
  { cipher, clock }: StoreContext,
  { id, at }: { readonly id: ConsultationId; readonly at: Date },
  counters: readonly Counter[],
): Promise<void> {
  const now = clock.now();
  const longest = new Map<string, number>();
  for (const { of, withinMs = Number.POSITIVE_INFINITY } of counters) {
    longest.set(of, Math.max(longest.get(of) ?? 0, withinMs));
  }
  if (longest.size === 0) return;
  await db
    .insertInto('sender_count')
    .values(
      [...longest].map(([of, withinMs]) => ({
        counted_hmac: cipher.pseudonym(of),
        consultation_id: id,
        at,
        // Not by `at`: while a backlog is read, what came long ago is still compared.
        expires_at: Number.isFinite(withinMs) ? new Date(now.getTime() + withinMs) : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How often each has been counted in its time before `at` or in that behind it, whichever is more: mails come in any order. */
async function countEach(
  db: Database,
  { cipher }: StoreContext,
  at: Date,
  counters: readonly Counter[],
): Promise<readonly number[]> {
  const hashes = counters.map(({ of }) => cipher.pseudonym(of));
  const seconds = counters.map(({ withinMs }) => (withinMs === undefined ? null : withinMs / 1_000));
  const { rows } = await sql<{ count: string }>`
    select greatest(
      (select count(*) from sender_count as one where counted_hmac = asked.hmac and one.at > asked.since and one.at <= ${at}),
      (select count(*) from sender_count as one where counted_hmac = asked.hmac and one.at >= ${at} and one.at < asked.until)
    ) as count
    from (
      select hmac, place,
        coalesce(${at}::timestamptz - make_interval(secs => seconds), '-infinity') as since,
        coalesce(${at}::timestamptz + make_interval(secs => seconds), 'infinity') as until
      from unnest(${hashes}::text[], ${seconds}::float8[]) with ordinality as given (hmac, seconds, place)
    ) as asked
    order by place`.execute(db);
  return rows.map(({ count }) => Number(count));
}

/** The same for one address however it is written; tells nothing without the key. */
export function senderPseudonym(cipher: MailCipher, address: string): string {
  return cipher.pseudonym(address.trim().toLowerCase());
}

/** Of a domain; never the same as that of an address. */
export function domainPseudonym(cipher: MailCipher, domain: string): string {
  return cipher.pseudonym(`@${domain.trim().toLowerCase()}`);
}
