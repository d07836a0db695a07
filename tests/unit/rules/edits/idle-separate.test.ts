import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { idleSeparate } from '../../../../src/core/rules/edits/idle-separate.ts';
import { claimOf, EDITIONS, lineOf } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NEAR = [
  {
    kind: 'ptp',
    name: 'NCCI 2024Q3',
    effectiveFrom: '2024-07-01' as IsoDate,
    effectiveTo: '2024-09-30' as IsoDate,
  },
] as const;
const with59 = (one: readonly string[] = [], other: readonly string[] = ['59']) =>
  claimOf([lineOf('47562', { modifiers: one }), lineOf('29881', { modifiers: other })]);

ruleCases(idleSeparate, /^NCCI Policy Manual ch\. 1/, [
  {
    name: 'no pair at all: 59 comes off',
    claim: with59(),
    official: editsOf(),
    finds: ['W idle-59'],
    lines: ['47562', '29881'],
  },
  {
    name: 'so does an X modifier',
    claim: with59([], ['XU']),
    official: editsOf(),
    finds: ['W idle-59'],
    lines: ['47562', '29881'],
  },
  {
    name: 'an open pair keeps it on column 2',
    claim: with59(),
    official: editsOf(pairOf('47562', '29881', '1')),
    finds: [],
  },
  {
    name: 'an open pair keeps it on column 1',
    claim: with59(),
    official: editsOf(pairOf('29881', '47562', '1')),
    finds: [],
  },
  {
    name: 'a void pair keeps nothing',
    claim: with59(),
    official: editsOf(pairOf('47562', '29881', '9')),
    finds: ['W idle-59'],
    lines: ['47562', '29881'],
  },
  {
    name: 'nor does a pair that ended',
    claim: with59(),
    official: editsOf(pairOf('47562', '29881', '1', { deletedOn: '2025-06-30' as IsoDate })),
    finds: ['W idle-59'],
    lines: ['47562', '29881'],
  },
  {
    name: 'sides that tell the pair apart leave nothing to 59',
    claim: with59(['LT'], ['59', 'RT']),
    official: editsOf(pairOf('47562', '29881', '1')),
    finds: ['W idle-59'],
    lines: ['47562-LT', '29881-RT'],
  },
  {
    name: 'a repeated code keeps it',
    claim: claimOf([lineOf('29881'), lineOf('29881', { modifiers: ['59'] })]),
    official: editsOf(),
    finds: [],
  },
  {
    name: 'no edition: nothing is taken off',
    claim: with59(),
    official: { editions: EDITIONS.slice(0, 1) },
    finds: [],
  },
  {
    name: 'a pair that was not checked keeps it',
    claim: with59(),
    official: { editions: NEAR, unpaired: ['29881'] },
    finds: [],
  },
  { name: 'another modifier is no matter', claim: with59([], ['RT']), official: editsOf(), finds: [] },
]);
