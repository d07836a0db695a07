import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';
import { keyRecord, signMail } from '../support/signed-mails.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Senders are looked up in DNS here: no receiving server vouches for them. */

let names: DnsServer;
let service: TestService;

beforeAll(async () => {
  const key = Object.entries(keyRecord('clinic.example')).map(([name, texts]) => [`TXT ${name}`, texts]);
  names = await startDnsServer({ ...Object.fromEntries(key), 'TXT _dmarc.clinic.example': ['v=DMARC1; p=reject'] });
  service = await startService({ env: { DNS_SERVERS: names.address, AUTHSERV_ID: '', UNPROVEN_SENDERS: 'review' } });
}, 400_000);
afterAll(async () => {
  await service?.stop();
  await names?.stop();
});

test('a mail waits while the name servers fail, and is judged once when they are back', async () => {
  names.always('SERVFAIL');
  await service.dovecot.deliver(await signMail(caseMail({ id: 'signed' }), 'clinic.example'));
  await service.dovecot.deliver(caseMail({ id: 'unsigned' }));
  const waiting = await waitUntil(
    'both mails were tried twice',
    async () => {
      const all = await service.consultations();
      const tries = await service.db
        .selectFrom('audit')
        .select('consultation_id')
        .where('event', '=', 'retry')
        .execute();
      const areTried = all.every(({ id }) => tries.filter((one) => one.consultation_id === id).length >= 2);
      return all.length === 2 && areTried && all;
    },
    120_000,
  );
  for (const one of waiting) {
    expect(one).toMatchObject({ stage: 'intake', reason: expect.stringContaining('the sender cannot be checked now') });
    expect(['waiting', 'running']).toContain(one.status);
  }
  expect(service.sink.mails).toEqual([]);

  names.always(undefined);
  const [signed, unsigned] = await service.settled(2, 180_000);
  expect(signed).toMatchObject({ status: 'answered' });
  expect(unsigned).toMatchObject({ status: 'held', reason: expect.stringContaining('not who he says') });
  const [reply, ...more] = service.sink.mails;
  expect(more).toEqual([]);
  expect(inReplyTo(reply?.source ?? Buffer.of())).toBe('signed');
  expect((await readReply(reply?.source ?? Buffer.of())).text).toContain('44970');
}, 400_000);
