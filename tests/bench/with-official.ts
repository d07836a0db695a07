import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import { readOfficialTexts } from '../../src/adapters/postgres/official/official-texts.ts';
import type { OfficialTexts } from '../../src/core/model/official.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { DATA, FILES, runImport } from './official-import.ts';

/** Measures with the official rows in a PostgreSQL of its own. */
export async function withOfficial(
  name: string,
  measure: (official: OfficialData, texts: OfficialTexts | undefined) => Promise<void>,
): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write(`${name}: needs the folder "shared" beside this checkout\n`);
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), `bench-${name}-`));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    for (const file of FILES) await runImport(join(DATA, file), dataDir);
    const db = openDatabase(server.url);
    await measure(createOfficialData(db), await readOfficialTexts(db));
    await db.destroy();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds of the clock and of our own processor, which tells what a busy machine hides. */
export interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
}

/** The median of some rounds of one piece of work. */
export async function medianRound(rounds: number, work: () => Promise<unknown>): Promise<Timed> {
  const timed: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    timed.push({ ms: performance.now() - start, cpuMs: (user + system) / 1000 });
  }
  const median = (times: readonly number[]): number => quantile(times, 0.5);
  return { ms: median(timed.map(({ ms }) => ms)), cpuMs: median(timed.map(({ cpuMs }) => cpuMs)) };
}

/** One line for the clock and one for our processor. */
export function printTimes(what: string, timed: readonly Timed[]): void {
  const line = (name: string, times: readonly number[]): void => {
    const at = (share: number): string => `${quantile(times, share).toFixed(1).padStart(6)} ms`;
    process.stdout.write(`  ${name.padEnd(20)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}\n`);
  };
  line(
    what,
    timed.map(({ ms }) => ms),
  );
  line(
    'of it our processor',
    timed.map(({ cpuMs }) => cpuMs),
  );
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}
