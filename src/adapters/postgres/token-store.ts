import { sql } from 'kysely';
import type { KeptTokens, TokenStore } from '../../pipeline/access-token-port.ts';
import type { Database } from './database.ts';
import type { MailCipher } from './encryption.ts';
import type { StoreContext } from './store-context.ts';

/**
 * See TokenStore. The turn is a lock of the session, not of a transaction, since asking the endpoint is a network call;
 * it ends with the connection, so a process that dies keeps nobody waiting.
 */
export function createTokenStore({ db, cipher, clock }: StoreContext): TokenStore {
  return {
    renew: async (account, renew) => {
      const hmac = cipher.pseudonym(account);
      return db.connection().execute(async (session) => {
        await sql`select pg_advisory_lock(hashtextextended(${hmac}, 0))`.execute(session);
        try {
          const kept = await read(session, cipher, hmac);
          const renewed = await renew(kept);
          if (renewed !== kept) await write(session, cipher, hmac, renewed, clock.now());
          return renewed;
        } finally {
          await sql`select pg_advisory_unlock(hashtextextended(${hmac}, 0))`.execute(session);
        }
      });
    },
  };
}

/** Nothing is kept when it was encrypted with another key: the configured refresh token begins anew. */
async function read(db: Database, cipher: MailCipher, hmac: string): Promise<KeptTokens | undefined> {
  const row = await db
    .selectFrom('oauth2_token')
    .select(['ciphertext', 'key_id'])
    .where('account_hmac', '=', hmac)
    .where('key_id', '=', cipher.keyId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const plain = cipher.open({ ciphertext: row.ciphertext, keyId: row.key_id }, boundTo(hmac));
  const { renewAt, ...tokens }: Omit<KeptTokens, 'renewAt'> & { readonly renewAt: string } = JSON.parse(
    Buffer.from(plain).toString(),
  );
  return { ...tokens, renewAt: new Date(renewAt) };
}

async function write(db: Database, cipher: MailCipher, hmac: string, tokens: KeptTokens, now: Date): Promise<void> {
  const sealed = {
    ciphertext: cipher.seal(Buffer.from(JSON.stringify(tokens)), boundTo(hmac)),
    key_id: cipher.keyId,
    updated_at: now,
  };
  await db
    .insertInto('oauth2_token')
    .values({ account_hmac: hmac, ...sealed })
    .onConflict((conflict) => conflict.column('account_hmac').doUpdateSet(sealed))
    .execute();
}

function boundTo(hmac: string): string {
  return `oauth2 ${hmac}`;
}
