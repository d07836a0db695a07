import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let lockFile: string;
  const servers: EmbeddedPostgres[] = [];
  const children: ChildProcessWithoutNullStreams[] = [];

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
    await chmod(folder, 0o700);
    // Deeper than a socket path may be long.
    dataDir = join(folder, 'a-long-name-'.repeat(10), '.data');
    lockFile = join(dataDir, 'postgres', 'postmaster.pid');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    // Whatever a killed child left behind stops with its last user.
    await (await startEmbeddedPostgres({ dataDir }).catch(() => undefined))?.stop();
    await rm(join(dataDir, '..', '..'), { recursive: true, force: true });
  });

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir });
    servers.push(server);
    return server;
  };
  const startChild = async (): Promise<{ readonly url: string; readonly child: ChildProcessWithoutNullStreams }> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../support/embedded-child.ts'), dataDir]);
    children.push(child);
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { url, child };
  };
  const serverPid = async (): Promise<number | undefined> =>
    Number.parseInt(await readFile(lockFile, 'utf8').catch(() => ''), 10) || undefined;

  it('keeps what was written over a stop and a start, in a folder that others cannot read', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    expect(await serverPid()).toBeUndefined();
    const again = await start();
    expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, 'postgres', 'caseconsult.password'))).mode & 0o077).toBe(0);
  });

  it('speaks UTF-8 and sorts by code point, whatever the environment says', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select getdatabaseencoding() as encoding, datlocprovider as provider,
      datlocale as locale from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  });

  it('listens on loopback only and wants the password', async () => {
    const { url } = await start();
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('adopts the server that a killed process left running', async () => {
    const { url, child } = await startChild();
    const pid = await serverPid();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const adopted = await start();
    expect(adopted.url).toBe(url);
    expect(await serverPid()).toBe(pid);
    await adopted.stop();
    expect(await serverPid()).toBeUndefined();
  });

  it('is shared by two processes and stops with the last of them, whoever started it', async () => {
    const starter = await startChild();
    const adopter = await start();
    expect(adopter.url).toBe(starter.url);
    starter.child.stdin.write('stop\n');
    await once(starter.child, 'exit');
    expect(await query(adopter.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await adopter.stop();
    expect(await serverPid()).toBeUndefined();
  });

  it('becomes one server when several processes start at once on an empty folder', async () => {
    const started = await Promise.all([startChild(), startChild(), start()]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
  });

  it('starts over a lock file whose process is gone, or is another program by now', async () => {
    await (await start()).stop();
    for (const pid of [2 ** 22 - 3, process.pid]) {
      await writeFile(lockFile, `${pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n\nready\n`);
      const server = await start();
      expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.stop();
    }
  });

  it('brings a server that dies back on the same port while it is in use', async () => {
    const { url } = await start();
    await query(url, 'create table kept as select 1 as one');
    const pid = (await serverPid()) ?? 0;
    process.kill(pid, 'SIGKILL');
    await waitUntil('the server answers again', () => query(url, 'select one from kept').catch(() => undefined));
    expect(await serverPid()).not.toBe(pid);
  });

  it('refuses data of another PostgreSQL version with a pointer to export and restore', async () => {
    await (await start()).stop();
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
    const version = await readFile(versionFile, 'utf8');
    await writeFile(versionFile, '15\n');
    await expect(start()).rejects.toThrow(/PostgreSQL 15.*caseconsult export.*caseconsult restore/);
    await writeFile(versionFile, version);
  });
});

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
