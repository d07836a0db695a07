import { describe, expect, it } from 'vitest';
import { codeValid } from '../../../src/core/rules/codes/code-valid.ts';
import { patientBand } from '../../../src/core/rules/codes/patient-band.ts';
import { addOnParent } from '../../../src/core/rules/edits/add-on-parent.ts';
import { libraryExclusion } from '../../../src/core/rules/edits/library-exclusion.ts';
import { unitLimits } from '../../../src/core/rules/edits/unit-limits.ts';
import { quoteExists } from '../../../src/core/rules/proof/quote-exists.ts';
import { claimOf, EDITIONS, feeOf, left, lineOf, quote, ruled } from '../../support/a-claim.ts';

describe('quote-exists', () => {
  it.each([
    ['a true quote stays', [quote('gallbladder was removed')], ['47562']],
    ['an invented quote goes, and the line with it', [{ quote: 'the liver was removed', start: 3, end: 24 }], []],
    ['a quote at the wrong place goes', [{ quote: 'gallbladder', start: 0, end: 11 }], []],
    ['an empty quote is none', [{ quote: '', start: 0, end: 0 }], []],
    ['one true quote of two keeps the line', [{ quote: 'x', start: 0, end: 1 }, quote('skin')], ['47562']],
    ['no quote, no line', [], []],
  ])('%s', (_, evidence, expected) => {
    const ruling = ruled(quoteExists, claimOf([lineOf('47562', { evidence })]));
    expect(left(ruling)).toEqual(expected);
    if (expected.length === 0) expect(ruling.draft.notBilled[0]?.reason).toMatch(/no passage/);
  });

  it('says what it took away', () => {
    const ruling = ruled(quoteExists, claimOf([lineOf('47562', { evidence: [] })]));
    expect(ruling.findings).toMatchObject([{ rule: 'quote-exists', severity: 'F', codes: ['47562'] }]);
  });
});

describe('code-valid', () => {
  it.each([
    ['47562', true],
    ['99999', false],
    ['37226', false],
  ])('%s valid on the day: %s', (code, isValid) => {
    expect(left(ruled(codeValid, claimOf([lineOf(code)])))).toEqual(isValid ? [code] : []);
  });

  it('names the successors of an ended code', () => {
    const { findings } = ruled(codeValid, claimOf([lineOf('37226')]));
    expect(findings[0]?.text).toBe('37226: ended 2024-12-31; see 37256');
  });

  it('says once that no fee schedule was checked', () => {
    const { findings } = ruled(codeValid, claimOf([lineOf('47562'), lineOf('29881')]));
    expect(findings.filter(({ state }) => state === 'not-checked')).toHaveLength(1);
  });

  it.each([
    ['A', []],
    ['B', ['fee-schedule']],
    ['I', ['fee-schedule']],
    ['N', ['fee-schedule']],
  ])('fee schedule status %s', (status, rules) => {
    const official = { editions: EDITIONS, fees: [feeOf('47562', { status })] };
    expect(ruled(codeValid, claimOf([lineOf('47562')]), { official }).findings.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('patient-band', () => {
  it.each([
    ['42820', { ageYears: 5 }, true],
    ['42820', { ageYears: 12 }, false],
    ['42821', { ageYears: 12 }, true],
    ['42821', { ageYears: 11 }, false],
    ['42820', {}, true],
    ['58571', { sex: 'male' as const }, false],
    ['58571', { sex: 'female' as const }, true],
    ['58571', {}, true],
  ])('%s with %j: %s', (code, facts, fits) => {
    expect(left(ruled(patientBand, claimOf([lineOf(code)]), { facts: { facts } }))).toEqual(fits ? [code] : []);
  });
});

describe('library-exclusion', () => {
  it.each([
    [['47562', '49320'], ['47562']],
    [['49320', '47562'], ['47562']],
    [['49320'], ['49320']],
    [
      ['47562', '29881'],
      ['47562', '29881'],
    ],
  ])('%j -> %j', (codes, expected) => {
    expect(left(ruled(libraryExclusion, claimOf(codes.map((code) => lineOf(code)))))).toEqual(expected);
  });

  it('tells the reason and its authority', () => {
    const { draft } = ruled(libraryExclusion, claimOf([lineOf('47562'), lineOf('49320')]));
    expect(draft.notBilled[0]).toMatchObject({
      code: '49320',
      reason: 'the look is the start (NCCI ch. 1, beside 47562)',
    });
  });
});

describe('add-on-parent', () => {
  const aoc = (primary: string) => ({ editions: EDITIONS, addOns: [{ addOn: '22552', primary, type: '1' as const }] });

  it.each([
    [['22551', '22552'], {}, ['22551', '22552']],
    [['22552'], {}, []],
    [['47562', '22552'], {}, ['47562']],
    [['22551', '22552'], aoc('22551'), ['22551', '22552']],
    [['47562', '22552'], aoc('47562'), ['47562', '22552']],
    [['47562', '22552'], aoc('CCCCC'), ['47562', '22552']],
    [['22551', '22552', '20931'], {}, ['22551', '22552', '20931']],
    [['22551'], {}, ['22551']],
  ])('%j -> %j', (codes, official, expected) => {
    expect(left(ruled(addOnParent, claimOf(codes.map((code) => lineOf(code))), { official }))).toEqual(expected);
  });

  it('names the parent', () => {
    const { draft } = ruled(addOnParent, claimOf([lineOf('22551'), lineOf('22552')]));
    expect(draft.lines[1]?.parent).toBe('22551');
  });
});

describe('unit-limits', () => {
  const mue = (units: number, mai: '1' | '2' | '3') => ({ editions: EDITIONS, mues: [{ code: '22552', units, mai }] });

  it.each([
    ['within the limit', 5, mue(5, '3'), 5, undefined],
    ['over the cap of the library', 9, {}, 5, undefined],
    ['over a day limit, absolute', 4, mue(3, '2'), 4, '4 documented, at most 3 payable in a day'],
    ['over a day limit, clinical', 4, mue(3, '3'), 4, '4 documented, at most 3 payable in a day'],
    ['over a line limit: more lines, nothing held', 4, mue(3, '1'), 4, undefined],
    ['a limit of zero is told, not held', 2, mue(0, '2'), 2, undefined],
    ['no limit published', 4, { editions: EDITIONS }, 4, undefined],
    ['nothing loaded', 4, {}, 4, undefined],
  ])('%s', (_, units, official, expected, held) => {
    const { draft } = ruled(unitLimits, claimOf([lineOf('22552', { units })]), { official });
    expect(draft.lines[0]).toMatchObject({ units: expected, held });
  });

  it('says that nothing was checked when nothing is loaded', () => {
    expect(ruled(unitLimits, claimOf([lineOf('22552')])).findings).toMatchObject([
      { rule: 'mue', state: 'not-checked' },
    ]);
  });
});
