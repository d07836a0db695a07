import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ReceivedMail } from '../../src/pipeline/ports.ts';
import { asSomebodyElse, MAIL_SERVERS } from '../support/mail-servers.ts';
import { waitUntil } from '../support/wait-until.ts';
import { useMailbox } from '../support/watched-mailbox.ts';

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
  const room = useMailbox(start);
  const { begin, received, opened } = room;

  async function filedAs(folder: string, count: number) {
    await waitUntil(`${count} mails in ${folder}`, async () => {
      room.watch?.nudge();
      return (
        (await room.server.folder(`${room.server.prefix}${folder}`)).length === count &&
        room.store.waitingToBeFiled() === 0
      );
    });
  }

  test('receives what lay there before, oldest first, byte for byte', async () => {
    for (const name of ['one', 'two', 'three']) await room.server.deliver(mail(name));
    begin();
    await received(3);
    expect(names(room.store.mails)).toEqual(['one', 'two', 'three']);
    const stored = await room.server.folder('INBOX');
    expect(room.store.mails.map(({ source }) => Buffer.from(source).toString())).toEqual(stored);
  });

  test('tells when a mail came, not when it was read', async () => {
    const before = Date.now();
    await room.server.deliver(mail('early'));
    await sleep(2_000);
    const begun = Date.now();
    begin();
    await received(1);
    const arrivedAt = room.store.mails[0]?.arrivedAt?.getTime() ?? 0;
    // INTERNALDATE knows no parts of a second.
    expect(arrivedAt).toBeGreaterThan(before - 1_000);
    expect(arrivedAt).toBeLessThan(begun);
  });

  test('learns of a delivery by IDLE, long before the next sweep', async () => {
    begin();
    await opened();
    await room.server.deliver(mail('idle-one'));
    await received(1);
    await room.server.deliver(mail('idle-two'));
    await received(2);
    expect(room.store.duplicates()).toBe(0);
  });

  test('finds a delivery by its sweep', async () => {
    begin({ sweepMs: 50 });
    await opened();
    await room.server.deliver(mail('swept'));
    await received(1);
  });

  test('receives a mail that a person has already read', async () => {
    await room.server.deliver(mail('read-before'));
    await asSomebodyElse(room.server, (client) => client.messageFlagsAdd('1', ['\\Seen']));
    begin();
    await received(1);
  });

  test('receives each mail once over many cut connections', async () => {
    begin();
    for (let at = 1; at <= 6; at += 1) {
      await room.server.deliver(mail(`cut-${at}`));
      room.line.cut();
      await received(at);
    }
    expect(names(room.store.mails)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `cut-${at}`));
    expect(room.line.opened()).toBeGreaterThan(1);
  });

  test('receives the whole of a mail whose transfer was cut in the middle', async () => {
    const body = 'A line of a long operative note.\r\n'.repeat(8_000);
    await room.server.deliver(mail('long', body));
    room.line.cutAfterBytes(100_000);
    begin();
    await received(1);
    expect(Buffer.from(room.store.mails[0]!.source).toString()).toContain(body);
    expect(room.line.opened()).toBe(2);
  });

  test('compares every mail again when the server renumbered the mailbox', async () => {
    for (const name of ['before-one', 'before-two']) await room.server.deliver(mail(name));
    begin();
    await received(2);
    await room.server.renumber();
    await room.server.deliver(mail('after'));
    room.line.cut();
    await received(3);
    expect(names(room.store.mails)).toEqual(['before-one', 'before-two', 'after']);
    await waitUntil('both old mails recognised', () => room.store.duplicates() === 2);
    room.store.decideAll('Processed');
    await filedAs('Processed', 3);
  });

  test('moves a mail only after its outcome is decided', async () => {
    await room.server.deliver(mail('first'));
    begin();
    await received(1);
    room.watch?.nudge();
    room.store.decideAll('Processed');
    await room.server.deliver(mail('second'));
    await received(2);
    await filedAs('Processed', 1);
    expect(await room.server.folder('INBOX')).toHaveLength(1);
    room.store.decideAll('Rejected');
    await filedAs('Rejected', 1);
    expect(await room.server.folder('INBOX')).toHaveLength(0);
    expect(await room.server.folder(`${room.server.prefix}Failed`)).toHaveLength(0);
  });

  test('counts a decided mail as filed when a person has taken it away', async () => {
    await room.server.deliver(mail('taken'));
    begin();
    await received(1);
    await asSomebodyElse(room.server, (client) => client.messageDelete('1'));
    room.store.decideAll('Processed');
    await filedAs('Processed', 0);
  });

  test('creates a filing folder again that was deleted', async () => {
    await room.server.deliver(mail('homeless'));
    begin();
    await received(1);
    await asSomebodyElse(room.server, (client) => client.mailboxDelete('Processed'));
    room.store.decideAll('Processed');
    await filedAs('Processed', 1);
  });

  test('fetches only the headers of a mail over the limit', async () => {
    await room.server.deliver(mail('huge', 'x'.repeat(70).concat('\r\n').repeat(5_000)));
    await room.server.deliver(mail('small'));
    begin({ mailBytes: 100_000 });
    await received(2);
    const huge = Buffer.from(room.store.mails[0]!.source).toString();
    expect(room.store.mails[0]!.oversizeBytes).toBeGreaterThan(300_000);
    expect(huge).toMatch(/Subject: Planted subject huge[\s\S]*\r\n\r\n$/);
    expect(huge).not.toContain('xxx');
    expect(room.store.mails[1]!.oversizeBytes).toBeUndefined();
  });

  test('goes on beside a mail that cannot be received, reports it by its UID only and keeps it', async () => {
    let poisoned = true;
    const onMail = async (mail: ReceivedMail) => {
      if (poisoned && names([mail])[0] === 'poison') throw new Error('Planted subject in a fault');
      await room.store.receive(mail);
    };
    begin({ sweepMs: 100 }, { onMail });
    for (const name of ['healthy-one', 'poison', 'healthy-two']) await room.server.deliver(mail(name));
    await received(2);
    const alarm = await waitUntil('the alarm', () => room.log.lines.find((line) => line.level === 'error'));
    // The server numbers what came in one moment in any order.
    const found = await asSomebodyElse(room.server, (client) => client.search({ subject: 'poison' }, { uid: true }));
    const [uid] = found || [];
    expect(alarm.fields).toEqual({ uid, attempt: 3, fault: 'Error' });
    expect(JSON.stringify(room.log.lines)).not.toMatch(/planted/i);
    poisoned = false;
    await received(3);
    expect(names(room.store.mails).toSorted()).toEqual(['healthy-one', 'healthy-two', 'poison']);
    expect(names(room.store.mails).at(-1)).toBe('poison');
  });

  test('fetches no more than the workers can take', async () => {
    for (let at = 0; at < 5; at += 1) await room.server.deliver(mail(`many-${at}`));
    room.store.setBacklog('mails received');
    begin({ backlogLimit: 3 });
    await received(3);
    room.watch?.nudge();
    await waitUntil('another look', async () => (await room.server.folder('INBOX')).length === 5);
    expect(room.store.mails).toHaveLength(3);
    room.store.setBacklog(0);
    await received(5);
  });

  test('stops after the mail in hand and leaves no line open', async () => {
    for (const name of ['in-hand', 'later']) await room.server.deliver(mail(name));
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = false;
    const onMail = async (mail: ReceivedMail) => {
      begun = true;
      await held;
      await room.store.receive(mail);
    };
    begin({}, { onMail });
    await waitUntil('a mail in hand', () => begun);
    const stopped = room.watch!.stop();
    finish();
    await stopped;
    expect(names(room.store.mails)).toEqual(['in-hand']);
    await waitUntil('closed lines', () => room.line.open() === 0);
  });

  test('keeps trying with growing pauses when the login is refused, without a secret in the log', async () => {
    begin({ login: { kind: 'password', user: room.server.user, password: 'planted-password' } });
    await waitUntil('three tries', () => room.log.lines.filter((line) => line.event.includes('ended')).length >= 3);
    expect(JSON.stringify(room.log.lines)).not.toContain('planted');
  });
});
