import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { type ConsultationOverview, listConsultations } from '../../src/adapters/postgres/overview.ts';
import { PROCESS_NAMES, type ProcessName } from '../../src/app/processes.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { AUTHSERV_ID } from './mails.ts';
import { freshDatabase, type TestDatabase, type TestPostgres } from './postgres-server.ts';
import { type RedisOptions, startRedis, type TestRedis } from './redis.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { spawnOwned } from './spawn-owned.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import { waitUntil } from './wait-until.ts';

export const CONSULT_ADDRESS = 'consult@consult.example';
export const CLINIC = 'clinic.example';
/** Five processes start at once, on a machine that may have other work. */
const START_WITHIN_MS = 240_000;

/** Dovecot (behind a proxy), an SMTP sink, Redis and PostgreSQL, and the five workers as processes of their own. */
export interface TestService {
  readonly dovecot: Dovecot;
  readonly imapLine: TcpProxy;
  readonly sink: SmtpSink;
  readonly redis: TestRedis;
  readonly database: TestDatabase;
  readonly db: Database;
  /** What its workers were started with. */
  readonly env: NodeJS.ProcessEnv;
  start(name: ProcessName): Promise<void>;
  /** SIGKILL, as the kernel does when memory runs out. */
  kill(name: ProcessName): Promise<void>;
  /** Of a worker that runs; undefined when it ended, by whatever. */
  pid(name: ProcessName): number | undefined;
  consultations(): Promise<readonly ConsultationOverview[]>;
  /** Waits until so many consultations exist and none of them waits or runs. */
  settled(count: number, withinMs?: number): Promise<readonly ConsultationOverview[]>;
  /** Everything the workers wrote on standard output and error. */
  output(): string;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Beyond `env`, for one worker. */
  readonly envOf?: (name: ProcessName) => NodeJS.ProcessEnv;
  readonly only?: readonly ProcessName[];
  /** A PostgreSQL of its own, for tests that do it harm. */
  readonly postgres?: TestPostgres;
  readonly redis?: RedisOptions;
}

export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  const started = new AsyncDisposableStack();
  try {
    return await assemble(options, started);
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}

/** Each part is pushed on `started` as soon as it stands, so that a failing one takes the others down with it. */
async function assemble(options: ServiceOptions, started: AsyncDisposableStack): Promise<TestService> {
  const keep = async <Part>(starting: Promise<Part>, stop: (part: Part) => Promise<void>): Promise<Part> => {
    const part = await starting;
    started.defer(() => stop(part));
    return part;
  };
  const starting = [
    keep(startDovecot(), (part) => part.stop()),
    keep(startSmtpSink(), (part) => part.stop()),
    keep(startRedis(options.redis), (part) => part.stop()),
    keep(databaseOn(options.postgres), (part) => part.drop()),
  ] as const;
  await Promise.allSettled(starting);
  const [dovecot, sink, redis, database] = await Promise.all(starting);
  const imapLine = await keep(startTcpProxy(dovecot.imapPort), (part) => part.stop());
  const db = openDatabase(database.url, { maxConnections: 3 });
  started.defer(() => db.destroy());
  const workers = new Map<ProcessName, ChildProcess>();
  let output = '';
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    DATA_KEY: randomBytes(32).toString('base64'),
    REDIS_URL: redis.url,
    IMAP_URL: `imap://${dovecot.user}@127.0.0.1:${imapLine.port}/INBOX`,
    IMAP_PASSWORD: dovecot.password,
    IMAP_SWEEP_SECONDS: '2',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    CONSULT_ADDRESS,
    ALLOWED_DOMAINS: CLINIC,
    // Nothing is looked up outside: who sent a mail is what its receiving server wrote on it (`receivedMail`).
    AUTHSERV_ID,
    DNS_SERVERS: 'none',
    UNPROVEN_SENDERS: 'answer',
    GUEST_ANSWERS: '0',
    LOOP_MAILS: '100000',
    RATE_SENDER_HOUR: '100000',
    RATE_SENDER_DAY: '100000',
    RATE_DOMAIN_HOUR: '100000',
    RATE_DOMAIN_DAY: '100000',
    MAX_ATTEMPTS: '50',
    SEND_RETRY_SECONDS: '1',
    ...options.env,
  };

  const kill = async (name: ProcessName) => {
    const child = workers.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const start = async (name: ProcessName) => {
    const child = spawnOwned(process.execPath, [`workers/${name}.ts`], {
      env: { ...env, ...options.envOf?.(name) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    workers.set(name, child);
    let own = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        own += bytes.toString();
        output += bytes.toString();
      });
    }
    const isRunning = () => {
      if (child.exitCode !== null) throw new Error(`the ${name} worker ended by itself: ${own}`);
      return own.includes('"msg":"running"') || child.signalCode !== null;
    };
    await waitUntil(`the ${name} worker runs`, isRunning, START_WITHIN_MS);
  };
  started.defer(async () => void (await Promise.all([...workers.keys()].map(kill))));
  await Promise.all((options.only ?? PROCESS_NAMES).map(start));

  return {
    dovecot,
    imapLine,
    sink,
    redis,
    database,
    db,
    env,
    start,
    kill,
    pid: (name) => {
      const child = workers.get(name);
      return child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
    },
    consultations: () => listConsultations(db),
    settled: (count, withinMs = 60_000) =>
      waitUntil(
        `${count} consultations settled`,
        async () => {
          const all = await listConsultations(db).catch(() => []);
          const open = all.filter(({ status }) => status === 'waiting' || status === 'running');
          return all.length >= count && open.length === 0 && all;
        },
        withinMs,
      ),
    output: () => output,
    stop: () => started.disposeAsync(),
  };
}

/** The shared server of a test file can be had inside vitest only. */
async function databaseOn(server: TestPostgres | undefined): Promise<TestDatabase> {
  if (server !== undefined) return freshDatabase(server.url);
  const { testDatabase } = await import('./postgres.ts');
  return testDatabase();
}
