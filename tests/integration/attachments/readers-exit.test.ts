import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ADAPTERS = join(import.meta.dirname, '../../../src/adapters');
const OPEN = `
  const { createMimeReader } = await import('${ADAPTERS}/mime/mime-reader.ts');
  const { createAttachmentReader } = await import('${ADAPTERS}/attachments/attachment-reader.ts');
  const mime = createMimeReader({ timeoutMs: 9000, maxBytes: 1000 });
  const attachments = createAttachmentReader({ timeoutMs: 9000, maxRssMb: 500, maxChars: 100, maxBytes: 1000 });
  await mime.read(Buffer.from('Subject: x'));
  await attachments.read({ filename: 'a.txt', contentType: 'text/plain', bytes: Buffer.from('text'), inline: false });
`;

/** Rejects when the program does not end well, e.g. with the code 13 of a wait that nothing can end. */
async function run(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return stdout;
}

test('a program ends after it closed its readers', async () => {
  expect(await run(`${OPEN} await mime.close(); await attachments.close(); process.stdout.write('closed');`)).toBe(
    'closed',
  );
});

test('idle readers do not keep a program alive that forgot to close them', async () => {
  expect(await run(`${OPEN} process.stdout.write('done');`)).toBe('done');
});
