import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { migrateUp } from '../../src/adapters/postgres/migrate.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export interface TestPostgres {
  /** Of the maintenance database, as superuser. */
  readonly url: string;
  /** Holds the embedded server, in `postgres`. */
  readonly dataDir: string;
  /** SIGKILL to the postmaster: every connection falls, and the embedded server comes back on the same port. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const TEMPLATE = 'caseconsult_template';
const LOCK_KEY = 727_401_999;

/** A server of its own in a temporary folder, as careless about power cuts as tests may be. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caseconsult-pg-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await withClient(server.url, async (client) => {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  });
  return {
    url: server.url,
    dataDir,
    kill: async () => {
      const pid = Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
      process.kill(pid, 'SIGKILL');
    },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A fresh migrated database on this server (its superuser's URL), cloned from a template. */
export async function freshDatabase(admin: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(admin, async (client) => {
    // One at a time: a template that is in use cannot be cloned.
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) {
      await client.query(`create database ${TEMPLATE}`);
      const template = openDatabase(urlOf(admin, TEMPLATE));
      await migrateUp(template);
      await template.destroy();
    }
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(admin, name),
    drop: () =>
      withClient(admin, async (client) => {
        await client.query(`drop database ${name} with (force)`);
      }),
  };
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
