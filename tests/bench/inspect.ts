import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { caseMail } from '../support/mails.ts';

const MAILS = 3_000;
/** The program and its threads are up by then. */
const WARM_UP_MAILS = 200;

/** Mails a second of `caseconsult inspect --json` on a folder of plain mails: half cases, half forwards of them. */
export async function measureInspect(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'caseconsult-inspect-'));
  try {
    await mkdir(join(folder, 'inbox'));
    for (let index = 0; index < MAILS; index += 1) {
      const mail = caseMail({ id: `inspect-${index}` });
      const name = join(folder, 'inbox', `${String(index).padStart(5, '0')}.eml`);
      await writeFile(name, index % 2 === 0 ? mail : forwarded(mail));
    }
    const startedAt = performance.now();
    const { firstAt, endedAt } = await inspect(join(folder, 'inbox'));
    const warm = (MAILS - WARM_UP_MAILS) / ((endedAt - firstAt) / 1000);
    const whole = MAILS / ((endedAt - startedAt) / 1000);
    process.stdout.write(
      `inspect --json: ${warm.toFixed(0)} plain mails a second once started, ${whole.toFixed(0)} with the start ` +
        '(aim: at least 100)\n',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function forwarded(mail: string): string {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/^Subject: /m, 'Subject: Fwd: ');
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
  const lines = [
    'Please code this.',
    '',
    '---------- Forwarded message ---------',
    'From: Dr Lee <lee@clinic.example>',
  ];
  const block = [...lines, 'Date: Mon, 2 Jun 2025 at 09:12', 'Subject: note', 'To: <dana@clinic.example>', '', body];
  return `${head}\r\n\r\n${block.join('\r\n')}`;
}

/** Counts the lines that come back; the clock starts after the warm-up. */
async function inspect(folder: string): Promise<{ readonly firstAt: number; readonly endedAt: number }> {
  const child = spawn(process.execPath, ['src/app/cli/caseconsult.mjs', 'inspect', '--json', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let lines = 0;
  let firstAt = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    lines += 1;
    if (lines === WARM_UP_MAILS) firstAt = performance.now();
  }
  const endedAt = performance.now();
  const [code] = await exited;
  if (code !== 0 || lines !== MAILS) throw new Error(`inspect ended with ${code} after ${lines} of ${MAILS} mails`);
  return { firstAt, endedAt };
}
