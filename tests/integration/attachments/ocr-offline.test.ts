import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createAttachmentReader } from '../../../src/adapters/attachments/attachment-reader.ts';
import { childrenOf } from '../../support/children-of.ts';
import { OCR_TEST_MS, PATIENT } from '../../support/read-scans.ts';
import { drawPage } from '../../support/scans.ts';
import { waitUntil } from '../../support/wait-until.ts';

const ATTACHMENTS = join(import.meta.dirname, '../../../src/adapters/attachments');
const SHORT = 'PROCEDURE: Carpal tunnel release, right hand.';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-'));
  folders.push(folder);
  return folder;
}

/** Goes before every module of every thread: whoever opens a connection or asks for a name ends the process. */
const NO_NETWORK = `
  import net from 'node:net';
  import dns from 'node:dns';
  const refuse = () => { process.stderr.write('somebody used the network'); process.exit(66); };
  globalThis.fetch = refuse;
  net.Socket.prototype.connect = refuse;
  dns.lookup = refuse;
`;

/** What the reading process does, with the folder it was started in as its own. */
const READ = `
  import { readFileSync } from 'node:fs';
  const { readFile } = await import('${ATTACHMENTS}/read-file.ts');
  const bytes = readFileSync(process.argv[2]);
  const ocr = ${JSON.stringify(PATIENT.ocr)};
  const { text } = await readFile({ filename: 'a.png', contentType: 'image/png', bytes, maxChars: 1000, timeoutMs: 60_000, ocr }, () => {});
  process.stdout.write(text);
`;

test(
  'OCR uses no network and leaves nothing in the working folder',
  async () => {
    const [programs, working] = [await emptyFolder(), await emptyFolder()];
    const [guard, read, page] = ['guard.mjs', 'read.mjs', 'page.png'].map((name) => join(programs, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(guard, NO_NETWORK);
    await writeFile(read, READ);
    await writeFile(page, await drawPage(SHORT, 150).encode('png'));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', guard, read, page], {
      cwd: working,
      env: {},
    });
    expect(stdout).toContain('Carpal tunnel release');
    expect(await readdir(working)).toEqual([]);
  },
  OCR_TEST_MS,
);

test(
  'a reader that is closed in the middle of a scan ends at once, and OCR with it',
  async () => {
    const before = new Set((await childrenOf(process.pid)).map(({ pid }) => pid));
    const started = async () => (await childrenOf(process.pid)).filter(({ pid }) => !before.has(pid));
    const reader = createAttachmentReader({
      ...PATIENT,
      maxRssMb: 1024,
      maxChars: 1000,
      maxBytes: 9_000_000,
      processes: 1,
    });
    const bytes = new Uint8Array(await drawPage(`${SHORT}\n`.repeat(30)).encode('png'));
    const reading = reader.read({ filename: 'a.png', contentType: 'image/png', bytes, inline: false });
    await waitUntil('a reading process', async () => (await started()).length === 1);
    await reader.close();
    expect(await started()).toEqual([]);
    expect(await reading).toMatchObject({ text: '', error: 'broken' });
  },
  OCR_TEST_MS,
);
