import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { type ImapFront, startImapFront } from '../support/imap-front.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { type ProviderSmtp, startProviderSmtp } from '../support/provider-smtp.ts';
import { startService, type TestService } from '../support/service.ts';
import { CLIENT, REFRESH_TOKEN, startTokenServer, type TokenServer } from '../support/token-server.ts';
import { waitUntil } from '../support/wait-until.ts';

/**
 * The whole service on servers that behave like Gmail and Microsoft 365: a real Dovecot that takes access tokens only
 * while they are good, behind a front that closes lines and throttles, and a submission server with the limits of both.
 * Ten minutes are a second and a half, an hour's token lives eight seconds, each refresh token is good for one use.
 */
describe('a provider that ends tokens, closes lines and throttles', () => {
  let tokens: TokenServer;
  let dovecot: Dovecot;
  let front: ImapFront;
  let smtp: ProviderSmtp;
  let service: TestService;

  beforeAll(async () => {
    tokens = await startTokenServer({ lifetimeS: 8, takesMs: 200 });
    tokens.rotate();
    dovecot = await startDovecot({ introspectionUrl: tokens.introspectionUrl });
    front = await startImapFront(dovecot.imapPort);
    front.closeAfter(1_500);
    smtp = await startProviderSmtp(tokens.isGood);
    service = await startService({
      env: {
        IMAP_URL: `imap://consult@127.0.0.1:${front.port}/INBOX`,
        SMTP_URL: `smtp://consult@127.0.0.1:${smtp.port}`,
        IMAP_PASSWORD: '',
        OAUTH2_TOKEN_URL: tokens.url,
        OAUTH2_CLIENT_ID: CLIENT.id,
        OAUTH2_CLIENT_SECRET: CLIENT.secret,
        OAUTH2_REFRESH_TOKEN: REFRESH_TOKEN,
        SEND_RETRY_SECONDS: '1',
        SEND_PER_MINUTE: '120',
      },
    });
  });
  afterAll(async () => {
    await service?.stop();
    await smtp?.stop();
    await front?.stop();
    await dovecot?.stop();
    await tokens?.stop();
  });

  it('receives every mail once, answers it once, and renews one token at a time', async () => {
    smtp.script(
      { at: 'login', code: 454, says: '4.7.0 Too many login attempts, please try again later.' },
      { at: 'sender', code: 421, says: '4.7.0 Try again later, closing connection.' },
      { at: 'recipient', code: 451, says: '4.7.500 Server busy. Please try again later.' },
      { at: 'login', code: 535, says: '5.7.3 Authentication unsuccessful' },
      { at: 'sender', code: 432, says: '4.3.2 Concurrent connections limit exceeded' },
      { at: 'recipient', code: 450, says: '4.7.1 Greylisted, please come back' },
      { at: 'data', code: 550, says: '5.4.5 Daily user sending limit exceeded.' },
    );
    const troubles = [
      { on: /^UID SEARCH/, says: 'NO [THROTTLED] Account exceeded command or bandwidth limits.' },
      { on: /^NAMESPACE/, says: 'BAD User is authenticated but not connected.' },
      { on: /^SELECT/, says: 'NO [UNAVAILABLE] Server error' },
      { on: /^IDLE/, says: '* BYE Connection closed' },
      { on: /^UID MOVE/, says: 'NO [OVERQUOTA] Not enough disk quota' },
    ];
    const ids: string[] = [];
    for (const trouble of [...troubles, ...troubles]) {
      const id = `provider-${ids.length}`;
      ids.push(id);
      front.script(trouble);
      if (ids.length % 3 === 0) tokens.endTokens();
      await dovecot.deliver(caseMail({ id }));
      await waitUntil(`mail ${id}`, async () => (await service.consultations()).length >= ids.length, 120_000);
    }
    const all = await service.settled(ids.length, 180_000);
    expect(all.map(({ status }) => status)).toEqual(ids.map(() => 'answered'));
    expect(smtp.mails.map((source) => inReplyTo(Buffer.from(source)) ?? '').sort()).toEqual([...ids].sort());
    expect(smtp.pending()).toBe(0);
    expect(tokens.mostAtOnce()).toBe(1);
    // A refresh token used twice, by two processes or after its replacement, would have ended the consent.
    expect(service.output()).not.toContain('OAuth2: the consent has ended');
    expect(service.output()).not.toContain('planted');
    expect(front.opened()).toBeGreaterThan(ids.length);
    await waitUntil('an empty inbox', async () => (await dovecot.listFolder('INBOX')).length === 0, 60_000);
    expect(await dovecot.listFolder('Processed')).toHaveLength(ids.length);
  });
});
