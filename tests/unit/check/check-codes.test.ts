import { describe, expect, it } from 'vitest';
import { type AskedCode, checkCodes } from '../../../src/core/check/check-codes.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { type Edition, NO_OFFICIAL_FACTS, type OfficialFacts, type PtpRow } from '../../../src/core/model/official.ts';
import { EDITIONS, feeOf } from '../../support/a-claim.ts';

const DAY = '2025-08-01' as IsoDate;
const LATER = '2026-08-01' as IsoDate;
const asked = (...codes: string[]): AskedCode[] => codes.map((code) => ({ code, modifiers: [], units: 1 }));
const pair = (indicator: PtpRow['indicator'], deletedOn?: string): PtpRow => ({
  column1: '11042',
  column2: '99213',
  indicator,
  deletedOn: deletedOn as IsoDate | undefined,
});
const facts = (given: Partial<OfficialFacts>): OfficialFacts => ({
  ...NO_OFFICIAL_FACTS,
  editions: EDITIONS,
  ...given,
});
const findingsOf = (rule: string, codes: readonly AskedCode[], official: OfficialFacts, day = DAY) =>
  checkCodes(codes, official, day)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, state }) => `${severity} ${state}`);

describe('check of bare codes', () => {
  it.each([
    ['an open pair', [pair('1')], 'modifier', 'W checked'],
    ['a closed pair', [pair('0')], 'denied', 'F checked'],
    ['a void pair', [pair('9')], 'void', 'I checked'],
    ['a pair that ended before', [pair('0', '2025-07-31')], 'ended', 'I checked'],
    ['a pair on its last day', [pair('0', '2025-08-01')], 'denied', 'F checked'],
    [
      'a pair that was reinstated',
      [pair('0', '2020-01-01'), pair('1'), pair('9', '2010-01-01')],
      'modifier',
      'W checked',
    ],
  ] as const)('%s', (_what, pairs, verdict, told) => {
    const check = checkCodes(asked('99213', '11042'), facts({ pairs }), DAY);
    expect(check.pairs.map((row) => row.verdict)).toEqual([verdict]);
    expect(findingsOf('ptp', asked('99213', '11042'), facts({ pairs }))).toEqual([told]);
  });

  it('names the nearest edition, and does not pass a pair of a code that it never names', () => {
    const codes = asked('99213', '11042', '37254');
    expect(findingsOf('ptp', codes, facts({ unpaired: ['37254'] }), LATER)).toEqual([
      'I nearest-edition',
      'I not-checked',
    ]);
    expect(findingsOf('ptp', codes, facts({ unpaired: ['37254'] }), DAY)).toEqual(['I checked']);
  });

  it.each([
    ['0', ['59'], '99213 is denied beside 11042, no modifier opens this pair, 59 neither: part of 11042'],
    ['0', [], '99213 is denied beside 11042, no modifier opens this pair: part of 11042'],
    ['1', ['25'], '99213 is denied beside 11042 unless the record earns 25, which can open this pair: part of 11042'],
    ['1', ['50', '76'], '99213 is denied beside 11042 unless an NCCI-associated modifier is earned: part of 11042'],
  ] as const)('indicator %s with %j: %s', (indicator, modifiers, text) => {
    const codes = [...asked('11042'), { code: '99213', modifiers, units: 1 }];
    const { findings } = checkCodes(codes, facts({ pairs: [pair(indicator)] }), DAY);
    expect(findings.find(({ rule }) => rule === 'ptp')?.text).toBe(text);
  });

  it('says that a 59 has nothing to open', () => {
    const codes = [...asked('11042'), { code: '99213', modifiers: ['59'], units: 1 }];
    const told = (pairs: readonly PtpRow[]) =>
      checkCodes(codes, facts({ pairs }), DAY).findings.filter(({ text }) => text.includes('no active edit among'));
    expect(told([])).toMatchObject([{ severity: 'W', codes: ['99213'] }]);
    expect(told([pair('1')])).toEqual([]);
  });

  it('says "not checked" for units of a code without a published limit', () => {
    const twice = [{ code: '11730', modifiers: [], units: 2 }];
    expect(findingsOf('mue', twice, facts({}))).toEqual(['I checked', 'I not-checked']);
  });

  it('warns of a parent that only the contractor may accept', () => {
    const addOns = [{ addOn: '20701', primary: '11010', type: '3' }] as const;
    expect(findingsOf('add-on', asked('20701', '47562'), facts({ addOns }))).toEqual(['W checked']);
  });

  it('finds a Level II code in its own list', () => {
    const levelTwo = [{ code: 'J1100', title: '', terminatedOn: undefined }];
    const hcpcs: Edition = { kind: 'hcpcs', name: 'HCPCS', effectiveFrom: DAY, effectiveTo: undefined };
    const official = facts({ editions: [...EDITIONS, hcpcs], levelTwo });
    expect(findingsOf('code-valid', asked('J1100'), official)).toEqual(['I checked']);
    expect(findingsOf('code-valid', asked('J1101'), official)).toEqual(['F checked']);
  });

  it('tells units over the limit by the kind of limit', () => {
    const units = (mai: '1' | '2' | '3') =>
      findingsOf(
        'mue',
        [{ code: '11730', modifiers: [], units: 2 }],
        facts({ mues: [{ code: '11730', units: 1, mai }] }),
      );
    expect([units('1'), units('2'), units('3')]).toEqual([['W checked'], ['F checked'], ['F checked']]);
  });

  it('wants a parent beside an add-on, unless the contractor decides', () => {
    const addOns = [{ addOn: '22552', primary: '22551', type: '1' }] as const;
    expect(findingsOf('add-on', asked('22552'), facts({ addOns }))).toEqual(['F checked']);
    expect(findingsOf('add-on', asked('22552', '22551'), facts({ addOns }))).toEqual(['I checked']);
    const open = [{ addOn: '22552', primary: 'CCCCC', type: '2' }] as const;
    expect(findingsOf('add-on', asked('22552'), facts({ addOns: open }))).toEqual(['I checked']);
  });

  it('knows a code that is not in the fee schedule', () => {
    const official = facts({ fees: [feeOf('47562')] });
    expect(findingsOf('code-valid', asked('47562'), official)).toEqual(['I checked']);
    expect(findingsOf('code-valid', asked('47562', '99999'), official)).toEqual(['F checked']);
  });

  it('checks nothing without editions, and says so', () => {
    const check = checkCodes(
      [...asked('47562'), { code: '44180', modifiers: ['59'], units: 2 }],
      NO_OFFICIAL_FACTS,
      DAY,
    );
    expect(check.findings.map(({ rule }) => rule)).toEqual(['code-valid', 'ptp', 'mue', 'add-on']);
    expect(new Set(check.findings.map(({ state }) => state))).toEqual(new Set(['not-checked']));
    expect(check.codes[0]).toMatchObject({ valid: undefined, addOn: undefined });
  });
});
