import { describe, expect, it } from 'vitest';
import { lookup } from '../../../src/core/lookup/lookup.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';
import { shareRight } from './measure-table.ts';
import { DIAGNOSIS_QUERIES, DRUG_QUERIES, OTHER_QUERIES } from './queries-other.ts';
import { SPECIALTY_QUERIES } from './queries-specialties.ts';
import { SURGERY_QUERIES } from './queries-surgery.ts';
import { readTable } from './read-table.ts';

const PROCEDURES = [SURGERY_QUERIES, SPECIALTY_QUERIES, OTHER_QUERIES].flatMap(readTable);

describe('the table of queries', () => {
  const drugs = readTable(DRUG_QUERIES);
  const diagnoses = readTable(DIAGNOSIS_QUERIES);

  it('has at least 300 of them, each once', () => {
    const queries = [...PROCEDURES, ...drugs, ...diagnoses].map(({ query }) => query);
    expect(queries.length).toBeGreaterThanOrEqual(300);
    expect(new Set(queries).size).toBe(queries.length);
  });

  it.each([
    ['procedures', PROCEDURES, 'cpt', 0.94],
    ['drugs', drugs, 'hcpcs', 0.95],
    ['diagnoses', diagnoses, 'icd10cm', 0.92],
    ['procedures among all systems', PROCEDURES, undefined, 0.93],
  ] as const)(
    '%s: the right code first, or the fact that decides',
    (name, table, system, held) => {
      const { share, misses } = shareRight(REAL_LIBRARY, table, system);
      process.stdout.write(`lookup, ${name}: ${(share * 100).toFixed(1)} % of ${table.length} right\n`);
      expect(share, misses.join('\n')).toBeGreaterThanOrEqual(held);
    },
    120_000,
  );
});

const found = (query: string, limit = 5) => lookup(REAL_LIBRARY, query, { limit });

describe('a query by code', () => {
  it.each([
    ['47562', '47562'],
    ['cpt 47562', '47562'],
    ['99213-25', '99213'],
    ['k35.80', 'K35.80'],
    ['K3580', 'K35.80'],
    ['j1885', 'J1885'],
  ])('%s is %s', (query, code) => {
    expect(found(query)[0]).toMatchObject({ code, why: ['the code itself'] });
  });

  it('lists the codes that begin so, in order', () => {
    expect(found('3250', 3).map(({ code }) => code)).toEqual(['32501', '32503', '32504']);
    expect(found('K80').every(({ code }) => code.startsWith('K80'))).toBe(true);
  });

  it('keeps to one system where one is named', () => {
    const only = lookup(REAL_LIBRARY, 'gallbladder', { limit: 20, system: 'icd10cm' });
    expect(only.length).toBeGreaterThan(0);
    expect(only.every(({ system }) => system === 'icd10cm')).toBe(true);
    expect(lookup(REAL_LIBRARY, '47562', { limit: 3, system: 'icd10cm' })).toEqual([]);
  });
});

describe('a query by words', () => {
  it('says which fact decides between two neighbours', () => {
    expect(found('pancoast tumor resection')[0]).toMatchObject({
      code: '32503',
      decides: expect.stringContaining('32504'),
    });
    expect(found('carpal tunnel release')[0]?.decides).toMatch(/64721.*29848|29848.*64721/);
  });

  it.each(['left', 'right', 'bilateral'])('the side %s changes no code', (side) => {
    expect(found(`${side} laparoscopic inguinal hernia repair`)[0]?.code).toBe('49650');
    expect(found(`total knee arthroplasty ${side}`)[0]?.code).toBe('27447');
  });

  it.each([
    ['cholecystecomy', '47562'],
    ['laproscopic appendectomy', '44970'],
    ['hernea repair umbilical 2 cm reducible', '49591'],
    ['arthroscopic rotater cuff repair', '29827'],
  ])('%s is mended', (query, code) => {
    expect(found(query)[0]?.code).toBe(code);
  });

  it('finds nothing for nonsense', () => {
    expect(found('zzzz')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
