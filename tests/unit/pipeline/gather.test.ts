import { expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { AttachmentPart } from '../../../src/core/model/inbound-email.ts';
import { gather } from '../../../src/pipeline/gather.ts';
import { makeEmail, makePart, NOTE, OWN } from '../mail/make-email.ts';

const gate = { allows: () => true, mayNotify: async () => true };

async function gathered(count: number, text = NOTE) {
  const email = makeEmail({ attachments: Array.from({ length: count }, () => makePart('text/plain')) });
  let reads = 0;
  const attachments = {
    async read({ filename, contentType, bytes }: AttachmentPart) {
      reads += 1;
      return { filename, type: contentType, bytes: bytes.length, text, ocrConfidence: undefined, error: undefined };
    },
  };
  const mail = { email, reading: readMail(email, OWN), oversizeBytes: undefined, earlier: undefined };
  return { outcome: await gather(mail, { attachments, gate }), reads };
}

test('every document of an ordinary mail is read', async () => {
  const { outcome, reads } = await gathered(3);
  expect(reads).toBe(3);
  expect(outcome).toMatchObject({ goes: 'on', value: { text: { limits: [] } } });
});

test('of a flood of documents the first ones are read, and the reply says so', async () => {
  const { outcome, reads } = await gathered(500);
  expect(reads).toBe(20);
  const limits = ['Only the first 20 attachments were read; 480 were not.'];
  expect(outcome).toMatchObject({ goes: 'on', value: { text: { limits } } });
});
