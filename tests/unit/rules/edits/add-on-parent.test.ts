import { expect, it } from 'vitest';
import type { AddOnRow } from '../../../../src/core/model/official.ts';
import { addOnParent } from '../../../../src/core/rules/edits/add-on-parent.ts';
import { claimOf, EDITIONS, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const claim = (...codes: string[]) => claimOf(codes.map((code) => lineOf(code)));
const list = (addOn: string, primary: string, type: AddOnRow['type']) => ({
  editions: EDITIONS,
  addOns: [{ addOn, primary, type }],
});

ruleCases(addOnParent, /NCCI add-on code edits/, [
  { name: 'with its parent by the library', claim: claim('22551', '22552'), finds: [] },
  { name: 'alone', claim: claim('22552'), finds: ['F add-on-parent'], lines: [] },
  { name: 'beside another code', claim: claim('47562', '22552'), finds: ['F add-on-parent'], lines: ['47562'] },
  {
    name: 'another add-on is no parent',
    claim: claim('22552', '20931'),
    finds: ['F add-on-parent', 'F add-on-parent'],
    lines: [],
  },
  { name: 'type 1, listed parent', claim: claim('47562', '22552'), official: list('22552', '47562', '1'), finds: [] },
  {
    name: 'type 1, no listed parent',
    claim: claim('29881', '22552'),
    official: list('22552', '47562', '1'),
    finds: ['F add-on-parent'],
    lines: ['29881'],
  },
  {
    name: 'type 2: the contractor decides, no list',
    claim: claim('47562', '77001'),
    official: list('77001', 'CCCCC', '2'),
    finds: [],
  },
  {
    name: 'type 2 alone',
    claim: claim('77001'),
    official: list('77001', 'CCCCC', '2'),
    finds: ['F add-on-parent'],
    lines: [],
  },
  { name: 'type 3, listed parent', claim: claim('47562', '20701'), official: list('20701', '47562', '3'), finds: [] },
  {
    name: 'type 3, another primary: the contractor may accept it',
    claim: claim('29881', '20701'),
    official: list('20701', '47562', '3'),
    finds: ['W add-on-parent'],
  },
  {
    name: 'critical care after a colleague',
    claim: claim('99292'),
    official: list('99292', '99291', '1'),
    finds: ['W add-on-parent'],
  },
  {
    name: 'critical care with its first time',
    claim: claim('99291', '99292'),
    official: list('99292', '99291', '1'),
    finds: [],
  },
  {
    name: 'visit complexity has no list',
    claim: claim('99213', 'G2211'),
    official: list('22552', '22551', '1'),
    finds: [],
  },
  { name: 'no add-on at all', claim: claim('22551'), finds: [] },
]);

it('names the parent', () => {
  expect(ruled(addOnParent, claim('22551', '22552')).draft.lines[1]?.parent).toBe('22551');
});

it('cites the list where the list knows the code, else the library', () => {
  const orphan = (official: ReturnType<typeof list>) =>
    ruled(addOnParent, claim('22552'), { official }).findings[0]?.edition;
  expect(orphan(list('22552', '22551', '1'))).toBe('aoc 2025Q3');
  expect(orphan(list('20931', '22551', '1'))).toMatch(/library/);
});
