import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImapOptions } from '../../src/adapters/imap/options.ts';
import { type MailboxWatch, watchMailbox } from '../../src/adapters/imap/watch-mailbox.ts';
import type { ReceivedMail } from '../../src/pipeline/ports.ts';
import { imapOptions } from '../support/imap-options.ts';
import { asSomebodyElse, MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts';
import { type TestMailboxStore, testMailboxStore } from '../support/mailbox-store.ts';
import { recordingLog } from '../support/recording-log.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { waitUntil } from '../support/wait-until.ts';

const mail = (name: string, body = 'An operative note.') =>
  [
    'From: Planted Sender <planted.sender@clinic.example>',
    'To: consult@consult.example',
    `Subject: Planted subject ${name}`,
    `Message-ID: <${name}@clinic.example>`,
    'Date: Mon, 23 Nov 2026 10:00:00 +0000',
    '',
    `${body}\r\n`,
  ].join('\r\n');
const names = (mails: readonly ReceivedMail[]) =>
  mails.map(({ source }) => /Planted subject (\S+)/.exec(Buffer.from(source).toString())?.[1]);

describe.each(MAIL_SERVERS)('the mailbox on $name', ({ start }) => {
  let server: MailServer;
  let proxy: TcpProxy;
  let store: TestMailboxStore;
  let log: ReturnType<typeof recordingLog>;
  let watch: MailboxWatch | undefined;

  beforeEach(async () => {
    server = await start();
    proxy = await startTcpProxy(server.imapPort);
    store = testMailboxStore();
    log = recordingLog();
    watch = undefined;
  });
  afterEach(async () => {
    await watch?.stop();
    await proxy.stop();
    await server.stop();
  });

  function begin(changes: Partial<ImapOptions> = {}, onMail = store.receive): void {
    watch = watchMailbox(imapOptions(server, proxy.port, changes), store, onMail, log);
  }
  const received = (count: number) => waitUntil(`${count} mails`, () => store.mails.length >= count);
  const opened = () => waitUntil('an open mailbox', () => log.lines.some((line) => line.event === 'mailbox open'));
  async function filedAs(folder: string, count: number) {
    await waitUntil(`${count} mails in ${folder}`, async () => {
      watch?.nudge();
      return (await server.folder(`${server.prefix}${folder}`)).length === count && store.waitingToBeFiled() === 0;
    });
  }

  test('receives what lay there before, oldest first, byte for byte', async () => {
    for (const name of ['one', 'two', 'three']) await server.deliver(mail(name));
    begin();
    await received(3);
    expect(names(store.mails)).toEqual(['one', 'two', 'three']);
    const stored = await server.folder('INBOX');
    expect(store.mails.map(({ source }) => Buffer.from(source).toString())).toEqual(stored);
  });

  test('learns of a delivery by IDLE, long before the next sweep', async () => {
    begin();
    await opened();
    await server.deliver(mail('idle-one'));
    await received(1);
    await server.deliver(mail('idle-two'));
    await received(2);
    expect(store.duplicates()).toBe(0);
  });

  test('finds a delivery by its sweep', async () => {
    begin({ sweepMs: 50 });
    await opened();
    await server.deliver(mail('swept'));
    await received(1);
  });

  test('receives a mail that a person has already read', async () => {
    await server.deliver(mail('read-before'));
    await asSomebodyElse(server, (client) => client.messageFlagsAdd('1', ['\\Seen']));
    begin();
    await received(1);
  });

  test('receives each mail once over many cut connections', async () => {
    begin();
    for (let at = 1; at <= 6; at += 1) {
      await server.deliver(mail(`cut-${at}`));
      proxy.cut();
      await received(at);
    }
    expect(names(store.mails)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `cut-${at}`));
    expect(proxy.opened()).toBeGreaterThan(1);
  });

  test('receives the whole of a mail whose transfer was cut in the middle', async () => {
    const body = 'A line of a long operative note.\r\n'.repeat(8_000);
    await server.deliver(mail('long', body));
    proxy.cutAfterBytes(100_000);
    begin();
    await received(1);
    expect(Buffer.from(store.mails[0]!.source).toString()).toContain(body);
    expect(proxy.opened()).toBe(2);
  });

  test('compares every mail again when the server renumbered the mailbox', async () => {
    for (const name of ['before-one', 'before-two']) await server.deliver(mail(name));
    begin();
    await received(2);
    await server.renumber();
    await server.deliver(mail('after'));
    proxy.cut();
    await received(3);
    expect(names(store.mails)).toEqual(['before-one', 'before-two', 'after']);
    await waitUntil('both old mails recognised', () => store.duplicates() === 2);
    store.decideAll('Processed');
    await filedAs('Processed', 3);
  });

  test('moves a mail only after its outcome is decided', async () => {
    await server.deliver(mail('first'));
    begin();
    await received(1);
    watch?.nudge();
    store.decideAll('Processed');
    await server.deliver(mail('second'));
    await received(2);
    await filedAs('Processed', 1);
    expect(await server.folder('INBOX')).toHaveLength(1);
    store.decideAll('Rejected');
    await filedAs('Rejected', 1);
    expect(await server.folder('INBOX')).toHaveLength(0);
    expect(await server.folder(`${server.prefix}Failed`)).toHaveLength(0);
  });

  test('counts a decided mail as filed when a person has taken it away', async () => {
    await server.deliver(mail('taken'));
    begin();
    await received(1);
    await asSomebodyElse(server, (client) => client.messageDelete('1'));
    store.decideAll('Processed');
    await filedAs('Processed', 0);
  });

  test('creates a filing folder again that was deleted', async () => {
    await server.deliver(mail('homeless'));
    begin();
    await received(1);
    await asSomebodyElse(server, (client) => client.mailboxDelete('Processed'));
    store.decideAll('Processed');
    await filedAs('Processed', 1);
  });

  test('fetches only the headers of a mail over the limit', async () => {
    await server.deliver(mail('huge', 'x'.repeat(70).concat('\r\n').repeat(5_000)));
    await server.deliver(mail('small'));
    begin({ mailBytes: 100_000 });
    await received(2);
    const huge = Buffer.from(store.mails[0]!.source).toString();
    expect(store.mails[0]!.oversizeBytes).toBeGreaterThan(300_000);
    expect(huge).toMatch(/Subject: Planted subject huge[\s\S]*\r\n\r\n$/);
    expect(huge).not.toContain('xxx');
    expect(store.mails[1]!.oversizeBytes).toBeUndefined();
  });

  test('goes on beside a mail that cannot be received, reports it by its UID only and keeps it', async () => {
    let poisoned = true;
    begin({ sweepMs: 100 }, async (received) => {
      if (poisoned && names([received])[0] === 'poison') throw new Error('Planted subject in a fault');
      await store.receive(received);
    });
    for (const name of ['healthy-one', 'poison', 'healthy-two']) await server.deliver(mail(name));
    await received(2);
    const alarm = await waitUntil('the alarm', () => log.lines.find((line) => line.level === 'error'));
    expect(alarm.fields).toEqual({ uid: 2, attempt: 3, fault: 'Error' });
    expect(JSON.stringify(log.lines)).not.toMatch(/planted/i);
    poisoned = false;
    await received(3);
    expect(names(store.mails)).toEqual(['healthy-one', 'healthy-two', 'poison']);
  });

  test('fetches no more than the workers can take', async () => {
    for (let at = 0; at < 5; at += 1) await server.deliver(mail(`many-${at}`));
    store.setBacklog('mails received');
    begin({ backlogLimit: 3 });
    await received(3);
    watch?.nudge();
    await waitUntil('another look', async () => (await server.folder('INBOX')).length === 5);
    expect(store.mails).toHaveLength(3);
    store.setBacklog(0);
    await received(5);
  });

  test('stops after the mail in hand and leaves no line open', async () => {
    for (const name of ['in-hand', 'later']) await server.deliver(mail(name));
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = false;
    begin({}, async (received) => {
      begun = true;
      await held;
      await store.receive(received);
    });
    await waitUntil('a mail in hand', () => begun);
    const stopped = watch!.stop();
    finish();
    await stopped;
    expect(names(store.mails)).toEqual(['in-hand']);
    await waitUntil('closed lines', () => proxy.open() === 0);
  });

  test('keeps trying with growing pauses when the login is refused, without a secret in the log', async () => {
    begin({ login: { kind: 'password', user: server.user, password: 'planted-password' } });
    await waitUntil('three tries', () => log.lines.filter((line) => line.event.includes('ended')).length >= 3);
    expect(JSON.stringify(log.lines)).not.toContain('planted');
  });
});
