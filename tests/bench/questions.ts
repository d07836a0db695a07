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

/** Every mail counts with the median of its rounds; its own processor time tells what a busy machine hides. */
async function measure(official: OfficialData): Promise<void> {
  for (const mail of MAILS) await askByMail(mail, official);
  const measured: { readonly mail: string; readonly ms: number; readonly cpuMs: number }[] = [];
  for (const mail of MAILS) {
    const rounds: { readonly ms: number; readonly cpuMs: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      await askByMail(mail, official);
      const { user, system } = process.cpuUsage(used);
      rounds.push({ ms: performance.now() - start, cpuMs: (user + system) / 1000 });
    }
    const [ms, cpuMs] = [medianOf(rounds.map((one) => one.ms)), medianOf(rounds.map((one) => one.cpuMs))];
    measured.push({ mail, ms, cpuMs });
  }
  const slow = measured.filter(({ ms }) => ms > AIM_MS);
  process.stdout.write(`questions: ${MAILS.length} mails, aim: each under ${AIM_MS} ms; over it: ${slow.length}\n`);
  print(
    'from mail to reply',
    measured.map(({ ms }) => ms),
  );
  print(
    'of it our processor',
    measured.map(({ cpuMs }) => cpuMs),
  );
  for (const { mail, ms, cpuMs } of slow) {
    process.stdout.write(`  ${ms.toFixed(1)} ms, ${cpuMs.toFixed(1)} ms of processor  ${JSON.stringify(mail)}\n`);
  }
}

function print(what: string, times: readonly number[]): void {
  const at = (share: number): string => `${shareOf(times, share).toFixed(1).padStart(6)} ms`;
  process.stdout.write(`  ${what.padEnd(20)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}\n`);
}

function medianOf(times: readonly number[]): number {
  return shareOf(times, 0.5);
}

function shareOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
