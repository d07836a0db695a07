import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import { childrenOf } from '../../support/children-of.ts';
import { makeDocx, paragraph } from '../../support/make-files.ts';

const WORDS = 2_000_000;
const limits = { timeoutMs: 60_000, maxRssMb: 2_000, maxChars: 50_000_000, maxBytes: 50_000_000 };
const reader = createAttachmentReader({ ...limits, processes: 1 });
afterAll(() => reader.close());

function read(filename: string, bytes: Buffer) {
  return reader.read({
    filename,
    contentType: 'application/octet-stream',
    bytes: new Uint8Array(bytes),
    inline: false,
  });
}

async function readingProcess(): Promise<number> {
  const [child, ...others] = await childrenOf(process.pid);
  if (child === undefined || others.length > 0) throw new Error('there is not exactly one reading process');
  return child.pid;
}

test('a good file whose reading process is killed from outside is read by the next one', async () => {
  await read('first.txt', Buffer.from('starts the process'));
  const killed = await readingProcess();
  const reading = read('note.docx', makeDocx(paragraph('word '.repeat(WORDS))));
  await sleep(30);
  process.kill(killed, 'SIGKILL');
  const { text, error } = await reading;
  expect(error).toBeUndefined();
  expect(text.length).toBeGreaterThan(4 * WORDS);
  expect(await readingProcess()).not.toBe(killed);
});
