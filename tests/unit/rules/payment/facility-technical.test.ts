import { facilityTechnical } from '../../../../src/core/rules/payment/facility-technical.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const IN_OFFICE = { settings: { place: { value: 'office', from: 'mail' } } } as const;
const one = (code: string, pcTc: string): Pick<RuleCase, 'claim' | 'official'> => ({
  claim: claimOf([lineOf(code)]),
  official: { editions: EDITIONS, fees: [feeOf(code, { pcTc })] },
});
const waits = (code: string) => ({ finds: ['F facility-technical'], lines: [`${code} (held)`] });

ruleCases(facilityTechnical, /PC\/TC indicator/, [
  { name: 'the tracing alone', ...one('93005', '3'), ...waits('93005') },
  { name: 'test and reading together', ...one('93000', '4'), ...waits('93000') },
  { name: 'a test whose reading we do not know', ...one('92558', '4'), ...waits('92558') },
  { name: 'an injection by staff', ...one('96372', '5'), ...waits('96372') },
  { name: 'the reading alone', ...one('93010', '2'), finds: [] },
  { name: 'a split code', ...one('77001', '1'), finds: [] },
  { name: 'an operation', ...one('47562', '0'), finds: [] },
  { name: 'the same test in the office', ...one('93000', '4'), ...IN_OFFICE, finds: [] },
  { name: 'no fee schedule', claim: claimOf([lineOf('93000')]), finds: [] },
]);
