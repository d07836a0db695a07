import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MailboxWatch, watchMailbox } from '../../src/adapters/imap/watch-mailbox.ts';
import type { MailboxStore } from '../../src/pipeline/mailbox-port.ts';
import { imapOptions } from '../support/imap-options.ts';
import { MAIL_SERVERS, type MailServer } from '../support/mail-servers.ts';
import { type TestMailboxStore, testMailboxStore } from '../support/mailbox-store.ts';
import { recordingLog } from '../support/recording-log.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { waitUntil } from '../support/wait-until.ts';

const MAIL = 'From: a@clinic.example\r\nMessage-ID: <silent@clinic.example>\r\nSubject: note\r\n\r\nA note.\r\n';

describe.each(MAIL_SERVERS)('a line to $name that falls silent', ({ start }) => {
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

  function begin(asked: MailboxStore = store): void {
    const options = imapOptions(server, proxy.port, { silenceMs: 300, sweepMs: 200 });
    watch = watchMailbox(options, asked, store.receive, log);
  }

  async function comesBack(): Promise<void> {
    await waitUntil('the end of the silent line', () => log.lines.some((line) => line.level === 'warn'));
    proxy.resume();
    await waitUntil('the mail', () => store.mails.length === 1);
    expect(proxy.opened()).toBeGreaterThan(1);
  }

  test('is given up, and the mail comes over a new one', async () => {
    begin();
    await waitUntil('an open mailbox', () => log.lines.some((line) => line.event === 'mailbox open'));
    proxy.pause();
    await server.deliver(MAIL);
    await comesBack();
  });

  test('is given up where the server has not yet granted IDLE', async () => {
    let isFirst = true;
    begin({
      ...store,
      // The last thing a sweep asks before it goes into IDLE.
      async toFile(mailbox, uidValidity) {
        const decided = await store.toFile(mailbox, uidValidity);
        if (isFirst) proxy.pause();
        isFirst = false;
        return decided;
      },
    });
    await waitUntil('a held line', () => !isFirst);
    await server.deliver(MAIL);
    await comesBack();
  });
});
