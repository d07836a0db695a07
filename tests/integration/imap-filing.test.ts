import { describe, expect, test } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { startImapFront } from '../support/imap-front.ts';
import { waitUntil } from '../support/wait-until.ts';
import { useMailboxBehind } from '../support/watched-mailbox.ts';

const mail = (name: string) =>
  `From: a@clinic.example\r\nMessage-ID: <${name}@clinic.example>\r\nSubject: ${name}\r\n\r\nNote ${name}.\r\n`;

describe('filing decided mails', () => {
  const room = useMailboxBehind(startDovecot, (dovecot) => startImapFront(dovecot.imapPort));
  const count = async (folder: string) => (await room.server.listFolder(folder)).length;

  async function decide(mails: number): Promise<void> {
    for (let at = 1; at <= mails; at += 1) await room.server.deliver(mail(`mail-${at}`));
    room.begin({ sweepMs: 200 });
    await room.received(mails);
    room.store.decideAll('Processed');
    room.watch?.nudge();
  }
  const filed = (mails: number) =>
    waitUntil('all filed', async () => (await count('Processed')) === mails && room.store.waitingToBeFiled() === 0);

  test('works without MOVE: copied, then the copied ones alone are expunged', async () => {
    room.line.hide('MOVE');
    await decide(3);
    await filed(3);
    expect(await count('INBOX')).toBe(0);
    const used = room.line.commands.filter((command) => /\b(?:COPY|STORE|EXPUNGE|MOVE)\b/.test(command));
    expect(used.map((command) => /^UID \w+/.exec(command)?.[0])).toEqual(['UID COPY', 'UID STORE', 'UID EXPUNGE']);
    expect(used[1]).toMatch(/\\Deleted/);
  });

  test('keeps a mail in the inbox when the copy is refused, and deletes nothing', async () => {
    room.line.hide('MOVE');
    room.line.script({ on: /^UID COPY/, says: 'NO [OVERQUOTA] Not enough disk quota', times: 2 });
    await decide(1);
    await filed(1);
    expect(await count('INBOX')).toBe(0);
    const first = room.line.commands.findIndex((command) => command.startsWith('UID COPY'));
    expect(room.line.commands[first + 1]).not.toMatch(/STORE|EXPUNGE/);
  });

  test('keeps a mail in the inbox while the account is over its quota, told once a sweep, and goes on receiving', async () => {
    room.line.script({ on: /^UID MOVE/, says: 'NO [OVERQUOTA] Not enough disk quota', times: 1_000 });
    await decide(1);
    const stuck = () => room.log.lines.filter(({ event }) => event === 'decided mails could not be moved');
    await waitUntil('two sweeps', () => stuck().length >= 2);
    expect(await count('INBOX')).toBe(1);
    const sweeps = room.line.commands.filter((command) => command.startsWith('UID SEARCH ALL')).length;
    const moves = room.line.commands.filter((command) => command.startsWith('UID MOVE')).length;
    expect(moves).toBeLessThanOrEqual(sweeps);
    await room.server.deliver(mail('another'));
    await room.received(2);
    expect(room.line.opened()).toBe(1);
  });

  test('names mails by their UIDs alone, never by sequence numbers', async () => {
    await decide(3);
    await filed(3);
    const addressed = room.line.commands.filter((command) =>
      /\b(?:FETCH|STORE|COPY|MOVE|SEARCH|EXPUNGE)\b/.test(command),
    );
    expect(addressed.length).toBeGreaterThan(3);
    expect(addressed.filter((command) => !command.startsWith('UID '))).toEqual([]);
  });

  test('works on no mailbox that is read-only, and says so', async () => {
    room.line.readOnly(true);
    await room.server.deliver(mail('one'));
    room.begin();
    await waitUntil('the reason', () => room.log.lines.some(({ fields }) => fields['fault'] === 'MailboxReadOnly'));
    expect(room.store.mails).toEqual([]);
    room.line.readOnly(false);
    await room.received(1);
  });
});
