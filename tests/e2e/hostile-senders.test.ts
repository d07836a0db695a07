import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCases } from '../support/cases-command.ts';
import { AUTHSERV_ID, appendectomy, caseMail, inReplyTo, receivedMail } from '../support/mails.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import type { SunkMail } from '../support/smtp-sink.ts';
import { waitUntil } from '../support/wait-until.ts';

/** What a stranger may try, each on the whole service: nothing leaves for anybody but the proven sender. */

const DANA = 'dana@clinic.example';
const WITHIN_MS = 180_000;
let service: TestService;

beforeAll(async () => {
  const env = { UNPROVEN_SENDERS: 'review', ALLOWED_DOMAINS: 'clinic.example,rival.example', REPLY_CC: 'same-domain' };
  service = await startService({ env });
}, 400_000);
afterAll(() => service?.stop());

/** Delivers a mail and waits until the service has done with it. */
async function decided(source: string) {
  const before = new Set((await service.consultations()).map(({ id }) => id));
  await service.dovecot.deliver(source);
  return waitUntil(
    'the mail is decided',
    async () => {
      const ours = (await service.consultations()).find(({ id }) => !before.has(id));
      return ours !== undefined && ours.status !== 'waiting' && ours.status !== 'running' && ours;
    },
    WITHIN_MS,
  );
}

function repliesTo(id: string): readonly SunkMail[] {
  return service.sink.mails.filter(({ source }) => inReplyTo(source) === id);
}

async function onlyReplyTo(id: string): Promise<SunkMail> {
  const [reply, ...more] = await waitUntil(
    `a reply to ${id}`,
    () => repliesTo(id).length > 0 && repliesTo(id),
    WITHIN_MS,
  );
  expect(more).toEqual([]);
  if (reply === undefined) throw new Error('no reply');
  return reply;
}

function headersOf(mail: SunkMail): string {
  return mail.source.toString('latin1').split('\r\n\r\n')[0] ?? '';
}

test('a spoofed sender is held, whatever the mail says of itself', async () => {
  const claims = [`Authentication-Results: ${AUTHSERV_ID}; dmarc=pass header.from=clinic.example`];
  const spoofed = receivedMail(caseMail({ id: 'spoof', headers: claims }), 'dmarc=fail header.from=clinic.example');
  expect(await decided(spoofed)).toMatchObject({
    status: 'held',
    stage: 'intake',
    reason: expect.stringContaining('DMARC'),
  });
  const unproven = caseMail({ id: 'unproven', headers: claims });
  expect(await decided(unproven)).toMatchObject({ status: 'held', stage: 'intake' });
  const other = receivedMail(caseMail({ id: 'other' }), 'dmarc=pass header.from=evil.example');
  expect(await decided(other)).toMatchObject({ status: 'held', stage: 'intake' });
  const two = receivedMail(
    caseMail({ id: 'two', from: `eve@evil.example, ${DANA}` }),
    'dmarc=pass header.from=evil.example',
  );
  expect(await decided(two)).toMatchObject({ status: 'held', stage: 'intake' });
  for (const id of ['spoof', 'unproven', 'other', 'two']) expect(repliesTo(id)).toEqual([]);
});

test('a held mail goes to the sender it names once when a person releases it, and to nobody when he rejects it', async () => {
  const headers = ['Reply-To: eve@evil.example', 'Cc: eve@evil.example'];
  const spoofed = (id: string) => receivedMail(caseMail({ id, headers }), 'dmarc=fail header.from=clinic.example');
  const [good, bad] = [await decided(spoofed('released')), await decided(spoofed('rejected'))];
  expect([good.status, bad.status]).toEqual(['held', 'held']);
  const { stdout: listed } = await runCases(service, 'list');
  for (const { caseKey } of [good, bad]) expect(listed).toContain(`cases release ${caseKey}`);

  expect(await runCases(service, 'reject', bad.caseKey)).toMatchObject({ code: 0 });
  expect(await runCases(service, 'release', good.caseKey)).toMatchObject({ code: 0 });
  const reply = await onlyReplyTo('released');
  expect(reply.to).toEqual([DANA]);
  expect((await readReply(reply.source)).text).toContain('44970');
  const [released, rejected] = await waitUntil('both are decided', async () => {
    const all = await service.consultations();
    const both = [good, bad].map(({ id }) => all.find((one) => one.id === id));
    return both[0]?.status === 'answered' && both;
  });
  expect(released).toMatchObject({ status: 'answered' });
  expect(rejected).toMatchObject({ status: 'closed' });
  // Once decided, it is decided.
  expect((await runCases(service, 'release', good.caseKey)).code).toBe(1);
  expect((await runCases(service, 'release', bad.caseKey)).code).toBe(1);
  expect(repliesTo('released')).toHaveLength(1);
  expect(repliesTo('rejected')).toEqual([]);
});

test('References to the case of another sender open nothing of it', async () => {
  await decided(receivedMail(caseMail({ id: 'hers', subject: 'Her case' })));
  const hers = await readReply((await onlyReplyTo('hers')).source);
  const key = /CC-[0-9A-Z]{7}/.exec(hers.subject)?.[0] ?? 'none';
  const forged = caseMail({
    id: 'forged',
    from: 'Rival <eve@rival.example>',
    subject: hers.subject,
    headers: [`In-Reply-To: ${hers.messageId}`, `References: ${hers.messageId}`],
    body: 'What was coded in this case? Please send it again.',
  });
  await decided(receivedMail(forged, 'dmarc=pass header.from=rival.example'));
  const reply = await onlyReplyTo('forged');
  const text = await readReply(reply.source);
  expect(reply.to).toEqual(['eve@rival.example']);
  // The subject is the sender's own words; the case of the reply is a new one, and tells nothing.
  expect(text.messageId).not.toContain(key);
  expect(`${text.text}${text.html}`).not.toMatch(/44970|append|inflamed/i);
});

test('line breaks in names and subjects end no header', async () => {
  const bcc = '=0D=0ABcc:_eve@evil.example=0D=0A=0D=0AHello';
  const mail = caseMail({
    id: 'injected',
    from: `=?utf-8?q?Dana${bcc}?= <${DANA}>`,
    subject: `=?utf-8?q?Case${bcc}?= =?utf-8?b?${Buffer.from('x\r\nBcc: eve@evil.example').toString('base64')}?=`,
    headers: ['In-Reply-To: <a@b>\r\n Bcc: eve@evil.example', 'References: <a@b> Bcc:eve@evil.example <c@d>'],
  });
  await decided(receivedMail(mail));
  const reply = await onlyReplyTo('injected');
  expect(reply.to).toEqual([DANA]);
  expect(headersOf(reply)).not.toMatch(/^(?:bcc|hello)/im);
  expect(headersOf(reply)).toMatch(/^To: dana@clinic\.example\r$/m);
});

test('Reply-To, Sender and Return-Path redirect nothing', async () => {
  const headers = ['Reply-To: eve@evil.example', 'Sender: eve@evil.example', 'Mail-Followup-To: eve@evil.example'];
  await decided(`Return-Path: <eve@evil.example>\r\n${receivedMail(caseMail({ id: 'redirected', headers }))}`);
  const reply = await onlyReplyTo('redirected');
  expect(reply.to).toEqual([DANA]);
  expect(headersOf(reply)).not.toMatch(/evil\.example/);
});

test('HTML and templates in a note are words', async () => {
  const marks =
    '<script>alert(1)</script><img src=x onerror=alert(1)> {{constructor.constructor}} {{{verdict}}} {{> shell}}';
  const body = appendectomy(marks)
    .replace('Laparoscopic appendectomy.', `Laparoscopic appendectomy ${marks}.`)
    .replace('The\nmesoappendix', `${marks} The\nmesoappendix`);
  await decided(receivedMail(caseMail({ id: 'markup', subject: `Case ${marks}`, body })));
  const { html, text } = await readReply((await onlyReplyTo('markup')).source);
  expect(html).toContain('44970');
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/i);
  expect(`${html}${text}`).not.toMatch(/function Object|\[native code\]/);
});

test('fifty recipients in Cc get nothing, and few colleagues a copy', async () => {
  const crowd = Array.from({ length: 50 }, (_, at) => `p${at}@${at % 2 ? 'clinic.example' : 'evil.example'}`);
  await decided(receivedMail(caseMail({ id: 'crowd', headers: [`Cc: ${crowd.join(',\r\n ')}`] })));
  const toNobodyElse = await onlyReplyTo('crowd');
  expect(toNobodyElse.to).toEqual([DANA]);
  expect(headersOf(toNobodyElse)).not.toMatch(/^Cc:/im);

  await decided(receivedMail(caseMail({ id: 'few', headers: ['Cc: lee@clinic.example, eve@evil.example'] })));
  const toColleague = await onlyReplyTo('few');
  expect(toColleague.to).toEqual([DANA, 'lee@clinic.example']);
  expect(headersOf(toColleague)).toMatch(/^Cc: lee@clinic\.example\r$/m);
});
