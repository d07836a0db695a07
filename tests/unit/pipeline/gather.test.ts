import { expect, test } from 'vitest';
import { readMail } from '../../../src/core/mail/read-mail.ts';
import type { AttachmentPart } from '../../../src/core/model/inbound-email.ts';
import { gather } from '../../../src/pipeline/gather.ts';
import type { ReadingTime } from '../../../src/pipeline/ports.ts';
import { makeEmail, makePart, NOTE, OWN } from '../mail/make-email.ts';

const gate = { allows: () => true, mayNotify: async () => true };

async function gathered(count: number, text = NOTE, msEach = 0) {
  const email = makeEmail({ attachments: Array.from({ length: count }, () => makePart('text/plain')) });
  let reads = 0;
  const attachments = {
    timeForMail: () => ({ leftMs: 1_000 }),
    async read({ filename, contentType, bytes }: AttachmentPart, time: ReadingTime = { leftMs: 0 }) {
      reads += 1;
      time.leftMs -= msEach;
      const found = time.leftMs < 0 ? ({ text: '', error: 'out-of-time' } as const) : { text, error: undefined };
      return { filename, type: contentType, bytes: bytes.length, ocrConfidence: undefined, ...found };
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

test('the documents of a mail share its time; the case goes on with those that were read', async () => {
  const { outcome } = await gathered(3, NOTE, 400);
  expect(outcome).toMatchObject({
    goes: 'on',
    value: {
      text: {
        noteText: expect.stringMatching(/^ATTACHMENT 1 \(text\)\n[\s\S]*^ATTACHMENT 2 \(text\)$/m),
        limits: [
          'Attachment 3 (text) could not be read: it came when the time for reading was up. Send it in a mail of its own or paste its text.',
        ],
      },
    },
  });
});
