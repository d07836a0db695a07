import type { ImapOptions } from '../../src/adapters/imap/options.ts';

/** So long that a sweep cannot be the reason for what a test sees. */
export const NEVER_MS = 3_600_000;

/** Options for a mail server of the tests: quick to try again, no sweep. */
export function imapOptions(
  server: { readonly user: string; readonly password: string },
  port: number,
  changes: Partial<ImapOptions> = {},
): ImapOptions {
  return {
    host: '127.0.0.1',
    port,
    tls: false,
    login: { kind: 'password', user: server.user, password: server.password },
    folder: 'INBOX',
    sweepMs: NEVER_MS,
    backlogLimit: 100,
    mailBytes: 1_000_000,
    retryMs: { first: 20, longest: 200 },
    silenceMs: 10_000,
    ...changes,
  };
}
