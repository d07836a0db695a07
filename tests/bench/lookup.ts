import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { readOfficialTexts } from '../../src/adapters/postgres/official/official-texts.ts';
import { loadCodeLibrary } from '../../src/code-library/load.ts';
import { cataloguesOf } from '../../src/core/lookup/catalogues.ts';
import { lookup } from '../../src/core/lookup/lookup.ts';
import type { CodeSystem } from '../../src/core/model/code.ts';
import type { OfficialTexts } from '../../src/core/model/official.ts';
import { prepareLibrary } from '../../src/core/retrieve/engine-library.ts';
import { OFFICIAL_DIAGNOSIS_QUERIES, SUPPLY_QUERIES } from '../material/official-queries.ts';
import { TEXT_FILES } from '../support/official-texts.ts';
import { DIAGNOSIS_QUERIES, DRUG_QUERIES, OTHER_QUERIES } from '../unit/lookup/queries-other.ts';
import { SPECIALTY_QUERIES } from '../unit/lookup/queries-specialties.ts';
import { SURGERY_QUERIES } from '../unit/lookup/queries-surgery.ts';
import { readTable } from '../unit/lookup/read-table.ts';
import { DATA, runImport } from './official-import.ts';

const TABLES: readonly (readonly [CodeSystem, readonly string[]])[] = [
  ['cpt', [SURGERY_QUERIES, SPECIALTY_QUERIES, OTHER_QUERIES]],
  ['hcpcs', [DRUG_QUERIES, SUPPLY_QUERIES]],
  ['icd10cm', [DIAGNOSIS_QUERIES, OFFICIAL_DIAGNOSIS_QUERIES]],
];
const ROUNDS = 3;

/** Milliseconds of a search over the whole table with every catalogue loaded, until it is ready, and its memory. */
export async function measureLookup(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('lookup: needs the folder "shared" beside this checkout\n');
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-lookup-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    for (const file of TEXT_FILES) await runImport(join(DATA, file), dataDir);
    const db = openDatabase(server.url);
    const texts = await readOfficialTexts(db);
    await db.destroy();
    if (texts !== undefined) await measure(texts);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(texts: OfficialTexts): Promise<void> {
  const before = process.memoryUsage.rss();
  const files = clock();
  const library = await loadCodeLibrary();
  const read = files();
  const start = clock();
  const engine = prepareLibrary(library, texts);
  const { speller, lexicon, anesthesia, levelTwo, diagnoses } = cataloguesOf(engine);
  const built = start();
  process.stdout.write(
    `lookup: ${library.codes.length} procedures, ${levelTwo.entries.length} of Level II, ${diagnoses.entries.length} diagnoses, ` +
      `${anesthesia.entries.length} anesthesia, ${lexicon.byFirstWord.size} first words, ${speller.uses.size} words\n` +
      `  library read in ${told(read)}, indexes built in ${told(built)} (aim: under 5 s)\n`,
  );
  for (const system of ['cpt', 'hcpcs', 'icd10cm', undefined] as const) {
    const queries = TABLES.filter(([own]) => system === undefined || own === system).flatMap(([, tables]) =>
      tables.flatMap(readTable),
    );
    print(
      system ?? 'all systems',
      queries.map(({ query }) => best(() => lookup(engine, query, { limit: 10, system }))),
    );
  }
  const mb = Math.round(process.memoryUsage.rss() / 1e6);
  process.stdout.write(`  ${mb} MB resident in all, ${Math.round(before / 1e6)} MB before (aim: under 600)\n`);
}

interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

/** The quickest of some rounds: what the search takes, not what else the machine does. */
function best(work: () => unknown): Time {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const stop = clock();
    work();
    return stop();
  });
  return rounds.reduce((one, other) => (other.ms < one.ms ? other : one));
}

function clock(): () => Time {
  const [start, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}

function told({ ms, cpuMs }: Time): string {
  return `${(ms / 1000).toFixed(1)} s (${(cpuMs / 1000).toFixed(1)} s of processor)`;
}

function print(what: string, times: readonly Time[]): void {
  const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1).padStart(6)} ms`;
  process.stdout.write(
    `  ${what.padEnd(12)} ${String(times.length).padStart(4)} queries  p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} (aim: p95 under 10 ms)\n`,
  );
}
