import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailExaminations } from '../../src/app/cli/examine-mail.ts';
import { configFromEnv } from '../../src/app/config/env.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type ProviderSmtp, startProviderSmtp } from '../support/provider-smtp.ts';
import { CLIENT, REFRESH_TOKEN, startTokenServer, type TokenServer } from '../support/token-server.ts';

let tokens: TokenServer;
let dovecot: Dovecot;
let smtp: ProviderSmtp;
let database: TestDatabase;

beforeAll(async () => {
  tokens = await startTokenServer();
  tokens.rotate();
  dovecot = await startDovecot({ introspectionUrl: tokens.introspectionUrl });
  smtp = await startProviderSmtp(tokens.isGood);
  database = await testDatabase();
});
afterAll(async () => {
  await database?.drop();
  await smtp?.stop();
  await dovecot?.stop();
  await tokens?.stop();
});

/** What the doctor says of each part of the mail. */
async function examined(change: NodeJS.ProcessEnv = {}): Promise<Readonly<Record<string, string>>> {
  const config = configFromEnv({
    DATABASE_URL: database.url,
    DATA_KEY,
    IMAP_URL: `imap://consult@127.0.0.1:${dovecot.imapPort}/INBOX`,
    SMTP_URL: `smtp://consult@127.0.0.1:${smtp.port}`,
    CONSULT_ADDRESS: 'consult@clinic.example',
    ALLOWED_DOMAINS: 'clinic.example',
    OAUTH2_TOKEN_URL: tokens.url,
    OAUTH2_CLIENT_ID: CLIENT.id,
    OAUTH2_CLIENT_SECRET: CLIENT.secret,
    OAUTH2_REFRESH_TOKEN: REFRESH_TOKEN,
    ...change,
  });
  const said: Record<string, string> = {};
  for (const { name, look } of mailExaminations(config)) {
    said[name] = await look().catch((fault: Error) => `FAULT ${fault.message}`);
  }
  return said;
}
const DATA_KEY = randomBytes(32).toString('base64');

describe('what the doctor says of the mail', () => {
  it('looks at the token endpoint, both servers and the identity, sharing the tokens of the service', async () => {
    expect(await examined()).toEqual({
      'OAuth2 for IMAP': 'the token endpoint gives access tokens',
      'OAuth2 for SMTP': 'the token endpoint gives access tokens',
      mailbox: 'open, IDLE, MOVE',
      SMTP: 'open, no TLS, logged in',
      'sender identity':
        'From and Message-ID of clinic.example; not signed here: the mail server signs, or nobody does',
    });
    // Each refresh token was good for one use: a second look works only with the one that is kept.
    expect((await examined())['OAuth2 for IMAP']).not.toContain('FAULT');
  });

  it('says that a signature of another domain is worth nothing', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const DKIM_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const said = await examined({ DKIM_DOMAIN: 'elsewhere.example', DKIM_SELECTOR: 'cc', DKIM_KEY });
    expect(said['sender identity']).toMatch(/^FAULT From and Message-ID of clinic\.example, but signed by elsewhere/);
  });

  it('tells a withdrawn consent in plain words, though the kept token is still good', async () => {
    tokens.withdraw();
    const said = await examined();
    expect(said['OAuth2 for IMAP']).toBe(
      'FAULT the consent has ended: sign in again and set the new OAUTH2_REFRESH_TOKEN (invalid_grant)',
    );
    expect(said['mailbox']).toBe('open, IDLE, MOVE');
    expect(JSON.stringify(said)).not.toContain('planted');
  });
});
