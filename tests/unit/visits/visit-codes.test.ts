import { expect, test } from 'vitest';
import { isEncounterCode, isVisitCode, visitFamilyOf } from '../../../src/core/visits/visit-codes.ts';

test.each([
  ['99203', 'office-new'],
  ['99211', 'office-established'],
  ['99222', 'hospital-initial'],
  ['99239', 'hospital-discharge'],
  ['99285', 'emergency'],
  ['99291', 'critical-care'],
  ['99306', 'nursing-initial'],
  ['99350', 'home-established'],
  ['99417', 'prolonged'],
  ['G0317', 'prolonged'],
  ['98012', 'telehealth'],
  ['99442', 'telehealth'],
  ['99396', 'preventive'],
  ['99024', 'global-visit'],
])('%s is %s', (code, family) => {
  expect(visitFamilyOf(code)).toBe(family);
});

test.each(['47562', '96372', '99152', 'G0500', '98940', '99183', 'J1100', '99500'])('%s is no visit', (code) => {
  expect(isVisitCode(code)).toBe(false);
});

test.each([
  ['99213', true],
  ['99291', true],
  ['99292', false],
  ['G2211', false],
  ['99024', false],
  ['99397', true],
])('%s is an encounter of its own: %s', (code, wanted) => {
  expect(isEncounterCode(code)).toBe(wanted);
});
