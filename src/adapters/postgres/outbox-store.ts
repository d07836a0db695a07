import type { Claim, OutboxStore, OutgoingMail } from '../../pipeline/ports.ts';
import { requireLease } from './claims.ts';
import type { Database } from './database.ts';
import { expiryOf, type StoreContext } from './store-context.ts';

export function createOutboxStore(context: StoreContext): OutboxStore {
  const { db, cipher, clock } = context;
  const underLease = <T>(claim: Claim, work: (trx: Database) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await requireLease(trx, claim);
      return work(trx);
    });

  return {
    put: (claim, mail) =>
      underLease(claim, async (trx) => {
        await trx
          .insertInto('outbox')
          .values({
            consultation_id: claim.id,
            phase: 'new',
            ciphertext: cipher.seal(pack(mail), boundTo(claim)),
            key_id: cipher.keyId,
            expires_at: expiryOf(context),
            updated_at: clock.now(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const row = await trx
          .selectFrom('outbox')
          .select(['phase', 'ciphertext', 'key_id'])
          .where('consultation_id', '=', claim.id)
          .executeTakeFirstOrThrow();
        if (row.ciphertext === null) throw new Error('The reply was purged by retention');
        const stored = cipher.open({ ciphertext: row.ciphertext, keyId: row.key_id }, boundTo(claim));
        return { mail: unpack(stored), phase: row.phase };
      }),

    enterData: (claim) =>
      underLease(claim, async (trx) => {
        const entered = await trx
          .updateTable('outbox')
          .set({ phase: 'data', updated_at: clock.now() })
          .where('consultation_id', '=', claim.id)
          .where('phase', '=', 'new')
          .executeTakeFirst();
        if (entered.numUpdatedRows === 0n) throw new Error('The reply is not new: it may have been sent');
      }),

    settle: (claim, phase, replyCode) =>
      underLease(claim, async (trx) => {
        const settled = await trx
          .updateTable('outbox')
          .set({ phase, reply_code: replyCode ?? null, updated_at: clock.now() })
          .where('consultation_id', '=', claim.id)
          .where('phase', 'in', ['new', 'data', phase])
          .executeTakeFirst();
        if (settled.numUpdatedRows === 0n) throw new Error('The reply was settled otherwise');
      }),
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
