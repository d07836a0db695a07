import { createConnection, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailboxWatch, watchMailbox } from '../../src/adapters/imap/watch-mailbox.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { imapOptions } from '../support/imap-options.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { type TestMailboxStore, testMailboxStore } from '../support/mailbox-store.ts';
import { recordingLog } from '../support/recording-log.ts';
import { waitUntil } from '../support/wait-until.ts';

let dovecot: Dovecot;
let store: TestMailboxStore;
let watch: MailboxWatch;

beforeEach(async () => {
  dovecot = await startDovecot();
  store = testMailboxStore();
});
afterEach(async () => {
  await watch.stop();
  await dovecot.stop();
});

const deliver = (at: number) =>
  dovecot.deliver(
    `From: a@clinic.example\r\nMessage-ID: <${at}@clinic.example>\r\nSubject: note\r\n\r\nNote ${at}\r\n`,
  );
/** Dovecot holds back new sessions for a while when some were killed. */
const RECOVERY_MS = 120_000;
const received = (count: number) => waitUntil(`${count} mails`, () => store.mails.length >= count, RECOVERY_MS);

test('receives and files each mail once while the sessions of the server are killed again and again', async () => {
  const log = recordingLog();
  watch = watchMailbox(imapOptions(dovecot, dovecot.imapPort), store, store.receive, log);
  let killed = 0;
  for (let at = 1; at <= 8; at += 1) {
    // A session killed while it starts would make Dovecot hold back new ones.
    await waitUntil(
      'a new session',
      () => log.lines.filter(({ event }) => event === 'mailbox open').length >= at,
      RECOVERY_MS,
    );
    await deliver(at);
    killed += await dovecot.killChildren();
    await received(at);
    store.decideAll('Processed');
    watch.nudge();
  }
  expect(killed).toBeGreaterThanOrEqual(8);
  await waitUntil(
    'all filed',
    async () => {
      watch.nudge();
      return (await dovecot.listFolder('Processed')).length === 8 && store.waitingToBeFiled() === 0;
    },
    RECOVERY_MS,
  );
  expect(await dovecot.listFolder('INBOX')).toHaveLength(0);
}, 360_000);

test('comes back after the server was down', async () => {
  await deliver(1);
  const log = recordingLog();
  watch = watchMailbox(imapOptions(dovecot, dovecot.imapPort), store, store.receive, log);
  await received(1);
  await dovecot.halt();
  await waitUntil('failed connections', () => log.lines.some(({ fields: { fault } }) => fault === 'ECONNREFUSED'));
  await dovecot.start();
  await deliver(2);
  await received(2);
});

test('waits for a server that is not there yet', async () => {
  await deliver(1);
  await dovecot.halt();
  watch = watchMailbox(imapOptions(dovecot, dovecot.imapPort), store, store.receive, recordingLog());
  await dovecot.start();
  await received(1);
});

test.each([
  ['hangs up at once', (socket: Socket) => socket.resetAndDestroy()],
  ['hangs up after its greeting', (socket: Socket) => socket.end('* OK ready\r\n')],
  ['says what no mail server says', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['is full', (socket: Socket) => socket.end('* BYE Too many connections\r\n')],
])('survives a server that %s', async (_what, answer) => {
  await deliver(1);
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.on('error', () => undefined);
    if (calls <= 3) answer(socket);
    else socket.pipe(createConnection(dovecot.imapPort, '127.0.0.1').on('error', () => undefined)).pipe(socket);
  });
  const port = await listenOnLoopback(server);
  watch = watchMailbox(imapOptions(dovecot, port), store, store.receive, recordingLog());
  await received(1);
  expect(calls).toBeGreaterThan(3);
  await watch.stop();
  server.close();
});

test('survives a store that is out of order for a while', async () => {
  let broken = true;
  const breaking = {
    ...store,
    unknownUids: (...known: Parameters<typeof store.unknownUids>) =>
      broken ? Promise.reject(new Error('no database')) : store.unknownUids(...known),
  };
  const log = recordingLog();
  await deliver(1);
  watch = watchMailbox(imapOptions(dovecot, dovecot.imapPort), breaking, store.receive, log);
  await waitUntil('three tries', () => log.lines.filter(({ fields: { fault } }) => fault === 'Error').length >= 3);
  broken = false;
  await received(1);
});
