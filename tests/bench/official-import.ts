import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';

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
/** Imports real files by the command and prints time and peak memory of the process. */
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
