import { expect, it } from 'vitest';
import type { MueRow } from '../../../../src/core/model/official.ts';
import { unitLimits } from '../../../../src/core/rules/edits/unit-limits.ts';
import { claimOf, EDITIONS, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const mue = (units: number, mai: MueRow['mai'], code = '22552') => ({
  editions: EDITIONS,
  mues: [{ code, units, mai, rationale: 'Anatomic Consideration' }],
});
const claim = (units: number, code = '22552') => claimOf([lineOf(code, { units })]);
const twice = (code: string) => claimOf([lineOf(code, { modifiers: ['F1'] }), lineOf(code, { modifiers: ['F2'] })]);

ruleCases(unitLimits, /medically unlikely edits|code definition/, [
  { name: 'within the limit', claim: claim(5), official: mue(5, '3'), finds: [] },
  { name: 'over the cap of the library: cut', claim: claim(9), finds: ['W unit-cap'], lines: ['22552 x5'] },
  { name: 'MAI 2, absolute', claim: claim(4), official: mue(3, '2'), finds: ['F mue'], lines: ['22552 x4 (held)'] },
  {
    name: 'MAI 3, denied at submission',
    claim: claim(4),
    official: mue(3, '3'),
    finds: ['F mue'],
    lines: ['22552 x4 (held)'],
  },
  { name: 'MAI 1, more lines needed', claim: claim(4), official: mue(3, '1'), finds: ['W mue'] },
  { name: 'MAI 1, each line within it', claim: twice('26055'), official: mue(1, '1', '26055'), finds: [] },
  {
    name: 'MAI 2 counts all lines of the day, all are held',
    claim: twice('26055'),
    official: mue(1, '2', '26055'),
    finds: ['F mue'],
    lines: ['26055-F1 (held)', '26055-F2 (held)'],
  },
  {
    name: 'so does MAI 3',
    claim: twice('26055'),
    official: mue(1, '3', '26055'),
    finds: ['F mue'],
    lines: ['26055-F1 (held)', '26055-F2 (held)'],
  },
  {
    name: 'both sides as 50 are one unit',
    claim: claimOf([lineOf('29881', { modifiers: ['50'] })]),
    official: mue(1, '2', '29881'),
    finds: [],
  },
  { name: 'a limit of zero is another rule', claim: claim(1), official: mue(0, '2'), finds: [] },
  { name: 'no limit published', claim: claim(4), official: { editions: EDITIONS }, finds: [] },
  { name: 'nothing loaded', claim: claim(4), finds: [] },
]);

const told = (units: number, official = {}) => ruled(unitLimits, claim(units), { official }).findings;

it('tells MAI 1, 2 and 3 apart, with the reason of the publisher', () => {
  expect((['1', '2', '3'] as const).map((mai) => told(4, mue(3, mai))[0]?.text)).toEqual([
    '22552: 4 units on one line, the limit is 3 a line (MAI 1): it needs further lines, each with an anatomical modifier, 76, 77 or 59 that is earned; reason: Anatomic Consideration',
    '22552: 4 units, the limit is 3 a day (MAI 2), absolute; reason: Anatomic Consideration',
    '22552: 4 units, the limit is 3 a day (MAI 3): denied at submission, to be won only on appeal with the record; reason: Anatomic Consideration',
  ]);
});

it('says "not checked" for a limit that is not published, and only where it matters', () => {
  expect(told(4, { editions: EDITIONS })).toMatchObject([{ severity: 'I', state: 'not-checked', codes: ['22552'] }]);
  expect(told(1, { editions: EDITIONS })).toMatchObject([{ severity: 'I', state: 'checked' }]);
  expect(told(1)).toMatchObject([{ state: 'not-checked', edition: 'none loaded' }]);
});
