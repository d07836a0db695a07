import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { fingerprint } from '../../adapters/imap/fingerprint.ts';
import { createPinoLog } from '../../adapters/log/pino-log.ts';
import { createMimeReader } from '../../adapters/mime/mime-reader.ts';
import { type ConsultationOverview, listConsultations } from '../../adapters/postgres/overview.ts';
import { type DeliveredMail, type Sandbox, startSandbox } from '../../adapters/sandbox/start-sandbox.ts';
import type { Config } from '../config/config.ts';
import { Secret } from '../config/secrets.ts';
import { type Container, openContainer } from '../container.ts';
import { PROCESS_NAMES, type Running, START } from '../processes.ts';

/** One mail of the demonstration and what became of it. */
interface DemoLine {
  readonly name: string;
  readonly kind: string;
  readonly codes: readonly string[];
  /** From the mail server's acceptance of the mail to its reply, or to the decision that nobody is answered. Undefined when an earlier run decided. */
  readonly durationMs: number | undefined;
  readonly outcome: 'answered' | 'notice' | 'no answer' | 'answered in an earlier run' | 'still open';
}

export interface DemoResult {
  readonly lines: readonly DemoLine[];
  readonly repliesSent: number;
  readonly folder: string;
}

interface DemoMail {
  readonly name: string;
  readonly source: Buffer;
  readonly messageId: string;
  readonly from: string;
  readonly contentHash: string;
}

const CONSULT_ADDRESS = 'consult@caseconsultant.example';
const CLINIC_DOMAIN = 'lakeside-billing.example';
const WAIT_MS = 120_000;
const LOOK_EVERY_MS = 50;

/**
 * Sends the sample mails through a real SMTP and IMAP server on loopback, and waits for what the service does. When
 * `stop` is aborted it ends early, in order: what is undecided is still open.
 */
export async function runDemo(
  base: Config,
  onProgress: (text: string) => void,
  stop: AbortSignal,
): Promise<DemoResult> {
  const folder = resolve(base.dataDir, 'demo', 'replies');
  await mkdir(folder, { recursive: true });
  const mails = await demoMails();
  const replies = new Map<string, { readonly at: number }>();
  const writing: Promise<void>[] = [];
  onProgress('starting a mail server (SMTP and IMAP) on loopback');
  const sandbox = await startSandbox({
    consultAddress: CONSULT_ADDRESS,
    onDelivered(mail) {
      const answered = mails.find(({ messageId }) => inReplyTo(mail.source) === messageId);
      if (answered === undefined) return;
      replies.set(answered.name, { at: Date.now() });
      const written = writeReply(join(folder, answered.name), mail);
      // Its fault is told where all are awaited.
      written.catch(() => undefined);
      writing.push(written);
    },
  });
  const container = await openContainer(
    demoConfig(base, sandbox),
    createPinoLog({ level: base.logLevel === 'debug' ? 'debug' : 'silent', process: 'demo' }),
    onProgress,
  );
  const running: Running[] = [];
  try {
    const before = await listConsultations(container.storage.db);
    onProgress('starting inbox, intake, coding, reply and housekeeping');
    for (const name of PROCESS_NAMES) running.push(await START[name](container));
    onProgress(`sending ${mails.length} mails`);
    const sentAt = await sendAll(mails, sandbox);
    const after = await untilDecided(container, sandbox, mails, stop);
    await Promise.all(writing);
    const lines = mails.map((mail) => {
      const known = before.find(({ contentHash }) => contentHash === mail.contentHash);
      const done = after.find(({ contentHash }) => contentHash === mail.contentHash);
      const endedAt = replies.get(mail.name)?.at ?? done?.updatedAt.getTime();
      const startedAt = known !== undefined && isDecided(known) ? undefined : sentAt.get(mail.name);
      return lineOf(mail, known, done, endedAt && startedAt ? Math.max(0, endedAt - startedAt) : undefined);
    });
    return { lines, repliesSent: replies.size, folder };
  } finally {
    for (const process of running) await process.stop();
    await container.close();
    await sandbox.stop();
  }
}

async function demoMails(): Promise<DemoMail[]> {
  const folder = fileURLToPath(new URL('./mails', import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'latin1')).replace(/\r?\n/g, '\r\n');
      const source = Buffer.from(text, 'latin1');
      return {
        name: basename(name, '.eml'),
        source,
        messageId: /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? '',
        from: /^From: .*<(.+)>$/im.exec(text)?.[1] ?? '',
        contentHash: fingerprint(source).contentHash,
      };
    }),
  );
}

function demoConfig(base: Config, sandbox: Sandbox): Config {
  const { host, user } = sandbox;
  const login = { kind: 'password' as const, user, password: new Secret(sandbox.password) };
  return {
    ...base,
    dataDir: resolve(base.dataDir, 'demo'),
    database: { kind: 'embedded' },
    queue: { kind: 'postgres' },
    mailbox: { host, port: sandbox.imapPort, tls: false, login, folder: 'INBOX', sweepSeconds: 2, backlogLimit: 500 },
    smtp: { host, port: sandbox.smtpPort, tls: false, login: undefined },
    consult: { address: CONSULT_ADDRESS, name: 'CaseConsultant', copiesColleagues: false },
    senders: {
      ...base.senders,
      registered: { addresses: [], domains: [CLINIC_DOMAIN] },
      blocked: { addresses: [], domains: [] },
      guest: { answers: 0, confirmedAnswers: 0 },
    },
    identity: { authservIds: [sandbox.authservId], hops: 1, dns: 'none', timeoutMs: 1_000 },
  };
}

async function sendAll(mails: readonly DemoMail[], sandbox: Sandbox): Promise<ReadonlyMap<string, number>> {
  const transport = createTransport({ host: sandbox.host, port: sandbox.smtpPort, ignoreTLS: true });
  const sentAt = new Map<string, number>();
  for (const { name, source, from } of mails) {
    await transport.sendMail({ envelope: { from, to: [CONSULT_ADDRESS] }, raw: source });
    sentAt.set(name, Date.now());
  }
  transport.close();
  return sentAt;
}

/** Decided means: nothing waits or runs, and the inbox has been emptied into its folders. */
async function untilDecided(
  container: Container,
  sandbox: Sandbox,
  mails: readonly DemoMail[],
  stop: AbortSignal,
): Promise<readonly ConsultationOverview[]> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const seen = await listConsultations(container.storage.db);
    const open = mails.filter(({ contentHash }) => {
      const one = seen.find((known) => known.contentHash === contentHash);
      return one === undefined || !isDecided(one);
    });
    const isDone = open.length === 0 && sandbox.folder('INBOX').length === 0;
    if (isDone || stop.aborted || Date.now() > deadline) return seen;
    await sleep(LOOK_EVERY_MS);
  }
}

function isDecided({ status }: ConsultationOverview): boolean {
  return status !== 'waiting' && status !== 'running';
}

function lineOf(
  { name }: DemoMail,
  known: ConsultationOverview | undefined,
  done: ConsultationOverview | undefined,
  durationMs: number | undefined,
): DemoLine {
  const answer = done?.answer;
  const kind = answer?.kind === 'notice' ? `${done?.verdict}, ${answer.notice}` : (done?.verdict ?? 'not received');
  const codes =
    answer?.kind === 'case'
      ? answer.lines.map(
          ({ code, units, modifiers }) => [code, ...modifiers].join('-') + (units > 1 ? ` x${units}` : ''),
        )
      : answer?.kind === 'question'
        ? answer.cards.map(({ code }) => code)
        : [];
  return { name, kind, codes, durationMs, outcome: outcomeOf(known, done) };
}

function outcomeOf(
  known: ConsultationOverview | undefined,
  done: ConsultationOverview | undefined,
): DemoLine['outcome'] {
  switch (done?.status) {
    case 'answered':
      if (known?.status === 'answered') return 'answered in an earlier run';
      return done.answer?.kind === 'notice' ? 'notice' : 'answered';
    case 'closed':
      return 'no answer';
    default:
      return 'still open';
  }
}

async function writeReply(path: string, mail: DeliveredMail): Promise<void> {
  const reader = createMimeReader({ timeoutMs: 10_000, maxBytes: 10_000_000 });
  const read = await reader.read(mail.source);
  await reader.close();
  await writeFile(`${path}.eml`, mail.source);
  if (read.outcome === 'read' && read.email.html !== undefined) await writeFile(`${path}.html`, read.email.html);
}

function inReplyTo(source: Uint8Array): string | undefined {
  return /^In-Reply-To:\s*(<[^>]+>)/im.exec(Buffer.from(source).toString('latin1'))?.[1];
}
