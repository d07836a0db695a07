import { SMTPServer, type SMTPServerAuthentication, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedToken } from '../../src/adapters/oauth2/login-tokens.ts';
import type { SmtpLogin } from '../../src/adapters/smtp/options.ts';
import { createPostman } from '../../src/adapters/smtp/postman.ts';
import { listenOnLoopback } from '../support/loopback.ts';

const MAIL = {
  messageId: '<1@clinic.example>',
  envelopeFrom: 'consult@clinic.example',
  to: 'coder@billing.example',
  mime: Buffer.from('Subject: a case\r\n\r\nText.\r\n'),
};
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A submission server that knows one password and one token, and what it saw of each session. */
async function startSubmission(options: SMTPServerOptions = {}) {
  const seen: { secure: boolean; method: string }[] = [];
  const knows = ({ method, username, password, accessToken }: SMTPServerAuthentication) =>
    username === 'consult' && (method === 'XOAUTH2' ? accessToken === 'token-2' : password === 'right');
  const server = new SMTPServer({
    disableReverseLookup: true,
    closeTimeout: 100,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    onAuth(auth, session, callback) {
      seen.push({ secure: session.secure, method: auth.method });
      callback(null, knows(auth) ? { user: 'consult' } : { data: { status: '401' } });
    },
    onData(stream, _session, callback) {
      stream.resume().once('end', () => callback(null));
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await listenOnLoopback(server.server);
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port, seen };
}

function send(port: number, login: SmtpLogin | undefined, tls = false) {
  const postman = createPostman({ host: '127.0.0.1', port, tls, login });
  stops.unshift(() => postman.close());
  return postman.send(MAIL, async () => undefined);
}

const password = (text: string): SmtpLogin => ({ kind: 'password', user: 'consult', password: text });

describe('logging in to the submission server', () => {
  it('upgrades to TLS by STARTTLS before the password leaves', async () => {
    const { port, seen } = await startSubmission();
    expect(await send(port, password('right'))).toMatchObject({ outcome: 'sent' });
    expect(seen).toEqual([{ secure: true, method: 'PLAIN' }]);
  });

  it('asks for an access token at each connection', async () => {
    const { port, seen } = await startSubmission();
    let asked = 0;
    const tokens = {
      ...fixedToken('token-2'),
      next: async () => {
        asked += 1;
        return 'token-2';
      },
    };
    const login: SmtpLogin = { kind: 'oauth2', user: 'consult', tokens };
    expect(await send(port, login)).toMatchObject({ outcome: 'sent' });
    expect(await send(port, login)).toMatchObject({ outcome: 'sent' });
    expect(asked).toBe(2);
    expect(seen.at(-1)).toEqual({ secure: true, method: 'XOAUTH2' });
  });

  it('replaces an access token that the server does not want, and sends by the new one', async () => {
    const { port } = await startSubmission();
    let valid = 'token-1';
    const told: string[] = [];
    const tokens = {
      next: async () => valid,
      refused: (token: string) => {
        told.push(`refused ${token}`);
        valid = 'token-2';
      },
      accepted: () => void told.push('accepted'),
    };
    expect(await send(port, { kind: 'oauth2', user: 'consult', tokens })).toMatchObject({ outcome: 'sent' });
    expect(told).toEqual(['refused token-1', 'accepted']);
  });

  it('treats a wrong password as a fault of the session, not of the mail', async () => {
    const { port } = await startSubmission();
    expect(await send(port, password('wrong'))).toMatchObject({ outcome: 'retry', replyCode: 535 });
  });

  it('treats a missing login as a fault of the session, not of the mail', async () => {
    const { port } = await startSubmission();
    expect(await send(port, undefined)).toMatchObject({ outcome: 'retry', replyCode: 530 });
  });

  it('does not speak over TLS to a certificate nobody vouches for', async () => {
    const { port, seen } = await startSubmission({ secure: true });
    expect(await send(port, password('right'), true)).toMatchObject({ outcome: 'retry', replyCode: undefined });
    expect(seen).toEqual([]);
  });
});
