import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { startRedis } from '../support/redis.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { waitUntil } from '../support/wait-until.ts';

const ONE_BY_ONE = 20;
const AT_ONCE = 300;
const WITHIN_MS = 120_000;

interface Measured {
  readonly medianMs: number;
  readonly mailsPerSecond: number;
}

type StartLoop = (dovecot: Dovecot, sink: SmtpSink) => ChildProcess;

/**
 * Latency and throughput of a bare echo loop and of the service, on the same mails, one after the other.
 * Both loops inherit the environment: `NODE_OPTIONS="--cpu-prof --cpu-prof-dir=/tmp/prof" npm run bench -- mail`
 * writes their CPU profiles.
 */
export async function measureMailLoops(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caseconsult-bench-'));
  const [redis, database] = await Promise.all([startRedis(), startEmbeddedPostgres({ dataDir })]);
  const service: StartLoop = (dovecot, sink) =>
    node(['src/app/cli/caseconsult.mjs', 'start'], {
      DATABASE_URL: database.url,
      DATA_KEY: randomBytes(32).toString('base64'),
      REDIS_URL: redis.url,
      IMAP_URL: `imap://${dovecot.user}@127.0.0.1:${dovecot.imapPort}/INBOX`,
      IMAP_PASSWORD: dovecot.password,
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      CONSULT_ADDRESS: 'consult@consult.example',
      ALLOWED_DOMAINS: 'clinic.example',
      ...{ DNS_SERVERS: 'none', UNPROVEN_SENDERS: 'answer' },
      ...{ LOOP_MAILS: '1000000', RATE_SENDER_HOUR: '1000000', RATE_SENDER_DAY: '1000000' },
      ...{ RATE_DOMAIN_HOUR: '1000000', RATE_DOMAIN_DAY: '1000000' },
    });
  const echoLoop: StartLoop = (dovecot, sink) =>
    node(['tests/bench/echo-loop.ts', `${dovecot.imapPort}`, `${sink.port}`, dovecot.user, dovecot.password], {});
  try {
    const echo = await measure(echoLoop, 'echo');
    const ours = await measure(service, 'ours');
    print('', 'median from delivery to reply', 'mails a second');
    print('bare echo loop', `${echo.medianMs.toFixed(0)} ms`, echo.mailsPerSecond.toFixed(1));
    print('the service', `${ours.medianMs.toFixed(0)} ms`, ours.mailsPerSecond.toFixed(1));
    print(
      'service : echo',
      `+${(ours.medianMs - echo.medianMs).toFixed(0)} ms (aim: under +150)`,
      `${(ours.mailsPerSecond / echo.mailsPerSecond).toFixed(2)} (aim: at least 0.30)`,
    );
  } finally {
    await database.stop();
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(start: StartLoop, name: string): Promise<Measured> {
  const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  const loop = start(dovecot, sink);
  try {
    await running(loop);
    const latencies: number[] = [];
    for (let index = 0; index < ONE_BY_ONE; index += 1) {
      process.stderr.write(`\r${name}: mail ${index + 1} of ${ONE_BY_ONE}   `);
      const id = `${name}-single-${index}`;
      await dovecot.deliver(caseMail({ id }));
      const deliveredAt = performance.now();
      await waitUntil(`the reply to ${id}`, () => sink.mails.some(({ source }) => inReplyTo(source) === id), WITHIN_MS);
      latencies.push(performance.now() - deliveredAt);
    }
    await ended(loop);
    process.stderr.write(`\r${name}: ${AT_ONCE} mails at once   \n`);
    return { medianMs: median(latencies), mailsPerSecond: await throughput(start, dovecot, sink, name) };
  } finally {
    await ended(loop);
    await Promise.all([dovecot.stop(), sink.stop()]);
  }
}

/** Mails wait before the loop starts; counted from the first reply to the last, so that the start does not count. */
async function throughput(start: StartLoop, dovecot: Dovecot, sink: SmtpSink, name: string): Promise<number> {
  for (let index = 0; index < AT_ONCE; index += 1) await dovecot.deliver(caseMail({ id: `${name}-burst-${index}` }));
  const before = sink.mails.length;
  const loop = start(dovecot, sink);
  try {
    await waitUntil('the first reply', () => sink.mails.length > before, WITHIN_MS);
    const [firstAt, first] = [performance.now(), sink.mails.length];
    await sink.waitForMails(before + AT_ONCE, WITHIN_MS);
    return (before + AT_ONCE - first) / ((performance.now() - firstAt) / 1000);
  } finally {
    await ended(loop);
  }
}

function node(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  // Read on, or a full pipe stops the child.
  child.stdout.resume();
  child.stderr.resume();
  return child;
}

async function running(loop: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [loop.stdout, loop.stderr]) stream?.on('data', (bytes: Buffer) => (output += bytes.toString()));
  await waitUntil(
    'the loop runs',
    () => {
      if (loop.exitCode !== null) throw new Error(`it ended by itself: ${output}`);
      return output.includes('"msg":"running"');
    },
    WITHIN_MS,
  );
}

async function ended(loop: ChildProcess): Promise<void> {
  if (loop.exitCode !== null || loop.signalCode !== null) return;
  const exit = once(loop, 'exit');
  loop.kill('SIGTERM');
  await exit;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(first: string, second: string, third: string): void {
  process.stdout.write(`${first.padEnd(16)}  ${second.padEnd(30)}  ${third}\n`);
}
