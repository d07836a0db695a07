import { afterEach, beforeEach } from 'vitest';
import type { ImapOptions } from '../../src/adapters/imap/options.ts';
import { type MailboxWatch, watchMailbox } from '../../src/adapters/imap/watch-mailbox.ts';
import type { MailboxStore } from '../../src/pipeline/mailbox-port.ts';
import type { ReceivedMail } from '../../src/pipeline/ports.ts';
import { imapOptions } from './imap-options.ts';
import type { MailServer } from './mail-servers.ts';
import { type TestMailboxStore, testMailboxStore } from './mailbox-store.ts';
import { recordingLog } from './recording-log.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import { waitUntil } from './wait-until.ts';

/** What stands between the watch and its server. */
export interface Between {
  readonly port: number;
  stop(): Promise<void>;
}

/** A mailbox of its own for each test of a file, and the watch over it once it has begun. */
export interface WatchedMailbox<Server extends { stop(): Promise<void> }, Line extends Between> {
  readonly server: Server;
  readonly line: Line;
  readonly store: TestMailboxStore;
  readonly log: ReturnType<typeof recordingLog>;
  readonly watch: MailboxWatch | undefined;
  begin(
    changes?: Partial<ImapOptions>,
    own?: { readonly onMail?: OnMail; readonly store?: MailboxStore },
  ): MailboxWatch;
  received(count: number): Promise<boolean>;
  /** Waits until the mailbox was opened so often. */
  opened(times?: number): Promise<boolean>;
}

type OnMail = (mail: ReceivedMail) => Promise<void>;
type Account = { readonly user: string; readonly password: string };

/** Behind a plain proxy. */
export function useMailbox(start: () => Promise<MailServer>): WatchedMailbox<MailServer, TcpProxy> {
  return useMailboxBehind(start, (server) => startTcpProxy(server.imapPort));
}

export function useMailboxBehind<Server extends Account & { stop(): Promise<void> }, Line extends Between>(
  start: () => Promise<Server>,
  between: (server: Server) => Promise<Line>,
): WatchedMailbox<Server, Line> {
  let room: { server: Server; line: Line; store: TestMailboxStore; log: ReturnType<typeof recordingLog> };
  let watch: MailboxWatch | undefined;

  beforeEach(async () => {
    const server = await start();
    room = { server, line: await between(server), store: testMailboxStore(), log: recordingLog() };
    watch = undefined;
  });
  afterEach(async () => {
    await watch?.stop();
    await room.line.stop();
    await room.server.stop();
  });

  return {
    get server() {
      return room.server;
    },
    get line() {
      return room.line;
    },
    get store() {
      return room.store;
    },
    get log() {
      return room.log;
    },
    get watch() {
      return watch;
    },
    begin(changes, { onMail = room.store.receive, store = room.store } = {}) {
      watch = watchMailbox(imapOptions(room.server, room.line.port, changes), store, onMail, room.log);
      return watch;
    },
    received: (count) => waitUntil(`${count} mails`, () => room.store.mails.length >= count),
    opened: (times = 1) =>
      waitUntil(
        'an open mailbox',
        () => room.log.lines.filter((line) => line.event === 'mailbox open').length >= times,
      ),
  };
}
