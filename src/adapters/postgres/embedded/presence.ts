import pg from 'pg';

/**
 * Who uses an embedded server: every process holds one shared advisory lock on a connection of its own,
 * which the server drops with the process, however it dies. The one that gets the lock alone is the last.
 */
export interface Presence {
  /** Settles when the connection ends, wanted or not. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const LOCK_KEY = 727_401_911;
const CONNECT_MS = 5_000;

/** Enters; undefined while the last user is taking the server down. Throws when it cannot be reached. */
export async function enter(url: string): Promise<Presence | undefined> {
  const client = await connect(url);
  if (!(await holds(client, `pg_try_advisory_lock_shared(${LOCK_KEY})`))) {
    await client.end();
    return undefined;
  }
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  return { ended, close: () => client.end() };
}

/**
 * Runs `stopServer` when nobody is left; newcomers wait outside meanwhile. Does nothing when others are
 * present or the server is gone. Call it after the own presence was closed.
 */
export async function leaveLast(url: string, stopServer: () => Promise<void>): Promise<void> {
  const client = await connect(url).catch(() => undefined);
  if (client === undefined) return;
  const isLast = await holds(client, `pg_try_advisory_lock(${LOCK_KEY})`).catch(() => false);
  if (isLast) await stopServer();
  await client.end().catch(() => undefined);
}

/** Makes the database when it is missing. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = await connect(url);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  // A broken line is told by `ended`; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function holds(client: pg.Client, call: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`select ${call} as got`);
  return rows[0]?.got === true;
}

/** 42P04 duplicate_database, 23505 unique_violation: another process made it at the same moment. */
function isDuplicate(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && (fault.code === '42P04' || fault.code === '23505');
}
