import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import type { PtpRow } from '../../../src/core/model/official.ts';
import { ptpPairs } from '../../../src/core/rules/edits/ptp-pairs.ts';
import { claimOf, EDITIONS, left, lineOf, quote, ruled } from '../../support/a-claim.ts';

describe('ptp', () => {
  const pair = (indicator: '0' | '1' | '9', deletedOn?: string): PtpRow => ({
    column1: '47562',
    column2: '29881',
    indicator,
    deletedOn: deletedOn as IsoDate | undefined,
  });
  const judge = (rows: readonly PtpRow[], one: string[] = [], other: string[] = []) =>
    ruled(ptpPairs, claimOf([lineOf('29881', { modifiers: other }), lineOf('47562', { modifiers: one })]), {
      official: { editions: EDITIONS, pairs: rows },
    });

  it.each([
    ['indicator 0: column 2 falls, in either order', [pair('0')], [], [], ['47562']],
    ['indicator 0: no modifier opens it', [pair('0')], [], ['59'], ['47562']],
    ['indicator 1 without proof: column 2 falls', [pair('1')], [], [], ['47562']],
    ['indicator 1 with another place', [pair('1')], ['LT'], ['RT'], ['29881-RT', '47562-LT']],
    ['indicator 1 with the same place', [pair('1')], ['LT'], ['LT'], ['47562-LT']],
    ['indicator 1 with 59', [pair('1')], [], ['59'], ['29881-59', '47562']],
    ['indicator 1 with 78', [pair('1')], [], ['78'], ['29881-78', '47562']],
    ['indicator 9 is void', [pair('9')], [], [], ['29881', '47562']],
    ['a deleted pair is none', [pair('0', '2024-12-31')], [], [], ['29881', '47562']],
    ['a pair deleted later still holds', [pair('0', '2025-12-31')], [], [], ['47562']],
    ['no pair: no 59', [], [], ['59'], ['29881', '47562']],
  ])('%s', (_, rows, one, other, expected) => {
    expect(left(judge(rows, one, other))).toEqual(expected);
  });

  it('gives 59 to the second of two lesions proven in different places of the note', () => {
    const lines = [
      lineOf('11402', { evidence: [quote('PROCEDURE'), quote('gallbladder was removed')] }),
      lineOf('11441', { evidence: [quote('PROCEDURE'), quote('skin was closed')] }),
    ];
    const pairs: PtpRow[] = [{ column1: '11402', column2: '11441', indicator: '1', deletedOn: undefined }];
    expect(left(ruled(ptpPairs, claimOf(lines), { official: { editions: EDITIONS, pairs } }))).toEqual([
      '11402',
      '11441-59',
    ]);
  });

  it('never says "no edit" when nothing is loaded', () => {
    const { findings } = ruled(ptpPairs, claimOf([lineOf('47562'), lineOf('29881')]));
    expect(findings).toMatchObject([{ rule: 'ptp', state: 'not-checked' }]);
  });

  it('names the edition and whether it covers the day', () => {
    const old = [
      {
        kind: 'ptp' as const,
        name: 'NCCI 2024Q3',
        effectiveFrom: '2024-07-01' as IsoDate,
        effectiveTo: '2024-09-30' as IsoDate,
      },
    ];
    const { findings } = ruled(ptpPairs, claimOf([lineOf('47562'), lineOf('29881')]), { official: { editions: old } });
    expect(findings).toMatchObject([{ state: 'nearest-edition', edition: 'NCCI 2024Q3' }]);
  });
});
