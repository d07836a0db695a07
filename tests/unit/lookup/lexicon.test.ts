import { readFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { stemsOf } from '../../../src/core/retrieve/terms.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const OFFICIAL_FILE = 'src/code-library/vocabulary/lexicon/search/official-words.yaml';
const { library, index, diagnoses } = REAL_LIBRARY;
const DRUGS = new Set(library.drugs.flatMap(({ names }) => names.flatMap(stemsOf)));

/** Its meanings stand in official titles only: tests/material looks there. */
const OFFICIAL_WORDS = new Set(
  Object.keys(load(readFileSync(OFFICIAL_FILE, 'utf8'), { schema: FAILSAFE_SCHEMA }) as object),
);

describe('the lexicon', () => {
  const entries = [...library.lexicon, ...library.searchLexicon];

  it('has at least 1,500 entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(1500);
  });

  it('leads to words that the library knows', () => {
    const isKnown = (word: string): boolean => index.idf.has(word) || diagnoses.index.idf.has(word) || DRUGS.has(word);
    const unknown = library.searchLexicon.filter(
      ({ term, means }) => !OFFICIAL_WORDS.has(term) && !means.flatMap(stemsOf).some(isKnown),
    );
    expect(unknown.map(({ term, means }) => `${term}: ${means.join(' ')}`)).toEqual([]);
  });

  it('says no term twice for searching, and no two-letter word of everyday language', () => {
    const terms = library.searchLexicon.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.filter((term) => ['is', 'it', 'or', 'as', 'at', 'he', 'me', 'us', 'we'].includes(term))).toEqual([]);
  });
});
