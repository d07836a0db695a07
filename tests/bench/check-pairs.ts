import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';
import { migrateUp } from '../../src/adapters/postgres/migrate.ts';
import { pairsOf } from '../../src/adapters/postgres/official/edit-rows.ts';
import { listEditions } from '../../src/adapters/postgres/official/editions.ts';
import { createOfficialData } from '../../src/adapters/postgres/official/official-data.ts';
import { importFiles } from '../../src/app/official/import-files.ts';
import { checkCodes } from '../../src/core/check/check-codes.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import type { OfficialFacts } from '../../src/core/model/official.ts';
import { ptpPairs } from '../../src/core/rules/edits/ptp-pairs.ts';
import type { Ruling } from '../../src/core/rules/rule.ts';
import { claimOf, lineOf, NOTE } from '../support/a-claim.ts';
import { type CodedNote, codeNote } from '../support/code-a-note.ts';
import { smallEngine } from '../support/small-library.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILES = [
  'pfs/PPRRVU2025_Oct.csv.gz',
  'mue/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv',
  'aoc/ncci_aoc.csv',
  'ncci/ptp_practitioner_2024q3.csv.xz',
];
const CODES =
  '47562 44180 29881 29877 45385 45380 22551 22552 22845 20931 99213 11042 64483 64484 27447 49505 12032 69436 36415 99291'.split(
    ' ',
  );
const DAY = '2024-08-15' as IsoDate;
const WARM_UP = 20;
const ROUNDS = 300;
const TARGET_MS = 5;

/** The edits of a claim of 20 codes, 190 pairs, asked of the database and judged. */
export async function measureCheck(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('check: needs the folder "shared" beside this checkout\n');
    return;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-check-'));
  const server = await startEmbeddedPostgres({ dataDir });
  const db = openDatabase(server.url);
  try {
    await migrateUp(db);
    process.stderr.write('check: importing four files\n');
    const ports = { databaseUrl: server.url, now: () => new Date(), onProgress: () => undefined };
    for (const file of FILES) await importFiles([join(DATA, file)], {}, ports);
    await measurePairs(db);
  } finally {
    await db.destroy();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measurePairs(db: Database): Promise<void> {
  const ptp = (await listEditions(db)).find(({ kind }) => kind === 'ptp');
  if (ptp === undefined) throw new Error('the PTP edition was not loaded');
  const query = { db, codes: CODES, day: DAY };
  const official = createOfficialData(db);
  const facts = await official.forCodes(CODES, DAY);
  process.stdout.write(
    `check: ${CODES.length} codes, 190 pairs, ${facts.pairs.length} edits; p50 and p95 of ${ROUNDS}\n`,
  );
  const judge = judgeWith(codeNote(NOTE, smallEngine()));
  await time('pair query', () => pairsOf(ptp.id, query));
  await time(`pair query and rule (aim: under ${TARGET_MS} ms)`, async () =>
    judge({ ...facts, pairs: await pairsOf(ptp.id, query) }),
  );
  await time('rule alone', async () => judge(facts));
  await time('all official rows', () => official.forCodes(CODES, DAY));
  await time('all official rows and check', async () =>
    checkCodes(
      CODES.map((code) => ({ code, modifiers: [], units: 1 })),
      await official.forCodes(CODES, DAY),
      DAY,
    ),
  );
}

/** One judgement by the rule of the engine, as it runs on every case. */
function judgeWith(settled: CodedNote): (official: OfficialFacts) => Ruling {
  const { context } = settled;
  const settings = { ...context.settings, dateOfService: { value: DAY, from: 'mail' } } as const;
  const claim = claimOf(CODES.map((code) => lineOf(code)));
  return (official) => ptpPairs(claim, { ...context, settings, official });
}

async function time(what: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const start = performance.now();
    await run();
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(ROUNDS * share)]?.toFixed(2).padStart(6));
  process.stdout.write(`  ${what.padEnd(40)} p50 ${p50} ms  p95 ${p95} ms\n`);
}
