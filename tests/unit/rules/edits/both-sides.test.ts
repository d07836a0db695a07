import type { MueRow } from '../../../../src/core/model/official.ts';
import { bothSides } from '../../../../src/core/rules/edits/both-sides.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const on = (mai: MueRow['mai'], units: number, bilateral: string) => ({
  editions: EDITIONS,
  mues: [{ code: '29881', units, mai }],
  fees: [feeOf('29881', { bilateral })],
});
const sides = (one: string[], other: string[], units = 1) =>
  claimOf([lineOf('29881', { modifiers: one, units }), lineOf('47562'), lineOf('29881', { modifiers: other })]);
const rightLeft = sides(['RT'], ['LT']);

ruleCases(bothSides, /medically unlikely edits/, [
  {
    name: 'two lines against one a day, MAI 2',
    claim: rightLeft,
    official: on('2', 1, '1'),
    finds: ['F both-sides'],
    lines: ['29881-50', '47562'],
  },
  {
    name: 'MAI 3 likewise',
    claim: rightLeft,
    official: on('3', 1, '1'),
    finds: ['F both-sides'],
    lines: ['29881-50', '47562'],
  },
  {
    name: 'each side paid in full (3) likewise',
    claim: rightLeft,
    official: on('2', 1, '3'),
    finds: ['F both-sides'],
    lines: ['29881-50', '47562'],
  },
  {
    name: 'other modifiers stay',
    claim: sides(['58', 'RT'], ['LT', '58']),
    official: on('2', 1, '1'),
    finds: ['F both-sides'],
    lines: ['29881-50-58', '47562'],
  },
  { name: 'a limit of two lets both lines through', claim: rightLeft, official: on('2', 2, '1'), finds: [] },
  { name: 'MAI 1 is a limit of the line', claim: rightLeft, official: on('1', 1, '1'), finds: [] },
  { name: 'a code that takes no 50', claim: rightLeft, official: on('2', 1, '0'), finds: [] },
  { name: 'the same side twice', claim: sides(['RT'], ['RT']), official: on('2', 1, '1'), finds: [] },
  { name: 'more than one unit a line', claim: sides(['RT'], ['LT'], 2), official: on('2', 1, '1'), finds: [] },
  { name: 'nothing loaded', claim: rightLeft, finds: [] },
]);
