import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseMail, inReplyTo, receivedMail } from '../support/mails.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A sender who is not registered, from his first case to the end of his allowance. */

const GUEST = 'Chris <chris@elsewhere.example>';
let service: TestService;

beforeAll(async () => {
  service = await startService({
    env: { UNPROVEN_SENDERS: 'review', GUEST_ANSWERS: '1', GUEST_CONFIRMED_ANSWERS: '1' },
  });
}, 400_000);
afterAll(() => service?.stop());

/** Sends a mail of the guest; its reply, or undefined once it was decided that there is none. */
async function ask(id: string, { body, headers = [] }: { body?: string; headers?: readonly string[] } = {}) {
  const mail = caseMail({ id, from: GUEST, headers, ...(body === undefined ? {} : { body }) });
  const count = (await service.consultations()).length;
  await service.dovecot.deliver(receivedMail(mail, 'dmarc=pass header.from=elsewhere.example'));
  await service.settled(count + 1, 180_000);
  const reply = service.sink.mails.find(({ source }) => inReplyTo(source) === id);
  return reply && readReply(reply.source);
}

test('a guest has an answer, confirms his address by replying, which opens his case, and then is told of the limit once', async () => {
  expect((await ask('guest-1'))?.text).toContain('44970');
  const confirm = await ask('guest-2');
  expect(confirm?.text).toContain('reply to');
  expect(confirm?.text).not.toContain('44970');

  const answered = [`In-Reply-To: ${confirm?.messageId}`, `References: ${confirm?.messageId}`];
  expect(await ask('guest-3', { headers: answered, body: 'Yes, this is my address.' })).toBeUndefined();
  // The mail that waited is the fourth consultation.
  await service.settled(4, 180_000);
  const [, opened, ...more] = service.sink.mails.filter(({ source }) => inReplyTo(source) === 'guest-2');
  expect(more).toEqual([]);
  expect((await readReply(opened?.source ?? Buffer.of())).text).toContain('44970');

  expect((await ask('guest-5'))?.text).toContain('tomorrow');
  expect(await ask('guest-6')).toBeUndefined();
  const all = await waitUntil('all are decided', () => service.consultations());
  const ends = ['answered', 'answered', 'closed', 'answered', 'answered', 'closed'];
  expect(all.map(({ status }) => status)).toEqual(ends);
  expect(service.sink.mails).toHaveLength(4);
}, 600_000);
