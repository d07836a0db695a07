import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries, run } from './binaries.ts';
import { type ClusterPaths, DATABASE_USER, ensureCluster } from './cluster.ts';
import { livePostmaster } from './postmaster.ts';
import { ensureDatabase, enter, leaveLast, type Presence } from './presence.ts';

export interface EmbeddedPostgres {
  /** Connection string of the database `caseconsult`, on loopback, with its password. */
  readonly url: string;
  /** Leaves; the server stops with its last user. Idempotent. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Our data folder; the server's own lies in its `postgres` subfolder. */
  readonly dataDir: string;
  readonly onProgress?: (message: string) => void;
}

/** How long one start is tried again: after a kill, the server's children need a moment to go. */
const RETRY_MS = 10_000;
/** How long a live server may recover before it is given up. */
const RECOVERY_SECONDS = 60;

interface Cluster {
  readonly binaries: Binaries;
  readonly paths: ClusterPaths;
  readonly password: string;
}

/**
 * Starts PostgreSQL on a data folder, or joins the server that already runs on it (of another process, or
 * left behind by a killed one). The rule of sharing: **the last process to leave stops the server**. While
 * in use it is watched: a server that dies is started again on the same port.
 * Throws in one sentence when the platform has no binaries, the data is of another version, or it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => undefined);
  const binaries = await findBinaries();
  const paths = await ensureCluster(resolve(options.dataDir), binaries, onProgress);
  const cluster: Cluster = { binaries, paths, password: await readFile(paths.password, 'utf8') };

  onProgress('starting the embedded database');
  let { presence, port } = await join(cluster, undefined);
  await ensureDatabase(urlOf(cluster, port, 'postgres'), 'caseconsult');

  const closing = Promise.withResolvers<void>();
  let isClosing = false;
  const watch = async (): Promise<void> => {
    for (;;) {
      await Promise.race([presence.ended, closing.promise]);
      if (isClosing) return presence.close();
      const again = await join(cluster, port).catch(() => sleep(1_000));
      if (again !== undefined) ({ presence, port } = again);
    }
  };
  const watching = watch();

  const stop = async (): Promise<void> => {
    isClosing = true;
    closing.resolve();
    await watching.catch(() => undefined);
    await leaveLast(urlOf(cluster, port, 'postgres'), async () => {
      await run(binaries.pg_ctl, ['stop', `--pgdata=${paths.data}`, '--mode=fast', '--wait', '--silent']);
    });
  };
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(cluster, port, 'caseconsult'),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Enters the running server, starting one when there is none. `samePort`: the one that our pools know. */
async function join(
  cluster: Cluster,
  samePort: number | undefined,
): Promise<{ readonly presence: Presence; readonly port: number }> {
  const startedAt = Date.now();
  for (;;) {
    const running = await livePostmaster(cluster.paths.data);
    let fault: unknown;
    try {
      if (running === undefined) {
        await startServer(cluster, samePort ?? (await freePort()));
      } else {
        const presence = await enter(urlOf(cluster, running.port, 'postgres'));
        if (presence !== undefined) return { presence, port: running.port };
      }
    } catch (cause) {
      fault = cause;
    }
    const patienceMs = running?.isReady === false ? RECOVERY_SECONDS * 1_000 : RETRY_MS;
    if (Date.now() - startedAt > patienceMs) {
      throw new Error(`PostgreSQL did not start: its log is ${cluster.paths.log}`, { cause: fault });
    }
    if (running !== undefined || fault !== undefined) await sleep(100);
  }
}

async function startServer({ binaries, paths }: Cluster, port: number): Promise<void> {
  await run(binaries.pg_ctl, [
    'start',
    `--pgdata=${paths.data}`,
    `--log=${paths.log}`,
    `--options=-p ${port}`,
    '--wait',
    `--timeout=${RECOVERY_SECONDS}`,
    '--silent',
  ]);
}

/** A port of loopback that is free now; losing it to somebody in between is one more try. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on loopback');
  return address.port;
}

function urlOf({ password }: Cluster, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}
