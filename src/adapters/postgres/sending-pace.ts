import { sql } from 'kysely';
import type { PauseScope, SendingPace } from '../../pipeline/sending-port.ts';
import { requireLease } from './claims.ts';
import type { MailCipher } from './encryption.ts';
import type { StoreContext } from './store-context.ts';

/** A turn that nobody took within this time is given up: many kept ones would go out all at once. */
const TURN_KEEPS_MS = 10_000;
const ACCOUNT = 'account';

/** See SendingPace. A domain is known by its keyed hash. */
export function createSendingPace({ db, cipher, clock }: StoreContext): SendingPace {
  const scopesOf = (domain: string) => [ACCOUNT, domainScope(cipher, domain)];

  return {
    pausedUntil: async (domain) => {
      const row = await db
        .selectFrom('sending_pace')
        .select(({ fn }) => fn.max('paused_until').as('until'))
        .where('scope', 'in', scopesOf(domain))
        .where('paused_until', '>', clock.now())
        .executeTakeFirst();
      return row?.until ?? undefined;
    },

    turn: async (claim, domain, gapMs) => {
      const now = clock.now();
      return db.transaction().execute(async (trx) => {
        await requireLease(trx, claim);
        const kept = await trx
          .selectFrom('outbox')
          .select('turn_at')
          .where('consultation_id', '=', claim.id)
          .executeTakeFirstOrThrow();
        if (kept.turn_at !== null && kept.turn_at.getTime() > now.getTime() - TURN_KEEPS_MS) return kept.turn_at;
        const gap = sql`make_interval(secs => ${gapMs / 1000})`;
        const { rows } = await sql<{ turn_at: Date }>`
          insert into sending_pace as pace (scope, next_turn_at)
          values (${domainScope(cipher, domain)}, ${new Date(now.getTime() + gapMs)})
          on conflict (scope) do update set next_turn_at =
            greatest(coalesce(pace.next_turn_at, ${now}), ${now}) + ${gap}
          returning next_turn_at - ${gap} as turn_at`.execute(trx);
        const turnAt = rows[0]?.turn_at ?? now;
        await trx.updateTable('outbox').set({ turn_at: turnAt }).where('consultation_id', '=', claim.id).execute();
        return turnAt;
      });
    },

    pause: async (scope, { firstMs, longestMs }) => {
      const now = clock.now();
      // Mails that meet the same trouble at the same time make one pause of it.
      const { rows } = await sql<{ paused_until: Date }>`
        insert into sending_pace as pace (scope, paused_until, pauses)
        values (${nameOf(cipher, scope)}, ${new Date(now.getTime() + Math.min(firstMs, longestMs))}, 1)
        on conflict (scope) do update set
          pauses = case when pace.paused_until > ${now} then pace.pauses else pace.pauses + 1 end,
          paused_until = case when pace.paused_until > ${now} then pace.paused_until
            else ${now}::timestamptz + make_interval(secs => least(${firstMs / 1000}::float8 * power(2, least(pace.pauses, 20)), ${longestMs / 1000}::float8))
            end
        returning paused_until`.execute(db);
      return rows[0]?.paused_until ?? now;
    },

    accepted: async (domain) => {
      await db
        .updateTable('sending_pace')
        .set({ pauses: 0 })
        .where('scope', 'in', scopesOf(domain))
        .where('pauses', '>', 0)
        .execute();
    },
  };
}

function nameOf(cipher: MailCipher, scope: PauseScope): string {
  return scope === ACCOUNT ? ACCOUNT : domainScope(cipher, scope.domain);
}

function domainScope(cipher: MailCipher, domain: string): string {
  return cipher.pseudonym(`domain ${domain.toLowerCase()}`);
}
