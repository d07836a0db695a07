import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { listenOnLoopback } from './loopback.ts';
import { waitUntil } from './wait-until.ts';

/** What the sink does with one mail. */
export type SinkBehaviour =
  | { readonly does: 'accept'; readonly afterMs?: number }
  /** Takes the mail and says so this much later. */
  | { readonly does: 'acknowledge-late'; readonly afterMs: number }
  /** Refuses with this reply code and text: at the recipient, or at the end of the data. */
  | { readonly does: 'refuse'; readonly code: number; readonly at: 'recipient' | 'data'; readonly says?: string }
  /** Breaks the line instead of accepting the recipient. */
  | { readonly does: 'drop-before-data' }
  /** Breaks the line in the middle of the body: it was not taken. */
  | { readonly does: 'drop-in-data' }
  /** Takes the whole body and breaks the line instead of answering. */
  | { readonly does: 'drop-after-data' };

export interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: Buffer;
  /** False when the line was broken instead of an answer. */
  readonly acknowledged: boolean;
}

export interface SmtpSink {
  readonly port: number;
  /** Mails whose body arrived, in order. */
  readonly mails: readonly SunkMail[];
  /** Transactions begun, whatever became of them. */
  transactions(): number;
  /** The next mails are treated like this, one behaviour each; after them everything is accepted. */
  script(...behaviours: readonly SinkBehaviour[]): void;
  /** Treats every mail like this from now on; undefined: accept. */
  always(behaviour: SinkBehaviour | undefined): void;
  /** Refuses these recipients with this reply code (550 unless told), whatever else is set. */
  refuseFor(isRefused: (recipient: string) => boolean, code?: number): void;
  waitForMails(count: number, withinMs?: number): Promise<readonly SunkMail[]>;
  stop(): Promise<void>;
}

const ACCEPT: SinkBehaviour = { does: 'accept' };

/** An SMTP server on loopback that keeps what it gets and misbehaves on demand. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const scripted: SinkBehaviour[] = [];
  const chosen = new WeakMap<SMTPServerSession, SinkBehaviour>();
  const sockets = new Map<number, Socket>();
  let standing = ACCEPT;
  let isRefused = (_recipient: string) => false;
  let refusalCode = 550;
  let transactions = 0;

  const drop = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username }),
    onMailFrom(_address, session, callback) {
      transactions += 1;
      chosen.set(session, scripted.shift() ?? standing);
      callback();
    },
    onRcptTo({ address }, session, callback) {
      const behaviour = chosen.get(session) ?? ACCEPT;
      if (isRefused(address)) callback(refusal({ does: 'refuse', code: refusalCode, at: 'recipient' }));
      else if (behaviour.does === 'drop-before-data') drop(session);
      else if (behaviour.does === 'refuse' && behaviour.at === 'recipient') callback(refusal(behaviour));
      else callback();
    },
    onData(stream, session, callback) {
      const behaviour = chosen.get(session) ?? ACCEPT;
      if (behaviour.does === 'drop-in-data') {
        stream.once('data', () => drop(session));
        return;
      }
      stream.toArray().then(async (chunks) => {
        const keep = (acknowledged: boolean) => mails.push(sunk(session, chunks as Buffer[], acknowledged));
        if (behaviour.does === 'drop-after-data') {
          keep(false);
          drop(session);
        } else if (behaviour.does === 'refuse') {
          callback(refusal(behaviour));
        } else if (behaviour.does === 'acknowledge-late') {
          keep(true);
          await sleep(behaviour.afterMs);
          callback(null);
        } else {
          if (behaviour.does === 'accept' && behaviour.afterMs !== undefined) await sleep(behaviour.afterMs);
          keep(true);
          callback(null);
        }
      }, callback);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  const port = await listenOnLoopback(server.server);
  return {
    port,
    mails,
    transactions: () => transactions,
    script: (...behaviours) => void scripted.push(...behaviours),
    always(behaviour) {
      standing = behaviour ?? ACCEPT;
    },
    refuseFor(refused, code = 550) {
      isRefused = refused;
      refusalCode = code;
    },
    waitForMails: (count, withinMs) =>
      waitUntil(`${count} mails at the SMTP sink`, () => mails.length >= count && mails, withinMs),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function refusal({ code, says }: Extract<SinkBehaviour, { does: 'refuse' }>): Error {
  return Object.assign(new Error(says ?? (code < 500 ? 'try again later' : 'refused')), { responseCode: code });
}

function sunk({ envelope }: SMTPServerSession, chunks: readonly Buffer[], acknowledged: boolean): SunkMail {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map((recipient) => recipient.address),
    source: Buffer.concat(chunks),
    acknowledged,
  };
}
