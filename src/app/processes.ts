import { listen } from '../adapters/bullmq/listen.ts';
import { createReplyRenderer } from '../adapters/handlebars/reply-renderer.ts';
import { watchMailbox } from '../adapters/imap/watch-mailbox.ts';
import { meteredPostman, meteredReader } from '../adapters/metrics/metered.ts';
import { createMimeReader } from '../adapters/mime/mime-reader.ts';
import { startHousekeeping } from '../adapters/postgres/housekeeping.ts';
import { createOfficialData } from '../adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../adapters/postgres/official/official-texts.ts';
import { createOpenWorkReader } from '../adapters/postgres/open-work.ts';
import { createMailComposer } from '../adapters/smtp/mail-composer.ts';
import { createPostman } from '../adapters/smtp/postman.ts';
import { domainOf } from '../core/senders/domains.ts';
import { perform, performCoding, performIntake, performReply } from '../pipeline/perform.ts';
import type { Claim, WorkStage } from '../pipeline/ports.ts';
import { receive } from '../pipeline/receive.ts';
import { codingPorts } from './coding-ports.ts';
import type { Config } from './config/config.ts';
import { ConfigFault } from './config/env.ts';
import type { Fault } from './config/read-config.ts';
import type { Container } from './container.ts';
import { openLibrary } from './library.ts';
import { ownIdentity } from './own-identity.ts';
import { openReaders } from './readers.ts';
import type { PartState } from './readiness.ts';
import { copiesToColleagues, replyCap, senderGate } from './sender-gate.ts';
import { senderProof } from './sender-proof.ts';

export const PROCESS_NAMES = ['inbox', 'intake', 'coding', 'reply', 'housekeeping'] as const;
export type ProcessName = (typeof PROCESS_NAMES)[number];

export interface Running {
  /** Takes no new work and lets go after a deadline; what is unfinished is done again by the next start. */
  stop(): Promise<void>;
  /** What this process needs beside the database and the queue, for its readiness. */
  readonly parts?: Readonly<Record<string, PartState>>;
}

const STOP_WITHIN_MS = 10_000;
const HOUSEKEEPING_EVERY_MS = 5_000;
/**
 * Jobs at a time in one process: intake and reply mostly wait, coding is pure computation. Microsoft 365 takes three
 * connections of one sender.
 */
const AT_A_TIME: Readonly<Record<WorkStage, number>> = { intake: 4, coding: 2, reply: 3 };

/** Starts one of the five processes; in production each runs alone, `caseconsult start` runs them all in one. */
export const START: Readonly<Record<ProcessName, (container: Container) => Promise<Running>>> = {
  inbox: startInbox,
  intake: startIntake,
  coding: startCoding,
  reply: startReply,
  housekeeping: startKeeper,
};

async function startInbox({ config, storage, mailServers, doorbell, log, meter }: Container): Promise<Running> {
  const options = mailServers.imap(required(config.mailbox, 'IMAP_URL'), config.limits.mailBytes);
  const ports = { store: storage.stores.consultations, doorbell, log };
  const onMail: Parameters<typeof watchMailbox>[2] = async (mail) => {
    await receive(mail, ports);
  };
  const health = meter.mailbox();
  const watch = watchMailbox(options, storage.stores.mailboxes, onMail, log, health);
  return { stop: () => watch.stop(), parts: { mailbox: () => (health.isConnected() ? 'ok' : 'not connected') } };
}

async function startIntake(container: Container): Promise<Running> {
  const { config, storage, log, meter } = container;
  const proof = senderProof(config.identity);
  const readers = openReaders(config);
  const ports = {
    ...readers,
    attachments: meteredReader(readers.attachments, meter),
    log,
    store: storage.stores.consultations,
    own: ownIdentity(config.consult.address),
    reports: storage.stores.reports,
    gateFor: (claim: Claim) => senderGate(claim, { ...storage.stores, rules: config.senders, proof }),
  };
  const stage = await work(container, 'intake', (claim) => performIntake(claim, ports));
  return stopping(stage, readers);
}

async function startCoding(container: Container): Promise<Running> {
  const { db } = container.storage;
  const library = await openLibrary(await readOfficialTexts(db));
  const ports = {
    ...(await codingPorts(container.config, library, createOfficialData(db))),
    store: container.storage.stores.consultations,
  };
  return work(container, 'coding', (claim) => performCoding(claim, ports));
}

async function startReply(container: Container): Promise<Running> {
  const { config, storage, mailServers, log, clock, meter } = container;
  // One thread: a reply reads the headers of its mail only.
  const mime = createMimeReader({ timeoutMs: config.limits.parseMs, maxBytes: config.limits.mailBytes, threads: 1 });
  const postman = meteredPostman(createPostman(mailServers.smtp(required(config.smtp, 'SMTP_URL'))), meter);
  const ports = {
    mime,
    postman,
    log,
    renderer: createReplyRenderer(),
    composer: createMailComposer({
      fromAddress: config.consult.address,
      fromName: config.consult.name,
      messageIdDomain: domainOf(config.consult.address),
      dkim: config.dkim && { ...config.dkim, privateKey: config.dkim.key.reveal() },
    }),
    outbox: storage.stores.outbox,
    copies: config.consult.copiesColleagues ? copiesToColleagues(config.consult.address) : () => [],
    cap: replyCap(config.senders, storage.stores.senders),
    pace: storage.stores.pace,
    policy: config.sending,
    clock,
    store: storage.stores.consultations,
  };
  const stage = await work(container, 'reply', (claim) => performReply(claim, ports));
  return stopping(stage, postman, mime);
}

async function startKeeper({ config, storage, doorbell, clock, log, meter }: Container): Promise<Running> {
  const { heldMailDays } = config.limits;
  const { openWork } = createOpenWorkReader({ db: storage.db, clock, heldMailDays });
  meter.watchOpenWork(openWork);
  const store = storage.stores.consultations;
  const everyMs = HOUSEKEEPING_EVERY_MS;
  return startHousekeeping({ db: storage.db, store, doorbell, clock, everyMs, heldMailDays, log });
}

async function work(
  { backend, log, perform: ports }: Container,
  stage: WorkStage,
  handle: (claim: Claim) => Promise<WorkStage | undefined>,
): Promise<Running> {
  const listener = listen(stage, (id) => perform(stage, id, handle, ports), {
    backend,
    log,
    concurrency: AT_A_TIME[stage],
  });
  await listener.ready;
  return { stop: () => listener.close(STOP_WITHIN_MS) };
}

function stopping(first: Running, ...then: readonly { close(): Promise<void> | void }[]): Running {
  return {
    async stop() {
      await first.stop();
      for (const part of then) await part.close();
    },
  };
}

/** The settings that these processes cannot do without and that are not set. */
export function missingSettings(names: readonly ProcessName[], { mailbox, smtp }: Config): readonly Fault[] {
  return [
    ...(names.includes('inbox') && mailbox === undefined ? [missing('IMAP_URL')] : []),
    ...(names.includes('reply') && smtp === undefined ? [missing('SMTP_URL')] : []),
  ];
}

function missing(name: string): Fault {
  return { name, what: 'required to run this process' };
}

function required<T>(value: T | undefined, setting: string): T {
  if (value === undefined) throw new ConfigFault([missing(setting)]);
  return value;
}
