import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { askByMail } from '../support/ask-by-mail.ts';
import { MORE_QUESTIONS } from '../unit/question/more-questions.ts';
import { SINGLE_QUESTIONS } from '../unit/question/single-questions.ts';
import { DATA, FILES, runImport } from './official-import.ts';

const MAILS = [SINGLE_QUESTIONS, MORE_QUESTIONS].flatMap((table) => Object.values(table).flat()).map(([mail]) => mail);
const ROUNDS = 5;
const AIM_MS = 50;

/** Milliseconds from the text of a question mail to its rendered reply, with the official rows in PostgreSQL. */
export async function measureQuestions(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('questions: needs the folder "shared" beside this checkout\n');
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-questions-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    for (const file of FILES) await runImport(join(DATA, file), dataDir);
    const db = openDatabase(server.url);
    await measure(createOfficialData(db));
    await db.destroy();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Every mail counts with the median of its rounds: what else the machine does is not ours. */
async function measure(official: OfficialData): Promise<void> {
  for (const mail of MAILS) await askByMail(mail, official);
  const measured: { readonly mail: string; readonly ms: number }[] = [];
  for (const mail of MAILS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await askByMail(mail, official);
      times.push(performance.now() - start);
    }
    measured.push({ mail, ms: shareOf(times, 0.5) });
  }
  const times = measured.map(({ ms }) => ms);
  const slow = measured.filter(({ ms }) => ms > AIM_MS);
  process.stdout.write(
    `questions: ${MAILS.length} mails, p50 ${shareOf(times, 0.5).toFixed(1)} ms, p95 ${shareOf(times, 0.95).toFixed(1)} ms, ` +
      `max ${shareOf(times, 1).toFixed(1)} ms (aim: each under ${AIM_MS} ms; over it: ${slow.length})\n`,
  );
  for (const { mail, ms } of slow) process.stdout.write(`  ${ms.toFixed(1)} ms  ${JSON.stringify(mail)}\n`);
}

function shareOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
