import { type AuthenticateResult, authenticate, type DNSResolver } from 'mailauth';
import type { AuthenticationFacts, CheckResult, MailClient } from '../../core/model/sender.ts';
import type { Authenticator } from '../../pipeline/ports.ts';

export interface AuthenticatorOptions {
  /** Name look-ups; a fault carries Node's code (`ENOTFOUND`, `ETIMEOUT` ...). */
  readonly resolve: DNSResolver;
  /** For all look-ups of one mail. */
  readonly timeoutMs: number;
}

/** Shorter keys can be broken (RFC 8301, section 3.2). */
const LEAST_KEY_BITS = 1024;

/** DKIM (RFC 6376), SPF when the client is known (RFC 7208), and DMARC over both (RFC 9989), by mailauth. */
export function createAuthenticator({ resolve, timeoutMs }: AuthenticatorOptions): Authenticator {
  return {
    async check(source, client) {
      const checked = authenticate(Buffer.from(source.buffer, source.byteOffset, source.byteLength), {
        ...clientOptions(client),
        resolver: resolve,
        mta: 'localhost',
        minBitLength: LEAST_KEY_BITS,
        rejectRsaSha1: true,
        disableArc: true,
        disableBimi: true,
      }).then(
        (found) => factsOf(found, client !== undefined),
        () => NO_FACTS,
      );
      return within(checked, timeoutMs);
    },
  };
}

/** What cannot be parsed proves nothing. */
const NO_FACTS: AuthenticationFacts = { dmarc: 'none', authorDomain: '', signatures: [], spf: undefined };

function clientOptions(client: MailClient | undefined) {
  if (client === undefined) return {};
  const { ip, helo, envelopeFrom } = client;
  return { ip, helo, ...(envelopeFrom === undefined ? {} : { sender: envelopeFrom }) };
}

function factsOf({ dkim, spf, dmarc }: AuthenticateResult, isClientKnown: boolean): AuthenticationFacts {
  const spfAligned = dmarc === false ? undefined : dmarc.alignment?.spf.result;
  return {
    dmarc: dmarc === false ? 'none' : resultOf(dmarc.status.result),
    authorDomain: dmarc === false ? '' : (dmarc.status.header?.from ?? '').toLowerCase(),
    signatures: dkim.results.map(({ status }) => ({
      result: resultOf(status.result),
      isAligned: typeof status.aligned === 'string',
      coversBody: (status.underSized ?? 0) === 0,
    })),
    // Without a client there is nobody to ask about, which is no fault of the name servers.
    spf:
      spf === false || !isClientKnown
        ? undefined
        : { result: resultOf(spf.status.result), domain: spfAligned || spf.domain },
  };
}

function resultOf(result: string): CheckResult {
  if (result === 'pass' || result === 'fail') return result;
  return result.startsWith('temp') ? 'temporary' : 'none';
}

/** The first of both; undefined when the time is over. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
