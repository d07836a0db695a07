import { afterEach, describe, expect, it } from 'vitest';
import { type HealthServer, startHealthServer } from '../../../src/adapters/http/health-server.ts';
import { askParts } from '../../../src/app/readiness.ts';

let server: HealthServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(parts: Record<string, string>, metrics = async () => ({ type: 'text/plain', body: 'm 1\n' })) {
  server = await startHealthServer({ host: '127.0.0.1', port: 0 }, { ready: async () => parts, metrics });
  return `http://127.0.0.1:${server.port}`;
}

describe('health over HTTP', () => {
  it('tells that the process is up, whatever its parts are', async () => {
    const response = await fetch(`${await serve({ database: 'unreachable' })}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'up' }]);
  });

  it('is ready when every part is, and says 503 with the part that is not', async () => {
    const parts: Record<string, string> = { database: 'ok', queue: 'ok' };
    const at = await serve(parts);
    expect((await fetch(`${at}/ready`)).status).toBe(200);
    parts['queue'] = 'unreachable';
    const response = await fetch(`${at}/ready`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', parts: { database: 'ok', queue: 'unreachable' } });
  });

  it('prints metrics, refuses other paths and methods, and repeats nothing', async () => {
    const at = await serve({});
    expect(await (await fetch(`${at}/metrics?x=1`)).text()).toBe('m 1\n');
    const lost = await fetch(`${at}/jane-roe`);
    expect([lost.status, await lost.text()]).toEqual([404, 'not found\n']);
    expect((await fetch(`${at}/metrics`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('answers a fault of its own without its words', async () => {
    const at = await serve({}, () => Promise.reject(new Error('postgres://user:password@host')));
    const response = await fetch(`${at}/metrics`);
    expect([response.status, await response.text()]).toEqual([500, 'fault\n']);
  });

  it('cannot be started where something listens already', async () => {
    await serve({});
    const again = startHealthServer(
      { host: '127.0.0.1', port: server?.port ?? 0 },
      { ready: async () => ({}), metrics: async () => ({ type: '', body: '' }) },
    );
    await expect(again).rejects.toThrow('EADDRINUSE');
  });
});

describe('the parts of a process', () => {
  it('that throw are unreachable, and their words stay inside', async () => {
    const parts = { well: () => 'ok', ill: () => Promise.reject(new Error('postgres://user:password@host')) };
    expect(await askParts(parts)).toEqual({ well: 'ok', ill: 'unreachable' });
  });
});
