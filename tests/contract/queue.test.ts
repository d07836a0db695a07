import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openQueue, type QueueBackend } from '../../src/adapters/bullmq/backend.ts';
import { type ClosableDoorbell, createDoorbell } from '../../src/adapters/bullmq/doorbell.ts';
import { type Listener, listen } from '../../src/adapters/bullmq/listen.ts';
import type { ConsultationId } from '../../src/core/model/ids.ts';
import type { Log } from '../../src/pipeline/ports.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { waitUntil } from '../support/wait-until.ts';

interface Service {
  readonly url: string;
  /** Takes it down hard and up again on the same port (Redis empty, PostgreSQL with its data). */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const services: readonly { readonly kind: QueueBackend['kind']; readonly start: () => Promise<Service> }[] = [
  { kind: 'redis', start: startRedisService },
  { kind: 'postgres', start: startPostgresService },
];

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const newId = (): ConsultationId => randomUUID() as string as ConsultationId;

describe.each(services)('the queue on $kind', ({ kind, start }) => {
  let service: Service;
  let backend: QueueBackend;
  let doorbell: ClosableDoorbell;
  const listeners: Listener[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    service = await start();
  });
  afterAll(() => service.stop());

  const open = (): void => {
    backend = { kind, url: service.url, namespace: `test_${randomUUID().replaceAll('-', '')}` };
    doorbell = createDoorbell({ backend, log: silent });
  };
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await Promise.all(listeners.splice(0).map((listener) => listener.close(1_000)));
    await doorbell.close();
  });

  const hear = async (perform: (id: ConsultationId) => Promise<void> = async () => undefined, log: Log = silent) => {
    const heard: ConsultationId[] = [];
    const listener = listen(
      'coding',
      async (id) => {
        heard.push(id);
        await perform(id);
      },
      { backend, log },
    );
    listeners.push(listener);
    await listener.ready;
    return { heard, listener };
  };

  it('delivers the consultation id and nothing else', async () => {
    open();
    const id = newId();
    const queue = openQueue(backend, 'coding');
    await doorbell.ring('coding', id);
    const [job] = await queue.getJobs();
    expect(job?.data).toEqual({ consultationId: id });
    expect(job?.id).toBe(`coding-${id}`);
    await queue.close();
    const { heard } = await hear();
    await waitUntil('the ring is heard', () => heard.length === 1);
    expect(heard).toEqual([id]);
  });

  it('rings once however often the same work is rung', async () => {
    open();
    const [twice, last] = [newId(), newId()];
    await doorbell.ring('coding', twice);
    await doorbell.ring('coding', twice);
    await doorbell.ring('coding', last);
    const { heard } = await hear();
    await waitUntil('the last ring is heard', () => heard.includes(last));
    expect(heard).toEqual([twice, last]);
  });

  it('rings the stages apart', async () => {
    open();
    const [reply, coding] = [newId(), newId()];
    await doorbell.ring('reply', reply);
    await doorbell.ring('coding', coding);
    const { heard } = await hear();
    await waitUntil('the ring is heard', () => heard.length > 0);
    expect(heard).toEqual([coding]);
  });

  it('rings again after the work was done, and after it failed', async () => {
    open();
    const id = newId();
    const { heard } = await hear(() => (heard.length === 2 ? Promise.reject(new Error('fault')) : Promise.resolve()));
    for (const count of [1, 2, 3]) {
      await waitUntil('the job has left', async () => {
        await doorbell.ring('coding', id);
        return heard.length >= count;
      });
    }
    expect(new Set(heard)).toEqual(new Set([id]));
  });

  it('rings later, also from inside the work that it repeats', async () => {
    open();
    const id = newId();
    const at: number[] = [];
    await hear(async () => {
      at.push(Date.now());
      if (at.length < 3) await doorbell.ring('coding', id, 300);
    });
    await doorbell.ring('coding', id);
    await waitUntil('the third try', () => at.length === 3);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(295);
    expect(third - second).toBeGreaterThanOrEqual(295);
  });

  it('drops a job whose payload is not an id, and says so', async () => {
    open();
    const errors: string[] = [];
    const queue = openQueue(backend, 'coding');
    await queue.add('coding', { consultationId: 'not an id' });
    const { heard } = await hear(undefined, { ...silent, error: (event) => errors.push(event) });
    await waitUntil('the drop is told', () => errors.length === 1);
    await waitUntil('the job has left', async () => (await queue.getActiveCount()) === 0);
    expect(heard).toEqual([]);
    expect(await queue.getJobs()).toEqual([]);
    await queue.close();
  });

  it('delivers again what a killed worker had in hand', async () => {
    open();
    const id = newId();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../support/queue-child.ts'), JSON.stringify(backend)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    children.push(child);
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
    await waitUntil('the child is ready', () => said.includes('ready'));
    await doorbell.ring('coding', id);
    await waitUntil('the child has the job', () => said.includes(`heard ${id}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { heard } = await hear();
    await waitUntil('the job is delivered again', () => heard.length === 1, 30_000);
    expect(heard).toEqual([id]);
  });

  it('is heard by the same listener after the server was restarted', async () => {
    open();
    const { heard } = await hear();
    await doorbell.ring('coding', newId());
    await waitUntil('the first ring', () => heard.length === 1);
    await service.restart();
    const id = newId();
    await waitUntil('a ring gets through', () =>
      doorbell.ring('coding', id).then(
        () => true,
        () => false,
      ),
    );
    await waitUntil('it is heard', () => heard.includes(id));
  });

  it('fails fast when nobody is there to ring, instead of hanging', async () => {
    open();
    const url = kind === 'redis' ? 'redis://127.0.0.1:1' : 'postgres://nobody:none@127.0.0.1:1/none';
    const deaf = createDoorbell({ backend: { ...backend, url }, log: silent });
    await expect(deaf.ring('coding', newId())).rejects.toThrow();
    await deaf.close();
  });

  it('lets running work end when closed', async () => {
    open();
    let hasEnded = false;
    const { heard, listener } = await hear(async () => {
      await sleep(300);
      hasEnded = true;
    });
    await doorbell.ring('coding', newId());
    await waitUntil('the work has begun', () => heard.length === 1);
    await listener.close(10_000);
    expect(hasEnded).toBe(true);
  });

  it('closes at its deadline though work hangs, and the work is delivered again', async () => {
    open();
    const id = newId();
    const stuck = await hear(() => new Promise(() => undefined));
    await doorbell.ring('coding', id);
    await waitUntil('the work hangs', () => stuck.heard.length === 1);
    await stuck.listener.close(100);
    const { heard } = await hear();
    await waitUntil('the job is delivered again', () => heard.length === 1, 30_000);
    expect(heard).toEqual([id]);
  });
});

async function startRedisService(): Promise<Service> {
  const redis = await startRedis();
  return {
    url: redis.url,
    restart: async () => {
      await redis.kill();
      await redis.start();
    },
    stop: redis.stop,
  };
}

async function startPostgresService(): Promise<Service> {
  const server = await startTestPostgres();
  const lockFile = join(server.dataDir, 'postgres', 'postmaster.pid');
  const pid = async (): Promise<number> => Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10);
  return {
    url: server.url,
    restart: async () => {
      const before = await pid();
      process.kill(before, 'SIGKILL');
      await waitUntil('the server is started again', async () => ![before, Number.NaN].includes(await pid()));
    },
    stop: server.stop,
  };
}
