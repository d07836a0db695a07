import { createAuthenticator } from '../adapters/mailauth/authenticator.ts';
import { createResolver } from '../adapters/mailauth/resolver.ts';
import { proveSender } from '../pipeline/prove-sender.ts';
import type { SenderProof } from '../pipeline/sender-gate.ts';
import type { IdentityConfig } from './config/config.ts';

/** Proves senders as configured: by the receiving server's word, else by their signatures. */
export function senderProof({ authservIds, hops, dns, timeoutMs }: IdentityConfig): SenderProof {
  const authenticator =
    dns === 'none'
      ? undefined
      : createAuthenticator({ resolve: createResolver(dns === 'system' ? undefined : dns), timeoutMs });
  return {
    prove: (source, author, isWhole) => proveSender({ source, author, isWhole }, { authservIds, hops, authenticator }),
  };
}
