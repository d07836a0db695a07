import type { SenderStore } from '../../pipeline/ports.ts';
import type { MailCipher } from './encryption.ts';
import type { StoreContext } from './store-context.ts';

export function createSenderStore({ db, cipher, clock }: StoreContext): SenderStore {
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
  };
}

/** The same for one address however it is written; tells nothing without the key. */
export function senderPseudonym(cipher: MailCipher, address: string): string {
  return cipher.pseudonym(address.trim().toLowerCase());
}
