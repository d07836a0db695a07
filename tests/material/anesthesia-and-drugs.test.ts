import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unitInTitle } from '../../src/core/drugs/title-unit.ts';
import { REAL_LIBRARY } from '../support/real-library.ts';

const DATA = '../shared/data';

it.each(['PPRRVU2025_Oct.csv.gz', 'PPRRVU2026_Jul_nonQPP.csv.gz'])(
  'every anesthesia code of %s stands in the library with base units',
  async (file) => {
    const rows = gunzipSync(await readFile(`${DATA}/pfs/${file}`))
      .toString('latin1')
      .split('\n');
    const codes = rows
      .filter((row) => /^0[01]\d{3},,/.test(row) && row.split(',')[3] === 'J')
      .map((row) => row.slice(0, 5));
    expect(codes).toHaveLength(276);
    expect(codes.filter((code) => REAL_LIBRARY.find(code)?.anesthesia === undefined)).toEqual([]);
  },
);

it('the unit of every drug is the one of its HCPCS title', async () => {
  const rows = (await readFile(`${DATA}/hcpcs/hcpc_short_2025.csv`, 'utf8')).split('\n');
  const titles = new Map(rows.map((row) => [row.slice(0, 5), row.slice(6)]));
  const { drugs } = REAL_LIBRARY.library;
  expect(drugs.length).toBeGreaterThanOrEqual(120);
  const unlike = drugs.filter(({ code, amount, unit }) => {
    const told = unitInTitle(titles.get(code) ?? '');
    return unit !== 'dose' && (told?.amount !== amount || told.unit !== unit);
  });
  expect(unlike.map(({ code }) => code)).toEqual([]);
  expect(drugs.filter(({ code }) => !titles.has(code)).map(({ code }) => code)).toEqual([]);
});
