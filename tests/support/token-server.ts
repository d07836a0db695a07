import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from './loopback.ts';

/** What the endpoint answers instead of a token. */
export type TokenTrouble = { readonly status: number; readonly body: unknown };

/** A token endpoint (RFC 6749) on loopback whose tokens a test can end at will. */
export interface TokenServer {
  readonly url: string;
  /** Tells Dovecot of a token (RFC 7662). */
  readonly introspectionUrl: string;
  /** The refresh token that is accepted now. */
  refreshToken(): string;
  /** True for the newest access token that it has given, unless it was ended. */
  isGood(accessToken: string): boolean;
  /** Ends every access token, as a password change or an expiry does. */
  endTokens(): void;
  /** The consent is withdrawn: `invalid_grant` from now on. */
  withdraw(): void;
  /** Each refresh token is good for one use. */
  rotate(): void;
  /** The next answers; then tokens again. */
  script(...troubles: readonly TokenTrouble[]): void;
  /** Forms that were posted. */
  readonly asked: readonly URLSearchParams[];
  /** Requests that were ever under way at the same time. */
  mostAtOnce(): number;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'client-1', secret: 'planted-client-secret' } as const;
export const REFRESH_TOKEN = 'planted-refresh-0';

export async function startTokenServer(options: { readonly lifetimeS?: number; readonly takesMs?: number } = {}) {
  const asked: URLSearchParams[] = [];
  const troubles: TokenTrouble[] = [];
  let given = 0;
  let good = '';
  let refreshToken: string = REFRESH_TOKEN;
  let isRotating = false;
  let isWithdrawn = false;
  let underWay = 0;
  let most = 0;

  const answer = (form: URLSearchParams): TokenTrouble => {
    const trouble = troubles.shift();
    if (trouble !== undefined) return trouble;
    if (form.get('client_id') !== CLIENT.id || form.get('client_secret') !== CLIENT.secret) {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    const isConsented = form.get('grant_type') === 'client_credentials' || form.get('refresh_token') === refreshToken;
    if (isWithdrawn || !isConsented) {
      return { status: 400, body: { error: 'invalid_grant', error_description: 'planted text of the endpoint' } };
    }
    given += 1;
    good = `planted-access-${given}`;
    if (isRotating) refreshToken = `planted-refresh-${given}`;
    const rotated = isRotating ? { refresh_token: refreshToken } : {};
    const body = { access_token: good, token_type: 'Bearer', expires_in: options.lifetimeS ?? 3600, ...rotated };
    return { status: 200, body };
  };
  const server = createServer((request, response) => {
    const isAsking = request.url === '/token';
    if (isAsking) {
      underWay += 1;
      most = Math.max(most, underWay);
    }
    request.toArray().then(
      async (chunks) => {
        const form = new URLSearchParams(Buffer.concat(chunks as Buffer[]).toString());
        if (!isAsking) {
          const active = form.get('token') === good && good !== '';
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ active, username: 'consult' }));
          return;
        }
        asked.push(form);
        await sleep(options.takesMs ?? 20);
        const { status, body } = answer(form);
        underWay -= 1;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}/token`,
    introspectionUrl: `http://127.0.0.1:${port}/introspect`,
    refreshToken: () => refreshToken,
    isGood: (token) => token === good && token !== '',
    endTokens() {
      good = '';
    },
    withdraw() {
      isWithdrawn = true;
    },
    rotate() {
      isRotating = true;
    },
    script: (...next) => void troubles.push(...next),
    asked,
    mostAtOnce: () => most,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  } satisfies TokenServer as TokenServer;
}
