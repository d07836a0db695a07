import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../src/adapters/oauth2/access-tokens.ts';
import { createLoginTokens } from '../../src/adapters/oauth2/login-tokens.ts';
import type { OAuth2Options } from '../../src/adapters/oauth2/options.ts';
import { freePort } from '../support/loopback.ts';
import { recordingLog } from '../support/recording-log.ts';
import { STORE_KINDS, type StoreRoom, testClock } from '../support/stores.ts';
import { CLIENT, REFRESH_TOKEN, startTokenServer, type TokenServer } from '../support/token-server.ts';

const MINUTE_MS = 60_000;
const PAUSES = { first: MINUTE_MS, longest: 4 * MINUTE_MS };

describe.each(STORE_KINDS)('access tokens kept in $name', ({ open }) => {
  let server: TokenServer;
  let room: StoreRoom;
  let clock: ReturnType<typeof testClock>;
  let log: ReturnType<typeof recordingLog>;

  beforeEach(async () => {
    server = await startTokenServer();
    clock = testClock();
    log = recordingLog();
    room = await open(clock);
  });
  afterEach(async () => {
    await server.stop();
    await room.close();
  });

  const options = (change: Partial<OAuth2Options> = {}): OAuth2Options => ({
    tokenUrl: server.url,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    grant: { kind: 'refresh-token', refreshToken: REFRESH_TOKEN },
    scope: 'mail',
    refusedPauseMs: PAUSES,
    ...change,
  });
  /** As another process has it: the same store, nothing in memory. */
  const process = (change: Partial<OAuth2Options> = {}) =>
    createAccessTokens(options(change), { store: room.stores.tokens, clock, log });
  const faultCode = (asking: Promise<string>) => asking.then(String, (fault: { code?: string }) => fault.code);

  it('asks by refresh token, as RFC 6749 section 6 says', async () => {
    expect(server.isGood(await process().current())).toBe(true);
    expect(Object.fromEntries(server.asked[0] ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: REFRESH_TOKEN,
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      scope: 'mail',
    });
  });

  it('asks for the client itself, as RFC 6749 section 4.4 says', async () => {
    expect(server.isGood(await process({ grant: { kind: 'client-credentials' } }).current())).toBe(true);
    expect(server.asked[0]?.get('grant_type')).toBe('client_credentials');
    expect(server.asked[0]?.has('refresh_token')).toBe(false);
  });

  it('renews once for all who ask at the same time, in every process', async () => {
    const processes = [process(), process(), process()];
    const given = await Promise.all(processes.flatMap((one) => [one.current(), one.current(), one.current()]));
    expect(new Set(given).size).toBe(1);
    expect(server.asked).toHaveLength(1);
    expect(server.mostAtOnce()).toBe(1);
  });

  it('renews before the token expires, and not before that', async () => {
    const tokens = process();
    const first = await tokens.current();
    clock.pass(54 * MINUTE_MS);
    expect(await tokens.current()).toBe(first);
    clock.pass(2 * MINUTE_MS);
    expect(await tokens.current()).not.toBe(first);
    expect(server.asked).toHaveLength(2);
  });

  it('replaces a refused token once for all processes that were refused', async () => {
    const processes = [process(), process()];
    const refused = await Promise.all(processes.map((one) => one.current()));
    const fresh = await Promise.all(processes.map((one, at) => one.current(refused[at])));
    expect(fresh[0]).not.toBe(refused[0]);
    expect(fresh[1]).toBe(fresh[0]);
    expect(server.asked).toHaveLength(2);
  });

  it('goes on with the refresh token that the endpoint gave instead of the old one, in a new process too', async () => {
    server.rotate();
    const first = await process().current();
    const second = await process().current(first);
    const third = await process().current(second);
    expect(server.isGood(third)).toBe(true);
    expect(server.asked.map((form) => form.get('refresh_token'))).toEqual([
      REFRESH_TOKEN,
      'planted-refresh-1',
      'planted-refresh-2',
    ]);
  });

  it('forgets the kept tokens when another refresh token is configured', async () => {
    server.rotate();
    await process().current();
    const grant = { kind: 'refresh-token', refreshToken: server.refreshToken() } as const;
    await process({ grant }).current();
    expect(server.asked[1]?.get('refresh_token')).toBe('planted-refresh-1');
  });

  it('tells a withdrawn consent once in plain words, and asks again ever more rarely', async () => {
    const tokens = process();
    server.withdraw();
    for (let minute = 0; minute < 10; minute += 1) {
      expect(await faultCode(tokens.current())).toBe('invalid_grant');
      clock.pass(MINUTE_MS);
    }
    // After 0, 1 and 3 minutes, then every four.
    expect(server.asked).toHaveLength(4);
    expect(log.lines).toEqual([
      {
        level: 'error',
        event: 'OAuth2: the consent has ended: sign in again and set the new OAUTH2_REFRESH_TOKEN',
        fields: { fault: 'invalid_grant' },
      },
    ]);
  });

  it('has a wrong client told as one', async () => {
    const fault = await process({ clientSecret: 'wrong' }).current().catch(String);
    expect(fault).toMatch(/OAUTH2_CLIENT_SECRET/);
  });

  it.each([
    ['is out of order', { status: 503, body: 'planted' }, 'http-503'],
    ['asks for patience', { status: 429, body: { error: 'slow_down' } }, 'slow_down'],
    ['answers nonsense', { status: 200, body: ['planted'] }, 'not-a-token'],
    ['gives a token that would break a line', { status: 200, body: { access_token: 'a\r\nb' } }, 'not-a-token'],
    ['sends us elsewhere with the secrets', { status: 307, body: {} }, 'http-307'],
  ])('asks again at the next need when the endpoint %s', async (_name, trouble, code) => {
    server.script(trouble);
    const tokens = process();
    expect(await faultCode(tokens.current())).toBe(code);
    expect(server.isGood(await tokens.current())).toBe(true);
  });

  it('tells an endpoint that is not there by the fault of the line', async () => {
    const nowhere = process({ tokenUrl: `http://127.0.0.1:${await freePort()}/token` });
    expect(await faultCode(nowhere.current())).toBe('ECONNREFUSED');
  });

  it('lets no secret and no text of the endpoint into log lines and faults', async () => {
    const tokens = process();
    const first = await tokens.current();
    server.withdraw();
    const fault = await tokens.current(first).then(
      () => undefined,
      (thrown: Error) => `${thrown.message} ${JSON.stringify(thrown)}`,
    );
    expect(fault).toBeDefined();
    expect(`${fault} ${JSON.stringify(log.lines)}`).not.toContain('planted');
  });

  it('replaces what a server refuses at once, then only after growing pauses, until the server lets us work', async () => {
    const login = createLoginTokens(process(), clock, PAUSES);
    const refuseNext = async () => {
      const token = await login.next();
      login.refused(token);
      return token;
    };
    const first = await refuseNext();
    const second = await refuseNext();
    expect(second).not.toBe(first);
    expect(await refuseNext(), 'no third one at once').toBe(second);
    clock.pass(MINUTE_MS);
    const third = await refuseNext();
    expect(third).not.toBe(second);
    clock.pass(MINUTE_MS);
    expect(await login.next()).toBe(third);
    clock.pass(MINUTE_MS);
    expect(await login.next()).not.toBe(third);
    login.accepted();
    const good = await refuseNext();
    expect(await login.next()).not.toBe(good);
  });
});
