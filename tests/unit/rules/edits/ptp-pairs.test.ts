import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import type { PtpRow } from '../../../../src/core/model/official.ts';
import { ptpPairs } from '../../../../src/core/rules/edits/ptp-pairs.ts';
import { claimOf, EDITIONS, lineOf, ruled } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const on = (day: string) => day as IsoDate;
const bare = (one: readonly string[] = [], other: readonly string[] = []) =>
  claimOf([lineOf('29881', { modifiers: other }), lineOf('47562', { modifiers: one })]);
const knee = (indicator: PtpRow['indicator'], more: Partial<PtpRow> = {}) =>
  editsOf(pairOf('47562', '29881', indicator, more));

ruleCases(ptpPairs, /^NCCI/, [
  {
    name: 'indicator 0: column 2 falls, in either order',
    claim: bare(),
    official: knee('0'),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  {
    name: 'indicator 0: no modifier opens it',
    claim: bare([], ['59']),
    official: knee('0'),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  {
    name: 'indicator 0: nor do different sides',
    claim: bare(['LT'], ['RT']),
    official: knee('0'),
    finds: ['F ptp'],
    lines: ['47562-LT'],
  },
  {
    name: 'indicator 1 without proof: column 2 falls',
    claim: bare(),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  {
    name: 'indicator 1 and 59 without proof: column 2 falls',
    claim: bare([], ['59']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  { name: 'indicator 1 with other sides', claim: bare(['LT'], ['RT']), official: knee('1'), finds: [] },
  {
    name: 'indicator 1 with the same side',
    claim: bare(['LT'], ['LT']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562-LT'],
  },
  {
    name: 'a thumb of the same side is no other place',
    claim: bare(['LT'], ['FA']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562-LT'],
  },
  { name: 'a thumb of the other side is', claim: bare(['LT'], ['F5']), official: knee('1'), finds: [] },
  { name: 'two digits are', claim: bare(['F1'], ['F2']), official: knee('1'), finds: [] },
  { name: 'two coronary vessels are', claim: bare(['LD'], ['RC']), official: knee('1'), finds: [] },
  {
    name: 'both sides are no other place than one',
    claim: bare(['50'], ['RT']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562-50'],
  },
  {
    name: '50, 51, 22, 52, 62, 76 and 80 open nothing',
    claim: bare([], ['50', '51', '22', '52', '62', '76', '80']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  { name: '78 on one line tells of another session', claim: bare([], ['78']), official: knee('1'), finds: [] },
  {
    name: '78 on both lines tells of one',
    claim: bare(['78'], ['78']),
    official: knee('1'),
    finds: ['F ptp'],
    lines: ['47562-78'],
  },
  { name: 'indicator 9 is void', claim: bare(), official: knee('9'), finds: [] },
  { name: 'a deleted pair is none', claim: bare(), official: knee('0', { deletedOn: on('2024-12-31') }), finds: [] },
  {
    name: 'on its last day a pair still holds',
    claim: bare(),
    official: knee('0', { deletedOn: on('2025-07-01') }),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  {
    name: 'a pair that begins later is none yet',
    claim: bare(),
    official: knee('0', { effectiveOn: on('2025-07-02') }),
    finds: [],
  },
  {
    name: 'a pair that was reinstated holds',
    claim: bare(),
    official: editsOf(pairOf('47562', '29881', '0', { deletedOn: on('2020-12-31') }), pairOf('47562', '29881', '0')),
    finds: ['F ptp'],
    lines: ['47562'],
  },
  {
    name: 'what is part of something that falls itself stays',
    claim: claimOf([lineOf('29881'), lineOf('47562'), lineOf('22551')]),
    official: editsOf(pairOf('29881', '22551', '0'), pairOf('47562', '29881', '0')),
    finds: ['F ptp'],
    lines: ['47562', '22551'],
  },
  {
    name: 'a visit with 25',
    claim: claimOf([lineOf('11042'), lineOf('99213', { modifiers: ['25'] })]),
    official: editsOf(pairOf('11042', '99213', '1')),
    finds: [],
  },
  {
    name: 'a visit without 25',
    claim: claimOf([lineOf('11042'), lineOf('99213')]),
    official: editsOf(pairOf('11042', '99213', '1')),
    finds: ['F ptp'],
    lines: ['11042'],
  },
  {
    name: '59 is nothing for a visit',
    claim: claimOf([lineOf('11042'), lineOf('99213', { modifiers: ['59'] })]),
    official: editsOf(pairOf('11042', '99213', '1')),
    finds: ['F ptp'],
    lines: ['11042'],
  },
  {
    name: 'a visit whose 25 is still asked for waits',
    claim: {
      ...claimOf([lineOf('11042'), lineOf('99213')]),
      rubrics: [{ modifier: '25', code: lineOf('99213').code, verdict: 'open', criteria: [], authority: 'x' }],
    },
    official: editsOf(pairOf('11042', '99213', '1')),
    finds: ['Q ptp'],
    lines: ['11042', '99213 (held)'],
  },
]);

const NEAR = [
  { kind: 'ptp', name: 'NCCI 2024Q3', effectiveFrom: on('2024-07-01'), effectiveTo: on('2024-09-30') },
] as const;

describe('pairs and their editions', () => {
  it('never say "no edit" when nothing is loaded', () => {
    expect(ruled(ptpPairs, bare()).findings).toMatchObject([{ severity: 'I', state: 'not-checked' }]);
  });

  it('name the edition and whether it covers the day', () => {
    const { findings } = ruled(ptpPairs, bare(), { official: { editions: NEAR } });
    expect(findings).toMatchObject([{ state: 'nearest-edition', edition: 'NCCI 2024Q3' }]);
  });

  it('are not checked for a code that an edition of another time never names', () => {
    const young = { unpaired: ['29881'] };
    expect(ruled(ptpPairs, bare(), { official: { editions: NEAR, ...young } }).findings).toMatchObject([
      { severity: 'I', state: 'not-checked', codes: ['29881'] },
    ]);
    expect(ruled(ptpPairs, bare(), { official: { editions: EDITIONS, ...young } }).findings).toMatchObject([
      { severity: 'I', state: 'checked' },
    ]);
  });

  it('cite the chapter that the rationale stands for, in words of our own', () => {
    const { findings, draft } = ruled(ptpPairs, bare(), {
      official: knee('0', { rationale: 'CPT Separate procedure definition' }),
    });
    expect(findings[0]).toMatchObject({ authority: 'NCCI Policy Manual ch. 1, J' });
    expect(draft.notBilled[0]?.reason).toBe(
      'billed only when done by itself, not in the field of 47562; no modifier opens this pair',
    );
  });
});
