import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCodeLibrary } from '../../src/code-library/load.ts';
import { cataloguesOf } from '../../src/core/lookup/catalogues.ts';
import { type EngineLibrary, prepareLibrary } from '../../src/core/retrieve/engine-library.ts';
import { stemsOf } from '../../src/core/retrieve/terms.ts';
import { importedTexts } from '../support/official-texts.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { shareRight } from '../unit/lookup/measure-table.ts';
import { readTable } from '../unit/lookup/read-table.ts';
import { OFFICIAL_DIAGNOSIS_QUERIES, SUPPLY_QUERIES } from './official-queries.ts';

const WORDS = 'src/code-library/vocabulary/lexicon/search/official-words.yaml';

describe('lookup in the official files', () => {
  let database: TestDatabase;
  let engine: EngineLibrary;

  beforeAll(async () => {
    database = await testDatabase();
    engine = prepareLibrary(await loadCodeLibrary(), await importedTexts(database.url));
  }, 180_000);
  afterAll(() => database.drop());

  it.each([
    ['supplies and services of Level II', readTable(SUPPLY_QUERIES), 'hcpcs', 0.86],
    ['diagnoses', readTable(OFFICIAL_DIAGNOSIS_QUERIES), 'icd10cm', 0.8],
  ] as const)('%s: the right code first', (name, table, system, held) => {
    const { share, misses } = shareRight(engine, table, system);
    process.stdout.write(`lookup, ${name}: ${(share * 100).toFixed(1)} % of ${table.length} right\n`);
    expect(share, misses.join('\n')).toBeGreaterThanOrEqual(held);
  });

  it('the words that our own records do not know stand in official titles', () => {
    const { levelTwo, diagnoses } = cataloguesOf(engine);
    const entries = Object.entries(load(readFileSync(WORDS, 'utf8'), { schema: FAILSAFE_SCHEMA }) as object);
    const isKnown = (word: string): boolean => levelTwo.index.idf.has(word) || diagnoses.index.idf.has(word);
    expect(entries.filter(([, means]) => !stemsOf(String(means)).some(isKnown))).toEqual([]);
  });
});
