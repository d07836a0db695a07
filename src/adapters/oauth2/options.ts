/** How to get access tokens for one account. */
export interface OAuth2Options {
  /** https, or http on this machine. */
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a public client, which has none (RFC 6749, section 2.1). */
  readonly clientSecret: string;
  readonly grant: OAuth2Grant;
  /** Space-separated; empty leaves it to the endpoint. */
  readonly scope: string;
  /** First and longest pause, in milliseconds, before an endpoint that has refused us is asked again. */
  readonly refusedPauseMs: { readonly first: number; readonly longest: number };
}

export type OAuth2Grant =
  /** On behalf of a person who has consented (RFC 6749, section 6). */
  | { readonly kind: 'refresh-token'; readonly refreshToken: string }
  /** On behalf of the application itself (RFC 6749, section 4.4). */
  | { readonly kind: 'client-credentials' };

export const OAUTH2_DEFAULTS = { refusedPauseMs: { first: 60_000, longest: 1_800_000 } } as const;
