import { expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { baseUnits } from '../../../../src/core/rules/anesthesia/base-units.ts';
import { ruled } from '../../../support/a-claim.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE = record('Procedure: Cholecystectomy.');
const factors = (year: string) => ({
  editions: [
    {
      kind: 'anesthesia' as const,
      name: `Anesthesia factors ${year}`,
      effectiveFrom: `${year}-01-01` as IsoDate,
      effectiveTo: `${year}-12-31` as IsoDate,
    },
  ],
});

ruleCases(baseUnits, /CMS anesthesia base units/, [
  { name: 'a settled code is told once', claim: billed('00790-AA x95'), ...NOTE, finds: [] },
  { name: 'with the factor of the year', claim: billed('00790-AA x95'), ...NOTE, official: factors('2025'), finds: [] },
  {
    name: 'with the factor of another year',
    claim: billed('00790-AA x95'),
    ...NOTE,
    official: factors('2024'),
    finds: [],
  },
  { name: 'base units to be confirmed', claim: billed('01926-AA x95'), ...NOTE, finds: ['W base-units'] },
  { name: 'the age-bound airway code too', claim: billed('00326-AA x30'), ...NOTE, finds: ['W base-units'] },
  { name: 'a code that no library knows', claim: billed('01936-AA x30'), ...NOTE, finds: ['W base-units'] },
  { name: 'an operation has no base units', claim: billed('47562'), ...NOTE, finds: [] },
  { name: 'nor has a block', claim: billed('64447-59'), ...NOTE, finds: [] },
]);

it.each([
  ['2025', 'checked', 'anesthesia conversion factor of 2025 loaded'],
  ['2024', 'nearest-edition', 'anesthesia conversion factor of 2025 not checked: only another year is loaded'],
])('tells the factor of %s by its edition, without money', (year, state, text) => {
  const { findings } = ruled(baseUnits, billed('00790-AA x95'), { ...NOTE, official: factors(year) });
  expect(findings.map((each) => [each.state, each.text])).toEqual([[state, text]]);
});
