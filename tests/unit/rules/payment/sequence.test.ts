import { expect, it } from 'vitest';
import { sequence } from '../../../../src/core/rules/payment/sequence.ts';
import { claimOf, EDITIONS, feeOf, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const fees = [
  feeOf('47562', { totalFacilityRvu: 19, totalNonFacilityRvu: 19 }),
  feeOf('29881', { totalFacilityRvu: 14, totalNonFacilityRvu: 30, bilateral: '1' }),
  feeOf('73562', { totalFacilityRvu: 11, totalNonFacilityRvu: 11, bilateral: '3' }),
  feeOf('22551', { totalFacilityRvu: 52 }),
  feeOf('22552', { totalFacilityRvu: 12 }),
  feeOf('41899', { status: 'C', totalFacilityRvu: 0, totalNonFacilityRvu: 0 }),
  feeOf('45378', { totalFacilityRvu: 5 }),
  feeOf('45378', { modifier: '53', totalFacilityRvu: 3 }),
  feeOf('43239', { totalFacilityRvu: 4 }),
];
const official = { editions: EDITIONS, fees };
const claim = (...codes: string[]) => claimOf(codes.map((code) => lineOf(code)));

ruleCases(sequence, /status C/, [
  { name: 'by total value', claim: claim('29881', '47562'), official, finds: [], lines: ['47562', '29881'] },
  {
    name: 'add-ons under their parent',
    claim: claimOf([
      lineOf('29881'),
      lineOf('22552', { parent: lineOf('22551').code }),
      lineOf('47562'),
      lineOf('22551'),
    ]),
    official,
    finds: [],
    lines: ['22551', '22552', '47562', '29881'],
  },
  {
    name: 'both sides count one and a half',
    claim: claimOf([lineOf('47562'), lineOf('29881', { modifiers: ['50'] })]),
    official,
    finds: [],
    lines: ['29881-50', '47562'],
  },
  {
    name: 'both sides paid each in full count twice',
    claim: claimOf([lineOf('47562'), lineOf('73562', { modifiers: ['50'] })]),
    official,
    finds: [],
    lines: ['73562-50', '47562'],
  },
  {
    name: 'the value of the place',
    claim: claim('47562', '29881'),
    official,
    settings: { place: { value: 'office', from: 'mail' } },
    finds: [],
    lines: ['29881', '47562'],
  },
  {
    name: 'the value of what was broken off',
    claim: claimOf([lineOf('45378', { modifiers: ['53'] }), lineOf('43239')]),
    official,
    finds: [],
    lines: ['43239', '45378-53'],
  },
  {
    name: 'without a value last, and it says so',
    claim: claim('41899', '29881'),
    official,
    finds: ['W sequence'],
    lines: ['29881', '41899'],
  },
  { name: 'without a value alone', claim: claim('41899'), official, finds: [] },
  { name: 'no fee schedule: as it stands', claim: claim('29881', '47562'), finds: [] },
  { name: 'no fee schedule: nothing to say of a value', claim: claim('41899', '29881'), finds: [] },
  {
    name: 'two codes without a value',
    claim: claim('41899', '41899', '47562'),
    official,
    finds: ['W sequence', 'W sequence'],
    lines: ['47562', '41899', '41899'],
  },
]);

it('numbers the lines and gives value and global days', () => {
  const { draft } = ruled(sequence, claim('29881', '47562'), { official });
  expect(draft.lines.map(({ seq, code, totalRvu, globalDays }) => [seq, code, totalRvu, globalDays])).toEqual([
    [1, '47562', 19, '090'],
    [2, '29881', 14, '090'],
  ]);
});
