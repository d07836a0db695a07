import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCESS_NAMES, type ProcessName } from '../../src/app/processes.ts';
import { caseMail } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

let service: TestService;
const ports = new Map<ProcessName, number>();

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
}

beforeAll(async () => {
  for (const name of PROCESS_NAMES) ports.set(name, await freePort());
  service = await startService({ envOf: (name) => ({ HTTP_PORT: String(ports.get(name)) }) });
});
afterAll(async () => {
  await service?.stop();
});

const at = (name: ProcessName, path: string) => fetch(`http://127.0.0.1:${ports.get(name)}${path}`);
async function ready(name: ProcessName): Promise<{ status: number; parts: Record<string, string> }> {
  const response = await at(name, '/ready');
  const { parts } = (await response.json()) as { parts: Record<string, string> };
  return { status: response.status, parts };
}
/** The value of one sample, by its beginning; undefined when it is not printed. */
async function sample(name: ProcessName, wanted: RegExp): Promise<number | undefined> {
  const text = await (await at(name, '/metrics')).text();
  const line = text.split('\n').find((each) => wanted.test(each));
  return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ') + 1));
}

describe('a running service', () => {
  it('is up and ready in each process', async () => {
    for (const name of PROCESS_NAMES) {
      expect((await at(name, '/health')).status, name).toBe(200);
      await waitUntil(`${name} is ready`, async () => (await ready(name)).status === 200, 60_000);
    }
    expect((await ready('inbox')).parts).toEqual({ process: 'ok', database: 'ok', queue: 'ok', mailbox: 'ok' });
    expect(Object.keys((await ready('coding')).parts)).toEqual(['process', 'database', 'queue']);
  });

  it('counts a case on its way, and prints nothing of it', async () => {
    await service.dovecot.deliver(caseMail({ id: 'watched' }));
    await service.settled(1);
    const done = (stage: ProcessName) => sample(stage, RegExp(`^caseconsult_stage_seconds_count.*"${stage}".*"done"`));
    expect(await sample('intake', /^caseconsult_mails_total.*decision="accepted",verdict="case"/)).toBe(1);
    for (const stage of ['intake', 'coding', 'reply'] as const) expect(await done(stage), stage).toBe(1);
    expect(await sample('reply', /^caseconsult_replies_total.*outcome="answered"/)).toBe(1);
    expect(await sample('reply', /^caseconsult_reply_latency_seconds_count/)).toBe(1);
    expect(await sample('reply', /^caseconsult_smtp_total.*outcome="sent",code="2xx"/)).toBe(1);
    expect(await sample('inbox', /^caseconsult_imap_connected/)).toBe(1);
    expect(await sample('inbox', /^caseconsult_imap_sync_age_seconds/)).toBeGreaterThanOrEqual(0);
    expect(await sample('housekeeping', /^caseconsult_queue_depth.*stage="coding",status="waiting"/)).toBe(0);
    expect(await sample('housekeeping', /^caseconsult_oldest_open_seconds/)).toBe(0);
    for (const name of PROCESS_NAMES) {
      const text = await (await at(name, '/metrics')).text();
      expect(text).toContain('process_resident_memory_bytes');
      for (const secret of ['dana', 'clinic.example', 'watched', 'CC-', service.dovecot.password]) {
        expect(text.toLowerCase(), name).not.toContain(secret.toLowerCase());
      }
    }
  });

  it('shows work that waits while its worker is away', async () => {
    await service.kill('coding');
    await service.dovecot.deliver(caseMail({ id: 'waiting' }));
    const waiting = () => sample('housekeeping', /^caseconsult_queue_depth.*stage="coding",status="waiting"/);
    await waitUntil('one case waits', async () => (await waiting()) === 1, 60_000);
    expect(await sample('housekeeping', /^caseconsult_oldest_open_seconds/)).toBeGreaterThan(0);
    await service.start('coding');
    await service.settled(2);
  });

  it('is not ready while its mailbox is away, and says so without a word of the server', async () => {
    service.imapLine.pause();
    service.imapLine.cut();
    const gone = await waitUntil(
      'not ready',
      async () => {
        const state = await ready('inbox');
        return state.status === 503 && state;
      },
      60_000,
    );
    expect(gone.parts['mailbox']).toBe('not connected');
    expect((await at('inbox', '/health')).status).toBe(200);
    service.imapLine.resume();
    await waitUntil('ready again', async () => (await ready('inbox')).status === 200, 60_000);
  });

  it('is not ready while its queue is away', async () => {
    await service.redis.kill();
    await waitUntil('not ready', async () => (await ready('reply')).parts['queue'] === 'unreachable', 60_000);
    await service.redis.start();
    await waitUntil('ready again', async () => (await ready('reply')).status === 200, 60_000);
  });
});
