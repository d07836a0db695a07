import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseMail, inReplyTo, receivedMail } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';

/** What came while the service was away: each mail counts when it came, not when it is read. */

const CAP = 2;
const MAILS = 6;
const HOUR_MS = 3_600_000;
let service: TestService;

beforeAll(async () => {
  service = await startService({ env: { UNPROVEN_SENDERS: 'review', LOOP_MAILS: String(CAP) } });
  await service.kill('inbox');
}, 400_000);
afterAll(() => service?.stop());

/** Lays mails on one subject into the mailbox, as a mail server did at these times. */
async function appendAll(name: string, times: readonly Date[]): Promise<void> {
  const { imapPort: port, user, password: pass } = service.dovecot;
  const client = new ImapFlow({ host: '127.0.0.1', port, auth: { user, pass }, logger: false });
  await client.connect();
  for (const [at, time] of times.entries()) {
    const from = `${name}@clinic.example`;
    const mail = receivedMail(caseMail({ id: `${name}-${at}`, from, subject: `Op notes of ${name}` }));
    await client.append('INBOX', Buffer.from(mail), [], time);
  }
  await client.logout();
}

test('a backlog of hours is answered whole, and one of a minute is held above the cap', async () => {
  const hours = Array.from({ length: MAILS }, (_, at) => new Date(Date.now() - (MAILS - at) * HOUR_MS));
  const minute = Array.from({ length: MAILS }, (_, at) => new Date(Date.now() - HOUR_MS + at * 1_000));
  await appendAll('steady', hours);
  await appendAll('rush', minute);
  await service.start('inbox');
  const all = await service.settled(2 * MAILS, 240_000);
  const answered = (name: string) =>
    service.sink.mails.filter(({ source }) => inReplyTo(source)?.startsWith(`${name}-`)).length;
  expect(answered('steady')).toBe(MAILS);
  expect(answered('rush')).toBe(CAP);
  const held = all.filter(({ status }) => status === 'held');
  expect(held).toHaveLength(MAILS - CAP);
  for (const { reason } of held)
    expect(reason).toMatch(/perhaps a loop: more than 2 mails of one sender on one subject/);
}, 400_000);
