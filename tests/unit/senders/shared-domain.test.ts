import { expect, test } from 'vitest';
import { sharedDomain } from '../../../src/core/senders/shared-domain.ts';

const rules = { registered: { addresses: ['lee@solo.example'], domains: ['clinic.example', 'gmail.com'] } };

test.each([
  ['Dana@Clinic.example', 'clinic.example'],
  ['dana@or.clinic.example', undefined],
  ['dana@clinic.example.evil.example', undefined],
  ['lee@solo.example', undefined],
  ['dana@gmail.com', undefined],
  ['clinic.example', 'clinic.example'],
])('the colleagues of %s are those at %s', (address, domain) => {
  expect(sharedDomain(address, rules)).toBe(domain);
});
