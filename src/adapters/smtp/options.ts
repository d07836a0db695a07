import type { LoginTokens } from '../../pipeline/access-token-port.ts';

/** How to hand mails to the submission server. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** True: TLS from the first byte. False: STARTTLS, required unless the host is on this machine or its own network. */
  readonly tls: boolean;
  readonly login: SmtpLogin | undefined;
  readonly timeouts?: SmtpTimeouts;
  /** Connections kept open between mails, at most; each carries one mail at a time. */
  readonly keepOpen?: number;
}

export type SmtpLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  /** XOAUTH2. */
  | { readonly kind: 'oauth2'; readonly user: string; readonly tokens: LoginTokens };

export interface SmtpTimeouts {
  readonly connectMs: number;
  /** Waiting for any one reply: a server may take ten minutes over the final dot (RFC 5321, section 4.5.3.2.6). */
  readonly replyMs: number;
  /** An unused connection is closed after this time. */
  readonly idleMs: number;
}

export const SMTP_DEFAULTS = {
  timeouts: { connectMs: 30_000, replyMs: 600_000, idleMs: 15_000 },
  keepOpen: 3,
} as const;
