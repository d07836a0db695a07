import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './loopback.ts';
import { requireService } from './services.ts';
import { spawnOwned } from './spawn-owned.ts';

export interface TestRedis {
  readonly url: string;
  /** Takes it down as a power cut would. */
  kill(): Promise<void>;
  /** Brings it back on the same port: empty, unless it keeps its data. */
  start(): Promise<void>;
  /** Takes away what it kept on disk while it is down. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** Writes every change to its file, as one that is meant to last does. @default false */
  readonly keepsData?: boolean;
}

/** A Redis of its own on a free port of loopback. */
export async function startRedis({ keepsData = false }: RedisOptions = {}): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'caseconsult-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const settings = {
      port,
      bind: '127.0.0.1',
      dir: folder,
      save: '',
      appendonly: keepsData ? 'yes' : 'no',
      'maxmemory-policy': 'noeviction',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawnOwned(requireService('redis-server'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
    server = child;
    if (child.stdout === null) throw new Error('redis-server has no output');
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Ready to accept connections')) break;
    }
    if (child.exitCode !== null) throw new Error('redis-server did not start');
    child.stdout.resume();
  };
  const kill = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    wipe: () => rm(join(folder, 'appendonlydir'), { recursive: true, force: true }),
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
