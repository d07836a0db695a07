import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { readReply } from '../support/read-reply.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({ env: { IMAP_SWEEP_SECONDS: '1' } });
});
afterAll(async () => {
  await service?.stop();
});

const NOTE = [
  'DOS: 2025-11-05. Please code.',
  '',
  'POSTOPERATIVE DIAGNOSIS: Cervical disc disorder with radiculopathy, C5-C6 and C6-C7.',
  'PROCEDURE PERFORMED: Anterior cervical discectomy and fusion, C5-C6 and C6-C7, with anterior plate C5 to C7.',
  'DESCRIPTION OF PROCEDURE: At C5-C6 the disc was removed and both nerve roots were decompressed. An allograft was tapped in.',
  'The same was done at C6-C7. A plate was fixed with screws from C5 to C7. The wound was closed.',
].join('\r\n');

it('answers with no official file loaded, and says which checks did not run', async () => {
  await service.dovecot.deliver(caseMail({ id: 'bare', body: NOTE }));
  await service.settled(1);
  const mail = service.sink.mails.find(({ source }) => inReplyTo(source) === 'bare');
  const text = mail === undefined ? '' : ((await readReply(mail.source)).text ?? '').replace(/\s+/g, ' ');
  expect(text).toMatch(/\b22551\b.*\b22552\b/);
  expect(text).toMatch(/CHECKS.*Not checked: .*fee schedule/);
  expect(text).toMatch(/Not checked: .*NCCI/);
  expect(text).toMatch(/Not checked: .*MUE/);
  expect(text).toMatch(/Not checked: .*add-on/);
  expect(text).not.toMatch(/RVU before payment rules|without an active edit/);
});
