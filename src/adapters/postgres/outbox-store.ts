import { sql, type UpdateObject } from 'kysely';
import type { Claim } from '../../pipeline/ports.ts';
import type { OutboxPhase, OutboxStore, OutgoingMail } from '../../pipeline/sending-port.ts';
import { LeaseLost, leasedBy, requireLease } from './claims.ts';
import type { DatabaseSchema } from './database.ts';
import { expiryOf, type StoreContext } from './store-context.ts';

/** See OutboxStore. Each call is one statement that holds the lease while it changes the row. */
export function createOutboxStore(context: StoreContext): OutboxStore {
  const { db, cipher, clock } = context;

  const change = async (
    claim: Claim,
    from: readonly OutboxPhase[],
    to: UpdateObject<DatabaseSchema, 'outbox'>,
    refusal: string,
  ): Promise<void> => {
    const changed = await db
      .with('leased', (query) => leasedBy(query, claim))
      .updateTable('outbox')
      .from('leased')
      .set({ ...to, updated_at: clock.now() })
      .whereRef('consultation_id', '=', 'leased.id')
      .where('phase', 'in', from)
      .executeTakeFirst();
    if (changed.numUpdatedRows > 0n) return;
    await requireLease(db, claim);
    throw new Error(refusal);
  };

  return {
    put: async (claim, mail) => {
      const now = clock.now();
      const sealed = cipher.seal(pack(mail), boundTo(claim));
      const row = await db
        .with('leased', (query) => leasedBy(query, claim))
        .insertInto('outbox')
        .columns(['consultation_id', 'phase', 'ciphertext', 'key_id', 'expires_at', 'updated_at'])
        .expression((query) =>
          query
            .selectFrom('leased')
            .select(({ val }) => [
              'leased.id',
              val('new').as('phase'),
              val(sealed).as('ciphertext'),
              val(cipher.keyId).as('key_id'),
              val(expiryOf(context)).as('expires_at'),
              val(now).as('updated_at'),
            ]),
        )
        // Not `doNothing`: an update also returns the row that was there before.
        .onConflict((conflict) => conflict.column('consultation_id').doUpdateSet({ updated_at: now }))
        .returning(['phase', 'ciphertext', 'key_id', 'tries', 'first_tried_at'])
        .executeTakeFirst();
      if (row === undefined) throw new LeaseLost();
      if (row.ciphertext === null) throw new Error('The reply was purged by retention');
      const stored = cipher.open({ ciphertext: row.ciphertext, keyId: row.key_id }, boundTo(claim));
      return {
        mail: unpack(stored),
        phase: row.phase,
        tries: row.tries,
        firstTriedAt: row.first_tried_at ?? undefined,
      };
    },

    enterData: (claim) => change(claim, ['new'], { phase: 'data' }, 'The reply is not new: it may have been sent'),

    settle: (claim, phase, replyCode, left) =>
      change(
        claim,
        ['new', 'data', phase],
        {
          phase,
          reply_code: replyCode ?? null,
          ...(left === undefined ? {} : { ciphertext: cipher.seal(pack(left), boundTo(claim)), key_id: cipher.keyId }),
          ...(phase === 'new'
            ? { tries: sql`tries + 1`, first_tried_at: sql`coalesce(first_tried_at, ${clock.now()})`, turn_at: null }
            : { tries: 0, first_tried_at: null }),
        },
        'The reply was settled otherwise',
      ),

    beginAgain: (claim) =>
      change(claim, ['new'], { tries: 0, first_tried_at: null }, 'The reply is not new: it may have been sent'),
  };
}

function boundTo(claim: Claim): string {
  return `outbox ${claim.id}`;
}

function pack(mail: OutgoingMail): Uint8Array {
  return Buffer.from(JSON.stringify({ ...mail, mime: Buffer.from(mail.mime).toString('base64') }));
}

function unpack(packed: Uint8Array): OutgoingMail {
  const stored: Omit<OutgoingMail, 'mime'> & { readonly mime: string } = JSON.parse(Buffer.from(packed).toString());
  return { ...stored, mime: Buffer.from(stored.mime, 'base64') };
}
