import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import type { Edition } from '../../../../src/core/model/official.ts';
import { editionYear } from '../../../../src/core/rules/payment/edition-year.ts';
import { claimOf, EDITIONS, lineOf, ruled } from '../../../support/a-claim.ts';

const edition = (kind: Edition['kind'], from?: string, to?: string, hasHistory = false): Edition => ({
  kind,
  name: `${kind} ${from ?? 'undated'}`,
  effectiveFrom: from as IsoDate | undefined,
  effectiveTo: to as IsoDate | undefined,
  hasHistory,
});
const told = (editions: readonly Edition[], lines = [lineOf('47562')]) =>
  ruled(editionYear, claimOf(lines), { official: { editions } }).findings;

describe('editionYear', () => {
  it.each([
    ['an edition of the day', EDITIONS, undefined],
    ['another quarter of the year', [edition('pfs', '2025-10-01', '2025-12-31')], undefined],
    ['the year after', [edition('mue', '2026-04-01', '2026-06-30')], 'mue 2026-04-01'],
    ['the year before', [edition('ptp', '2024-07-01', '2024-09-30')], 'ptp 2024-07-01'],
    ['history back to the year', [edition('ptp', '2026-07-01', '2026-09-30', true)], undefined],
    ['history does not reach forward', [edition('ptp', '2024-07-01', '2024-09-30', true)], 'ptp 2024-07-01'],
    ['without an end', [edition('pfs', '2024-01-01')], undefined],
    ['without dates', [edition('aoc')], undefined],
    ['a kind that decides no line', [edition('icd10cm', '2020-10-01', '2021-09-30')], undefined],
    [
      'two of another year, once',
      [edition('ptp', '2024-07-01', '2024-09-30'), edition('mue', '2026-04-01', '2026-06-30')],
      'ptp 2024-07-01, mue 2026-04-01',
    ],
    ['none', [], undefined],
  ] as const)('%s', (_, editions, named) => {
    const findings = told(editions);
    expect(findings.map((each) => each.edition)).toEqual(named === undefined ? [] : [named]);
    for (const each of findings) expect(each).toMatchObject({ severity: 'I', state: 'nearest-edition' });
  });

  it('is silent on an empty claim', () => {
    expect(told([edition('ptp', '2024-07-01', '2024-09-30')], [])).toEqual([]);
  });
});
