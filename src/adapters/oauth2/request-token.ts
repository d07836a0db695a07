import { faultCode } from '../../core/model/fault-code.ts';
import type { OAuth2Options } from './options.ts';

/** No access token; told by the error code of RFC 6749, section 5.2, or by what kept the answer away. */
export class OAuth2Fault extends Error {
  override name = 'OAuth2Fault';
  readonly code: string;
  /** The endpoint has decided: asking the same again is of no use. */
  readonly isFinal: boolean;
  constructor(code: string, isFinal: boolean) {
    super(PLAIN_WORDS.get(code) ?? (isFinal ? REFUSED : 'the token endpoint gave no token'));
    this.code = code;
    this.isFinal = isFinal;
  }
}

const REFUSED = 'the token endpoint refuses us: check the OAUTH2_ settings';
const WRONG_CLIENT =
  'the client is not accepted: check OAUTH2_CLIENT_ID and OAUTH2_CLIENT_SECRET, which may have expired';
const PLAIN_WORDS: ReadonlyMap<string, string> = new Map([
  ['invalid_grant', 'the consent has ended: sign in again and set the new OAUTH2_REFRESH_TOKEN'],
  ['invalid_client', WRONG_CLIENT],
  ['unauthorized_client', WRONG_CLIENT],
  ['invalid_scope', 'the scope is not accepted: check OAUTH2_SCOPE'],
]);

/** What the endpoint says that may pass by itself (RFC 6749, section 4.1.2.1). */
const PASSING: readonly string[] = ['temporarily_unavailable', 'server_error', 'slow_down'];

export interface GrantedTokens {
  readonly accessToken: string;
  readonly lifetimeMs: number;
  readonly refreshToken: string | undefined;
}

const WITHIN_MS = 15_000;
const MAX_BYTES = 100_000;
/** RFC 6749, section 5.1, lets the endpoint leave `expires_in` out. */
const UNTOLD_LIFETIME_S = 600;

/** One request to the token endpoint; `refreshToken` unless the client asks for itself. Throws OAuth2Fault. */
export async function requestToken(
  options: Pick<OAuth2Options, 'tokenUrl' | 'clientId' | 'clientSecret' | 'scope'>,
  refreshToken: string | undefined,
): Promise<GrantedTokens> {
  const form = new URLSearchParams({ client_id: options.clientId });
  if (options.clientSecret !== '') form.set('client_secret', options.clientSecret);
  if (options.scope !== '') form.set('scope', options.scope);
  if (refreshToken === undefined) form.set('grant_type', 'client_credentials');
  else {
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', refreshToken);
  }
  const { status, body } = await post(options.tokenUrl, form);
  if (status === 200) return readGrant(body);
  const error = textOf(body, 'error');
  // Only a plain code: a free text could quote a secret or an address.
  const code = error !== undefined && /^[a-z_]{1,40}$/.test(error) ? error : undefined;
  throw new OAuth2Fault(
    code ?? `http-${status}`,
    code !== undefined && status >= 400 && status < 500 && status !== 429 && !PASSING.includes(code),
  );
}

async function post(url: string, form: URLSearchParams): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      // The secrets are for this endpoint only.
      redirect: 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return { status: response.status, body: parse(await boundedText(response)) };
  } catch (fault) {
    throw new OAuth2Fault(causeCode(fault), false);
  }
}

/** `fetch` wraps what the line said: `ECONNREFUSED` and the like are below it. */
function causeCode(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  return faultCode(cause);
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new OAuth2Fault('too-large', false);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readGrant(body: unknown): GrantedTokens {
  const accessToken = textOf(body, 'access_token');
  // RFC 6750, section 2.1: it goes into a line of a protocol, so it may hold neither blanks nor line ends.
  if (accessToken === undefined || !/^[\x21-\x7e]+$/.test(accessToken)) throw new OAuth2Fault('not-a-token', false);
  const seconds = Number(fieldOf(body, 'expires_in'));
  return {
    accessToken,
    lifetimeMs: (Number.isFinite(seconds) && seconds > 0 ? seconds : UNTOLD_LIFETIME_S) * 1000,
    refreshToken: textOf(body, 'refresh_token'),
  };
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

function textOf(body: unknown, name: string): string | undefined {
  const value = fieldOf(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
