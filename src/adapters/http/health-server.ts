import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is asked of a process; every answer is enums and numbers. */
export interface HealthReport {
  /** Each part that the process cannot work without, `ok` or a word for what is wrong. */
  ready(): Promise<Readonly<Record<string, string>>>;
  metrics(): Promise<{ readonly type: string; readonly body: string }>;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Nobody needs longer than this to send a request line and a few headers. */
const REQUEST_MS = 5_000;
const MOST_CONNECTIONS = 50;

/**
 * `/health` (the process is up), `/ready` (200, or 503 with the parts that are not well) and `/metrics`, for GET and
 * HEAD. Nothing of a request is repeated. Rejects when the address cannot be listened on.
 */
export async function startHealthServer(
  at: { readonly host: string; readonly port: number },
  report: HealthReport,
): Promise<HealthServer> {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    const { method = '', url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return end(response, 405, 'text/plain', 'method not allowed\n');
    }
    answer(url.split('?', 1)[0] ?? '', response, report).catch(() => end(response, 500, 'text/plain', 'fault\n'));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(path: string, response: ServerResponse, report: HealthReport): Promise<void> {
  switch (path) {
    case '/health':
      return json(response, 200, { status: 'up' });
    case '/ready': {
      const parts = await report.ready();
      const isReady = Object.values(parts).every((state) => state === 'ok');
      return json(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', parts });
    }
    case '/metrics': {
      const { type, body } = await report.metrics();
      return end(response, 200, type, body);
    }
    default:
      return end(response, 404, 'text/plain', 'not found\n');
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  end(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}

function end(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
