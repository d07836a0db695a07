import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccessTokens } from '../../src/adapters/oauth2/access-tokens.ts';
import { createLoginTokens } from '../../src/adapters/oauth2/login-tokens.ts';
import { OAUTH2_DEFAULTS } from '../../src/adapters/oauth2/options.ts';
import { SYSTEM_CLOCK } from '../../src/app/clock.ts';
import { startDovecot } from '../support/dovecot.ts';
import { startImapFront } from '../support/imap-front.ts';
import { createMemoryTokens } from '../support/memory/stores.ts';
import { CLIENT, REFRESH_TOKEN, startTokenServer, type TokenServer } from '../support/token-server.ts';
import { waitUntil } from '../support/wait-until.ts';
import { useMailboxBehind } from '../support/watched-mailbox.ts';

const mail = (name: string) =>
  `From: a@clinic.example\r\nMessage-ID: <${name}@clinic.example>\r\nSubject: ${name}\r\n\r\nNote ${name}.\r\n`;

describe('a mailbox as Gmail and Microsoft 365 keep one, logged in by OAuth2', () => {
  let tokens: TokenServer;
  beforeEach(async () => {
    tokens = await startTokenServer();
  });
  afterEach(() => tokens.stop());

  const room = useMailboxBehind(
    () => startDovecot({ introspectionUrl: tokens.introspectionUrl }),
    (dovecot) => startImapFront(dovecot.imapPort),
  );

  function begin(changes: Parameters<typeof room.begin>[0] = {}): void {
    const options = {
      ...OAUTH2_DEFAULTS,
      ...{ tokenUrl: tokens.url, clientId: CLIENT.id, clientSecret: CLIENT.secret, scope: '' },
      grant: { kind: 'refresh-token', refreshToken: REFRESH_TOKEN },
    } as const;
    const account = createAccessTokens(options, { store: createMemoryTokens(), clock: SYSTEM_CLOCK, log: room.log });
    const login = createLoginTokens(account, SYSTEM_CLOCK, options.refusedPauseMs);
    room.begin({ login: { kind: 'oauth2', user: 'consult', tokens: login }, ...changes });
  }
  const deliver = (name: string) => room.server.deliver(mail(name));
  const ends = () => room.log.lines.filter(({ event }) => event === 'the mailbox connection ended');
  async function receivesOnce(count: number): Promise<void> {
    await room.received(count);
    expect(room.store.mails).toHaveLength(count);
    expect(room.store.duplicates()).toBe(0);
  }

  test('goes on by a new token when the old one ends in the middle, asking for one only', async () => {
    begin();
    await room.opened();
    await deliver('before');
    await room.received(1);
    tokens.endTokens();
    room.line.script({ on: /^(?:NOOP|UID|DONE)/, says: '* BYE Session expired, please login again.' });
    await deliver('after');
    await receivesOnce(2);
    expect(tokens.asked).toHaveLength(2);
    expect(room.log.lines.map(({ fields }) => fields['fault'])).toContain('AUTHENTICATIONFAILED');
  });

  test('comes back after every closed connection without asking for a new token', async () => {
    room.line.closeAfter(400);
    begin();
    for (let at = 1; at <= 5; at += 1) {
      await deliver(`mail-${at}`);
      await room.received(at);
      await waitUntil('a closed connection', () => ends().length >= at);
    }
    await receivesOnce(5);
    expect(room.line.opened()).toBeGreaterThan(4);
    expect(tokens.asked).toHaveLength(1);
  });

  test('takes "authenticated but not connected" for a refusal: one new token, then growing pauses in spite of the logins', async () => {
    room.line.script({ on: /^NAMESPACE/, says: 'BAD User is authenticated but not connected.', times: 5 });
    await deliver('waiting');
    begin();
    await receivesOnce(1);
    expect(tokens.asked).toHaveLength(2);
    const pauses = ends().map(({ fields }) => Number(fields['waitMs']));
    expect(pauses).toHaveLength(5);
    // Doubling from 20 ms to 200 ms, each shortened by chance to no less than half.
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(100);
    expect(pauses[0]).toBeLessThanOrEqual(20);
  });

  test.each([
    ['SELECT', /^SELECT/, 'BAD User is authenticated but not connected.'],
    ['SEARCH', /^UID SEARCH/, 'NO [THROTTLED] Account exceeded command or bandwidth limits.'],
    ['SEARCH', /^UID SEARCH/, 'NO [UNAVAILABLE] Temporary authentication failure.'],
    ['FETCH', /^UID FETCH/, 'NO [UNAVAILABLE] Server error'],
    ['AUTHENTICATE', /^AUTHENTICATE/, 'NO [UNAVAILABLE] Temporary failure'],
    ['AUTHENTICATE', /^AUTHENTICATE/, 'NO [ALERT] Too many simultaneous connections. (Failure)'],
    ['LIST', /^LIST/, 'NO [SERVERBUG] Internal error'],
    ['IDLE', /^IDLE/, '* BYE Connection closed'],
  ])('survives %s (%s) answered by %s', async (_what, on, says) => {
    room.line.script({ on, says, times: 3 });
    await deliver('one');
    begin({ sweepMs: 100 });
    await room.received(1);
    await deliver('two');
    await receivesOnce(2);
    const isAboutUs = says.includes('not connected');
    expect(tokens.asked).toHaveLength(isAboutUs ? 2 : 1);
    expect(JSON.stringify(room.log.lines)).not.toContain('planted');
  });

  test('stays away as long as Microsoft 365 asks', async () => {
    const says = 'BAD Request is throttled. Suggested Backoff Time: 900 milliseconds';
    room.line.script({ on: /^SELECT/, says });
    begin({ silenceMs: 400 });
    await room.opened();
    // The client waits half its patience by itself, and we the rest.
    expect(Number(ends()[0]?.fields['waitMs'])).toBeGreaterThanOrEqual(700);
    expect(ends()[0]?.fields['fault']).toBe('ETHROTTLE');
  });

  test('finds by its sweep what an IDLE that fell silent does not tell', async () => {
    begin({ sweepMs: 300 });
    await room.opened();
    room.line.deafen(true);
    await deliver('untold');
    await receivesOnce(1);
    expect(room.line.opened()).toBe(1);
  });

  test('waits for a connection to become free, and asks for no token meanwhile', async () => {
    room.line.limit(0);
    begin();
    await waitUntil('refused logins', () => ends().length >= 3);
    expect(ends().map(({ fields }) => fields['fault'])).toContain('LIMIT');
    room.line.limit(10);
    await deliver('one');
    await receivesOnce(1);
    expect(tokens.asked).toHaveLength(1);
  });

  test('does not mind slow answers', async () => {
    room.line.slow(150);
    await deliver('one');
    begin();
    await receivesOnce(1);
    expect(ends()).toEqual([]);
  });

  test('tells a withdrawn consent in plain words and keeps every mail where it is', async () => {
    tokens.withdraw();
    await deliver('kept');
    begin();
    await waitUntil('three tries', () => ends().length >= 3);
    const told = room.log.lines.filter(({ level }) => level === 'error');
    expect(told.map(({ event }) => event)).toEqual([
      'OAuth2: the consent has ended: sign in again and set the new OAUTH2_REFRESH_TOKEN',
    ]);
    expect(tokens.asked).toHaveLength(1);
    expect(await room.server.listFolder('INBOX')).toHaveLength(1);
  });
});
