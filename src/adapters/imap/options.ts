import type { LoginTokens } from '../../pipeline/access-token-port.ts';
import type { Pauses } from './pace.ts';

/** How to reach one mailbox and how hard to work on it; every number is validated by the configuration. */
export interface ImapOptions {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte. False: STARTTLS, required unless the host is on this machine or its own network. */
  readonly tls: boolean;
  readonly login: ImapLogin;
  readonly folder: string;
  /** Time between two sweeps; IDLE only makes it faster, since it can die silently. */
  readonly sweepMs: number;
  /** No mail is fetched while this many consultations wait for a worker. */
  readonly backlogLimit: number;
  /** Of a larger mail only the headers are fetched. */
  readonly mailBytes: number;
  /** First and longest pause before a new connection, or before another try with a mail that failed. */
  readonly retryMs: Pauses;
  /** A silent connection is given up after this time. */
  readonly silenceMs: number;
}

export type ImapLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** XOAUTH2, or OAUTHBEARER (RFC 7628) where the server offers it. */
  | { readonly kind: 'oauth2'; readonly user: string; readonly tokens: LoginTokens };

export const IMAP_DEFAULTS = {
  retryMs: { first: 1_000, longest: 120_000 },
  silenceMs: 60_000,
} as const;

/** The mailbox's name in our tables: the same account and folder, however it is reached. */
export function mailboxName(options: Pick<ImapOptions, 'host' | 'login' | 'folder'>): string {
  return `${options.login.user}@${options.host}/${options.folder}`;
}
