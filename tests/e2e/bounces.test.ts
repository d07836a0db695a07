import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseMail } from '../support/mails.ts';
import { CONSULT_ADDRESS, startService, type TestService } from '../support/service.ts';
import type { SunkMail } from '../support/smtp-sink.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.stop());

/** A case and its reply; the id of the reply. */
async function answered(id: string, from: string): Promise<string> {
  const before = service.sink.mails.length;
  await service.dovecot.deliver(caseMail({ id, from }));
  return idOf((await service.sink.waitForMails(before + 1, 60_000)).at(-1));
}

function idOf(mail: SunkMail | undefined): string {
  // The line may be folded: the id is long.
  const id = /^Message-ID:\s+(<cc\.[^>]+>)/im.exec(mail?.source.toString('latin1') ?? '')?.[1];
  if (id === undefined) throw new Error('the reply has no id of ours');
  return id;
}

function report(reply: string, type: 'delivery-status' | 'feedback-report', part: string): string {
  return [
    'From: Mail Delivery Subsystem <mailer-daemon@mx.clinic.example>',
    `To: ${CONSULT_ADDRESS}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Mon, 02 Jun 2025 10:00:00 -0500',
    `Message-ID: <${Math.random()}@mx.clinic.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${type}; boundary=r`,
    '',
    '--r',
    'Content-Type: text/plain',
    '',
    'This is a report about your mail.',
    '--r',
    `Content-Type: message/${type}`,
    '',
    part,
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `From: ${CONSULT_ADDRESS}`,
    `Message-ID: ${reply}`,
    '--r--',
    '',
  ].join('\r\n');
}

const FAILED =
  'Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; x@y.z\r\nAction: failed\r\nStatus: 5.1.1\r\n';

describe('reports about replies', () => {
  it('makes a bounced reply a failed one, answers nobody, and lets no stranger do so', async () => {
    const reply = await answered('bounced', '"Dana Coder" <dana@clinic.example>');
    await service.dovecot.deliver(report(reply, 'delivery-status', FAILED), undefined, 'mallory@evil.example');
    let all = await service.settled(2);
    expect(all.map(({ status }) => status)).toEqual(['answered', 'closed']);
    await service.dovecot.deliver(report(reply, 'delivery-status', FAILED), undefined, '');
    all = await service.settled(3);
    expect(all.map(({ status, reason }) => ({ status, reason }))[0]).toEqual({
      status: 'failed',
      reason: 'bounced (5.1.1)',
    });
    expect(service.sink.mails).toHaveLength(1);
    const events = await service.db.selectFrom('audit').select('event').where('event', '=', 'bounced').execute();
    expect(events).toHaveLength(1);
  });

  it('loses no bounce that comes before the mail server has acknowledged the reply', async () => {
    const before = await service.consultations();
    const sent = service.sink.mails.length;
    service.sink.script({ does: 'acknowledge-late', afterMs: 5_000 });
    await service.dovecot.deliver(caseMail({ id: 'hasty' }));
    const mails = await service.sink.waitForMails(sent + 1, 60_000);
    await service.dovecot.deliver(report(idOf(mails.at(-1)), 'delivery-status', FAILED), undefined, '');
    const [hasty, bounce] = (await service.settled(before.length + 2, 120_000)).slice(before.length);
    expect(hasty).toMatchObject({ status: 'failed', reason: 'bounced (5.1.1)' });
    expect(bounce).toMatchObject({ status: 'closed' });
    const events = await service.db
      .selectFrom('audit')
      .select('event')
      .where('consultation_id', '=', bounce?.id ?? null);
    expect((await events.execute()).map(({ event }) => event)).toContain('retry');
    expect(service.sink.mails).toHaveLength(sent + 1);
  });

  it('holds the next mail of who called a reply abuse for a person', async () => {
    const before = (await service.consultations()).length;
    const reply = await answered('complained', '"Chris" <chris@clinic.example>');
    const sent = service.sink.mails.length;
    await service.dovecot.deliver(
      report(reply, 'feedback-report', 'Feedback-Type: abuse\r\nVersion: 1\r\n'),
      undefined,
      '',
    );
    await service.settled(before + 2);
    await service.dovecot.deliver(caseMail({ id: 'again', from: '"Chris" <chris@clinic.example>' }));
    const all = await service.settled(before + 3);
    expect(all.at(-1)).toMatchObject({ status: 'held', reason: 'the sender called an answer of ours abuse' });
    expect(service.sink.mails).toHaveLength(sent);
  });
});
