import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const DATA = join(ROOT, '..', 'shared', 'data');
export const FILES = [
  'pfs/PPRRVU2025_Oct.csv.gz',
  'mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.xlsx',
  'aoc/ncci_aoc.csv',
  'icd10cm/cms_2026_dx.zip',
  'icd10cm/icd10cm_tabular_2021.zip',
  'ncci/ptp_practitioner_2024q3.csv.xz',
];
const TWENTY =
  '47562 44180 29881 29877 45385 45380 22551 22552 22845 20931 99213 11042 64483 64484 27447 49505 12032 69436 36415 99291';
const ROUNDS = 50;

/** Imports real files by the command and prints time and peak memory of the process, then the time of a lookup. */
export async function measureImport(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('import: needs the folder "shared" beside this checkout\n');
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    process.stdout.write('import: seconds and peak resident MB of `caseconsult import`, start and end included\n');
    for (const file of FILES) {
      const { seconds, peakMb, told } = await runImport(join(DATA, file), dataDir);
      process.stdout.write(`  ${seconds.toFixed(1).padStart(6)} s  ${String(peakMb).padStart(4)} MB  ${told}\n`);
    }
    await measureLookup(server.url);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export async function runImport(
  file: string,
  dataDir: string,
): Promise<{ seconds: number; peakMb: number; told: string }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['src/app/cli/caseconsult.mjs', 'import', file], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  let told = '';
  let peakMb = 0;
  child.stdout.on('data', (text: Buffer) => {
    told += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    if (text.includes('caseconsult:')) told += text.toString();
  });
  // The kernel keeps the peak: VmHWM of proc(5).
  const watch = setInterval(() => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      peakMb = Math.max(peakMb, Math.round(Number(peak) / 1024) || 0);
    } catch {
      peakMb = Math.max(peakMb, 0);
    }
  }, 20);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - start) / 1000, peakMb, told: told.trim().replaceAll('\n', '; ') };
}

async function measureLookup(url: string): Promise<void> {
  const db = openDatabase(url);
  const official = createOfficialData(db);
  const codes = TWENTY.split(' ');
  const day = '2024-08-15' as IsoDate;
  const facts = await official.forCodes(codes, day);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await official.forCodes(codes, day);
    times.push(performance.now() - start);
  }
  await db.destroy();
  times.sort((one, other) => one - other);
  const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(ROUNDS * share)]?.toFixed(1));
  process.stdout.write(
    `  all official rows of a claim of ${codes.length} codes (190 pairs, ${facts.pairs.length} edits): p50 ${p50} ms, p95 ${p95} ms\n`,
  );
}
