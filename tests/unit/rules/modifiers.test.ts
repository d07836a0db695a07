import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import type { PtpRow } from '../../../src/core/model/official.ts';
import { ptpPairs } from '../../../src/core/rules/edits/ptp-pairs.ts';
import { bilateral } from '../../../src/core/rules/modifiers/bilateral.ts';
import { modifierPairing } from '../../../src/core/rules/modifiers/modifier-pairing.ts';
import { claimOf, EDITIONS, feeOf, left, lineOf, quote, ruled } from '../../support/a-claim.ts';

describe('bilateral', () => {
  it.each([
    ['1', ['50'], '29881-50'],
    ['3', ['50'], '29881-50'],
    ['2', ['50'], '29881'],
    ['0', ['50'], '29881'],
    ['9', ['50'], '29881'],
    ['1', ['LT'], '29881-LT'],
    ['0', ['LT'], '29881-LT'],
    ['2', [], '29881'],
  ])('indicator %s, modifiers %j -> %s', (indicator, modifiers, expected) => {
    const official = { editions: EDITIONS, fees: [feeOf('29881', { bilateral: indicator })] };
    expect(left(ruled(bilateral, claimOf([lineOf('29881', { modifiers })]), { official }))).toEqual([expected]);
  });

  it('drops a side that says nothing', () => {
    const official = { editions: EDITIONS, fees: [feeOf('47562', { bilateral: '0' })] };
    expect(left(ruled(bilateral, claimOf([lineOf('47562', { modifiers: ['RT'] })]), { official }))).toEqual(['47562']);
  });

  it('leaves a line alone when no fee schedule is loaded', () => {
    expect(left(ruled(bilateral, claimOf([lineOf('47562', { modifiers: ['50'] })])))).toEqual(['47562-50']);
  });
});

describe('modifier-pairing', () => {
  it.each([
    [['LT', '50'], '29881-50'],
    [['80', '62'], '29881-62'],
    [['59', 'XS'], '29881-XS'],
    [['51'], '29881'],
    [['RT', '59'], '29881-59-RT'],
    [['LT', '80'], '29881-80-LT'],
    [['78', '79'], '29881-78'],
    [['RT', 'RT'], '29881-RT'],
  ])('%j -> %s', (modifiers, expected) => {
    expect(left(ruled(modifierPairing, claimOf([lineOf('29881', { modifiers })])))).toEqual([expected]);
  });

  it.each([
    ['0', '29881'],
    ['9', '29881'],
    ['1', '29881-62'],
    ['2', '29881-62'],
  ])('co-surgeon indicator %s -> %s', (coSurgeon, expected) => {
    const official = { editions: EDITIONS, fees: [feeOf('29881', { coSurgeon })] };
    expect(left(ruled(modifierPairing, claimOf([lineOf('29881', { modifiers: ['62'] })]), { official }))).toEqual([
      expected,
    ]);
  });

  it('holds the line of an assistant who is never paid', () => {
    const official = { editions: EDITIONS, fees: [feeOf('29881', { assistant: '1' })] };
    const { draft } = ruled(modifierPairing, claimOf([lineOf('29881', { modifiers: ['80'] })]), { official });
    expect(draft.lines[0]?.held).toMatch(/assistant/);
  });
});

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
