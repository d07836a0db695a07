import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { childrenOf } from './children-of.ts';
import { dovecotConfig, introspection, type MailOwner } from './dovecot-config.ts';
import { freePort } from './loopback.ts';
import { requireService } from './services.ts';
import { spawnOwned } from './spawn-owned.ts';
import { waitUntil } from './wait-until.ts';

const run = promisify(execFile);

export interface StoredMail {
  readonly uid: number;
  readonly source: Buffer;
}

/** A Dovecot of its own in a folder of its own; every user name exists, all with one password. */
export interface Dovecot {
  readonly host: '127.0.0.1';
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly user: string;
  readonly password: string;
  /** Delivers as an MTA does, by LMTP (RFC 2033), which notes `from` as the Return-Path; empty is the null path. */
  deliver(source: string | Uint8Array, user?: string, from?: string): Promise<void>;
  /** The mails of a folder (its full name, with the namespace's prefix); empty when there is no such folder. */
  listFolder(folder: string, user?: string): Promise<readonly StoredMail[]>;
  /** How many mails lie in a folder; 0 when there is no such folder. */
  countMails(folder: string, user?: string): Promise<number>;
  /** SIGKILL to every IMAP session and login process; the master starts new ones. Returns how many. */
  killChildren(): Promise<number>;
  /** Gives the inbox another UIDVALIDITY, as a restored server does. */
  renumber(user?: string): Promise<void>;
  /** Kills the server; its mails stay for a `start`. */
  halt(): Promise<void>;
  /** Starts the halted server again on the same ports. */
  start(): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

const USER = 'consult';
const PASSWORD = 'test-password';

export interface DovecotOptions {
  readonly namespacePrefix?: '' | 'INBOX.';
  /** Takes access tokens too (XOAUTH2), looked up here. */
  readonly introspectionUrl?: string;
}

export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const program = requireService('dovecot');
  // Short, and open to the mail user: socket paths end at 108 bytes, and a checkout may lie in a folder of mode 0700.
  const dir = await mkdtemp(join(tmpdir(), 'dove-'));
  const owner = await mailOwner();
  await chmod(dir, 0o755);
  await mkdir(join(dir, 'mail'));
  await chown(join(dir, 'mail'), owner.uid, owner.gid);
  const [imapPort, lmtpPort] = [await freePort(), await freePort()];
  const configFile = join(dir, 'dovecot.conf');
  const version = (await run(program, ['--version'])).stdout;
  await writeFile(
    configFile,
    dovecotConfig({
      version,
      dir,
      imapPort,
      lmtpPort,
      password: PASSWORD,
      prefix: options.namespacePrefix ?? '',
      owner,
      introspectionUrl: options.introspectionUrl,
    }),
  );
  if (options.introspectionUrl !== undefined) {
    await writeFile(join(dir, 'oauth2.conf'), introspection(options.introspectionUrl));
  }
  let master: ChildProcess | undefined;

  const start = async () => {
    // By SIGTERM it takes its children along.
    master = spawnOwned(program, ['-F', '-c', configFile], { stdio: 'ignore' }, 'SIGTERM');
    const died = once(master, 'exit').then(async () => {
      const log = await readFile(join(dir, 'dovecot.log'), 'utf8').catch(() => '');
      throw new Error(`Dovecot ended by itself: ${log.slice(-2_000)}`);
    });
    died.catch(() => undefined);
    await Promise.race([
      died,
      waitUntil('Dovecot listens', () => answers(imapPort).then((up) => up && answers(lmtpPort))),
    ]);
  };
  const halt = async () => {
    if (master?.pid === undefined || master.exitCode !== null) return;
    const children = await childrenOf(master.pid);
    const ended = once(master, 'exit');
    master.kill('SIGKILL');
    await ended;
    // Sessions outlive their master.
    for (const child of children) killQuietly(child.pid);
  };
  await start();

  return {
    host: '127.0.0.1',
    imapPort,
    lmtpPort,
    user: USER,
    password: PASSWORD,
    deliver: (source, user = USER, from = 'sender@clinic.example') => deliver(lmtpPort, source, user, from),
    listFolder: (folder, user = USER) => listFolder(imapPort, folder, user),
    countMails: (folder, user = USER) =>
      openFolder(imapPort, folder, user, async (_, exists) => exists).then((count) => count ?? 0),
    async killChildren() {
      const sessions = (await childrenOf(master?.pid ?? 0)).filter((child) => child.name.startsWith('imap'));
      for (const { pid } of sessions) killQuietly(pid);
      return sessions.length;
    },
    async renumber(user = USER) {
      const uidValidity = Math.floor(Date.now() / 1000) + 1_000;
      const doveadm = program.replace(/s?bin\/dovecot$/, 'bin/doveadm');
      await run(doveadm, [
        '-c',
        configFile,
        'mailbox',
        'update',
        '-u',
        user,
        '--uid-validity',
        `${uidValidity}`,
        'INBOX',
      ]);
    },
    halt,
    start,
    async stop() {
      await halt();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function mailOwner(): Promise<MailOwner> {
  const { username: user, uid, gid } = userInfo();
  if (uid === 0) return { uid: 65_534, gid: 65_534, runsAs: undefined };
  return { uid, gid, runsAs: { user, group: (await run('id', ['-gn'])).stdout.trim() } };
}

async function deliver(port: number, source: string | Uint8Array, user: string, from: string): Promise<void> {
  const transport = createTransport({ lmtp: true, host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  const envelope = { from, to: `${user}@consult.example` };
  await transport.sendMail({ envelope, raw: Buffer.from(source) });
}

async function listFolder(port: number, folder: string, user: string): Promise<readonly StoredMail[]> {
  const mails = await openFolder(port, folder, user, async (client, exists) =>
    exists === 0 ? [] : client.fetchAll('1:*', { uid: true, source: true }),
  );
  return (mails ?? []).map(({ uid, source }) => ({ uid, source: source ?? Buffer.alloc(0) }));
}

/** Looks into a folder; undefined when there is no such folder. */
async function openFolder<Seen>(
  port: number,
  folder: string,
  user: string,
  look: (client: ImapFlow, exists: number) => Promise<Seen>,
): Promise<Seen | undefined> {
  const client = new ImapFlow({ host: '127.0.0.1', port, auth: { user, pass: PASSWORD }, logger: false });
  // A server that is killed meanwhile is told by the command under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await client.list()).some((box) => box.path === folder)) return undefined;
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    return await look(client, exists);
  } finally {
    await client.logout();
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(2_000, () => done(false));
  });
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
