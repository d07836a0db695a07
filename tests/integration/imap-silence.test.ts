import { describe, expect, test } from 'vitest';
import type { MailboxStore } from '../../src/pipeline/mailbox-port.ts';
import { MAIL_SERVERS } from '../support/mail-servers.ts';
import { waitUntil } from '../support/wait-until.ts';
import { useMailbox } from '../support/watched-mailbox.ts';

const MAIL = 'From: a@clinic.example\r\nMessage-ID: <silent@clinic.example>\r\nSubject: note\r\n\r\nA note.\r\n';

describe.each(MAIL_SERVERS)('a line to $name that falls silent', ({ start }) => {
  const room = useMailbox(start);
  const begin = (store: MailboxStore = room.store) => room.begin({ silenceMs: 300, sweepMs: 200 }, { store });

  async function comesBack(): Promise<void> {
    await waitUntil('the end of the silent line', () => room.log.lines.some((line) => line.level === 'warn'));
    room.line.resume();
    await waitUntil('the mail', () => room.store.mails.length === 1);
    expect(room.line.opened()).toBeGreaterThan(1);
  }

  test('is given up, and the mail comes over a new one', async () => {
    begin();
    await room.opened();
    room.line.pause();
    await room.server.deliver(MAIL);
    await comesBack();
  });

  test('is given up where the server has not yet granted IDLE', async () => {
    let isFirst = true;
    begin({
      ...room.store,
      // The last thing a sweep asks before it goes into IDLE.
      async toFile(mailbox, uidValidity) {
        const decided = await room.store.toFile(mailbox, uidValidity);
        if (isFirst) room.line.pause();
        isFirst = false;
        return decided;
      },
    });
    await waitUntil('a held line', () => !isFirst);
    await room.server.deliver(MAIL);
    await comesBack();
  });
});
