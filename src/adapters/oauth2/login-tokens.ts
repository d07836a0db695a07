import type { AccessTokens, LoginTokens } from '../../pipeline/access-token-port.ts';
import type { Clock } from '../../pipeline/ports.ts';
import type { OAuth2Options } from './options.ts';

/**
 * The tokens for one server. A refused token is replaced at once; when the new one is refused as well, the trouble is
 * not the token's age, and further ones are asked for only after growing pauses.
 */
export function createLoginTokens(
  tokens: AccessTokens,
  clock: Clock,
  { first, longest }: OAuth2Options['refusedPauseMs'],
): LoginTokens {
  let shunned: { readonly token: string; readonly from: number } | undefined;
  let refusals = 0;
  return {
    next: () =>
      tokens.current(shunned !== undefined && clock.now().getTime() >= shunned.from ? shunned.token : undefined),
    refused(token) {
      if (shunned?.token === token) return;
      refusals += 1;
      const pauseMs = refusals === 1 ? 0 : Math.min(first * 2 ** (refusals - 2), longest);
      shunned = { token, from: clock.now().getTime() + pauseMs };
    },
    accepted() {
      shunned = undefined;
      refusals = 0;
    },
  };
}

/** A token that somebody else keeps fresh, e.g. in a file that is read at the start: there is no other. */
export function fixedToken(token: string): LoginTokens {
  return { next: async () => token, refused: () => undefined, accepted: () => undefined };
}
