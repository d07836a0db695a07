import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../src/adapters/oauth2/access-tokens.ts';
import { createLoginTokens } from '../../src/adapters/oauth2/login-tokens.ts';
import { OAUTH2_DEFAULTS } from '../../src/adapters/oauth2/options.ts';
import { createPostman, type SmtpPostman } from '../../src/adapters/smtp/postman.ts';
import { SYSTEM_CLOCK } from '../../src/app/clock.ts';
import { createMemoryTokens } from '../support/memory/stores.ts';
import { type ProviderSmtp, startProviderSmtp } from '../support/provider-smtp.ts';
import { recordingLog } from '../support/recording-log.ts';
import { CLIENT, REFRESH_TOKEN, startTokenServer, type TokenServer } from '../support/token-server.ts';

const MAIL = {
  messageId: '<cc.CC-7F3K2.1@clinic.example>',
  envelopeFrom: 'consult@clinic.example',
  to: 'coder@billing.example',
  mime: Buffer.from('Subject: a case\r\n\r\nText.\r\n'),
};

describe('sending by OAuth2 through a server like Gmail or Microsoft 365', () => {
  let tokens: TokenServer;
  let server: ProviderSmtp;
  let postman: SmtpPostman;

  beforeEach(async () => {
    tokens = await startTokenServer();
    server = await startProviderSmtp(tokens.isGood);
    const options = {
      ...OAUTH2_DEFAULTS,
      ...{ tokenUrl: tokens.url, clientId: CLIENT.id, clientSecret: CLIENT.secret, scope: '' },
      grant: { kind: 'refresh-token', refreshToken: REFRESH_TOKEN },
    } as const;
    const ports = { store: createMemoryTokens(), clock: SYSTEM_CLOCK, log: recordingLog() };
    const login = createLoginTokens(createAccessTokens(options, ports), SYSTEM_CLOCK, options.refusedPauseMs);
    postman = createPostman({
      ...{ host: '127.0.0.1', port: server.port, tls: false, keepOpen: 0 },
      login: { kind: 'oauth2', user: 'consult', tokens: login },
    });
  });
  afterEach(async () => {
    await postman.close();
    await server.stop();
    await tokens.stop();
  });

  const send = () => postman.send(MAIL, async () => undefined);

  it('sends many at once by one token', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, send));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'sent'));
    expect(server.mails).toHaveLength(6);
    expect(tokens.asked).toHaveLength(1);
  });

  it('replaces a token that has ended, once for all who meet it, and sends', async () => {
    await send();
    tokens.endTokens();
    const outcomes = await Promise.all(Array.from({ length: 4 }, send));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => 'sent'));
    expect(tokens.asked).toHaveLength(2);
    expect(tokens.mostAtOnce()).toBe(1);
  });

  it('gives the envelope an id by which a bounce names the reply', async () => {
    await send();
    expect(server.envelopeIds).toEqual(['cc.CC-7F3K2.1@clinic.example']);
  });

  it.each([
    ['login', 454, '4.7.0 Too many login attempts, please try again later.', 'account', 'busy'],
    ['login', 421, '4.7.0 Temporary System Problem. Try again later.', 'account', 'busy'],
    ['sender', 421, '4.7.0 Try again later, closing connection.', 'account', 'busy'],
    ['sender', 432, '4.3.2 Concurrent connections limit exceeded.', 'account', 'busy'],
    ['recipient', 451, '4.7.500 Server busy. Please try again later.', 'account', 'busy'],
    ['recipient', 550, '5.4.5 Daily user sending limit exceeded.', 'account', 'daily-limit'],
    ['data', 550, '5.4.5 Daily SMTP relay limit exceeded for customer.', 'account', 'daily-limit'],
    ['data', 554, '5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'account', 'daily-limit'],
    ['recipient', 450, '4.7.28 Unusual rate of unsolicited mail to this domain.', 'domain', 'busy'],
  ] as const)('holds the mail back at the %s after %i %s', async (at, code, says, scope, kind) => {
    server.script({ at, code, says });
    expect(await send()).toMatchObject({ outcome: 'retry', replyCode: code, pause: { scope, kind } });
    expect(await send()).toMatchObject({ outcome: 'sent' });
    expect(server.mails).toHaveLength(1);
    expect(tokens.asked).toHaveLength(1);
  });

  it('takes 535 for a refused token once, then for trouble with the account', async () => {
    server.script(
      ...[1, 2, 3].map(() => ({ at: 'login', code: 535, says: '5.7.3 Authentication unsuccessful' }) as const),
    );
    const pause = { scope: 'account', kind: 'busy' };
    expect(await send()).toMatchObject({ outcome: 'retry', replyCode: 535, pause });
    expect(await send()).toMatchObject({ outcome: 'retry', replyCode: 535, pause });
    expect(await send()).toMatchObject({ outcome: 'sent' });
    expect(tokens.asked).toHaveLength(2);
  });

  it('waits for an endpoint that gives no token, as for a server that is away', async () => {
    tokens.withdraw();
    expect(await send()).toMatchObject({
      outcome: 'retry',
      replyCode: undefined,
      why: 'no session with the mail server (invalid_grant)',
    });
  });
});
