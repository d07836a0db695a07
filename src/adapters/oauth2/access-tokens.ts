import { createHash } from 'node:crypto';
import type { AccessTokens, KeptTokens, TokenStore } from '../../pipeline/access-token-port.ts';
import type { Clock, Log } from '../../pipeline/ports.ts';
import type { OAuth2Options } from './options.ts';
import { type GrantedTokens, OAuth2Fault, requestToken } from './request-token.ts';

export interface TokenPorts {
  readonly store: TokenStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** A token is renewed so long before it expires, or after four fifths of a short life. */
const SKEW_MS = 300_000;

/**
 * The access tokens of one account: one renewal at a time in this process and, by the store, in all others. An endpoint
 * that has refused us (`invalid_grant`) is told of once, and asked again after ever longer pauses.
 */
export function createAccessTokens(options: OAuth2Options, { store, clock, log }: TokenPorts): AccessTokens {
  const account = accountOf(options);
  let held: KeptTokens | undefined;
  let renewing: Promise<KeptTokens> | undefined;
  let refusal: { readonly fault: OAuth2Fault; readonly until: number; readonly pauseMs: number } | undefined;

  const isGood = (tokens: KeptTokens | undefined, refused: string | undefined): tokens is KeptTokens =>
    tokens !== undefined && tokens.accessToken !== refused && tokens.renewAt > clock.now();

  async function ask(kept: KeptTokens | undefined): Promise<KeptTokens> {
    const granted = await requestWith(options, kept?.refreshToken);
    const lifeMs = granted.lifetimeMs - Math.min(SKEW_MS, granted.lifetimeMs / 5);
    return {
      accessToken: granted.accessToken,
      renewAt: new Date(clock.now().getTime() + lifeMs),
      refreshToken: granted.refreshToken ?? kept?.refreshToken,
    };
  }

  /** Somebody else may have renewed it while we waited for our turn. */
  function renew(refused: string | undefined): Promise<KeptTokens> {
    return store.renew(account, async (kept) => (isGood(kept, refused) ? kept : await ask(kept)));
  }

  async function renewOnce(refused: string | undefined): Promise<KeptTokens> {
    const now = clock.now().getTime();
    if (refusal !== undefined && now < refusal.until) throw refusal.fault;
    try {
      const renewed = await renew(refused);
      if (refusal !== undefined) log.info('OAuth2: the token endpoint accepts us again');
      refusal = undefined;
      return renewed;
    } catch (fault) {
      if (!(fault instanceof OAuth2Fault)) throw fault;
      if (!fault.isFinal) log.warn('OAuth2: no access token for now', { fault: fault.code });
      else {
        if (refusal?.fault.code !== fault.code) log.error(`OAuth2: ${fault.message}`, { fault: fault.code });
        const { first, longest } = options.refusedPauseMs;
        const pauseMs = Math.min((refusal?.pauseMs ?? first / 2) * 2, longest);
        refusal = { fault, until: now + pauseMs, pauseMs };
      }
      throw fault;
    }
  }

  return {
    async current(refused) {
      // A renewal that was under way for somebody else may bring the refused token once more.
      for (let turn = 0; turn < 2 && !isGood(held, refused); turn += 1) {
        renewing ??= renewOnce(refused).finally(() => {
          renewing = undefined;
        });
        held = await renewing;
      }
      if (held === undefined) throw new OAuth2Fault('not-a-token', false);
      return held.accessToken;
    },
  };
}

/** A replaced refresh token may be lost with its database; then the configured one is tried once more. */
async function requestWith(options: OAuth2Options, kept: string | undefined): Promise<GrantedTokens> {
  const { grant } = options;
  if (grant.kind === 'client-credentials') return requestToken(options, undefined);
  if (kept === undefined || kept === grant.refreshToken) return requestToken(options, grant.refreshToken);
  try {
    return await requestToken(options, kept);
  } catch (fault) {
    if (!(fault instanceof OAuth2Fault) || fault.code !== 'invalid_grant') throw fault;
    return requestToken(options, grant.refreshToken);
  }
}

/** Names the account for the store. Newly configured settings make a new one: what was kept belongs to the old. */
function accountOf({ tokenUrl, clientId, scope, grant }: OAuth2Options): string {
  return createHash('sha256')
    .update(JSON.stringify([tokenUrl, clientId, scope, grant]))
    .digest('hex');
}
