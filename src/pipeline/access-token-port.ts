/** What logging in by OAuth2 needs of the outside (RFC 6749; XOAUTH2 and RFC 7628 at the mail servers). */

/** The tokens of one account as they are kept, encrypted, between uses and between processes. */
export interface KeptTokens {
  readonly accessToken: string;
  /** From this moment a new access token is asked for: well before the old one expires. */
  readonly renewAt: Date;
  /** The newest refresh token, where the endpoint has replaced the configured one (RFC 6749, section 6). */
  readonly refreshToken: string | undefined;
}

export interface TokenStore {
  /**
   * Runs `renew` with what is kept for the account; no other process does so at that time. What it returns is kept.
   * Throws what `renew` throws, and then keeps what was there.
   */
  renew(account: string, renew: (kept: KeptTokens | undefined) => Promise<KeptTokens>): Promise<KeptTokens>;
}

/** Access tokens of one account, shared by everything in this process that logs in with it. */
export interface AccessTokens {
  /** A token that is good now, and not the one that a server has refused. Throws when the endpoint gives none. */
  current(refused?: string): Promise<string>;
}

/** The tokens that one server is shown, and what it made of them. */
export interface LoginTokens {
  /** Asked at every connection: a token of an hour ago is worth nothing. */
  next(): Promise<string>;
  /** The server did not want this token: the next one is another, at once the first time and ever more rarely after. */
  refused(token: string): void;
  /** The server let us work: what it refused before is forgotten. */
  accepted(): void;
}
