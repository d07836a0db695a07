import { feeStatus } from '../../../../src/core/rules/codes/fee-status.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const of = (status: string) => ({ editions: EDITIONS, fees: [feeOf('47562', { status })] });
const payer = (value: 'medicare' | 'commercial', from: 'mail' | 'assumed') => ({ payer: { value, from } });
const claim = claimOf([lineOf('47562')]);
const two = claimOf([lineOf('47562'), lineOf('29881')]);

ruleCases(feeStatus, /physician fee schedule/, [
  { name: 'active', claim, official: of('A'), finds: [] },
  { name: 'priced by the contractor is no fault', claim, official: of('C'), finds: [] },
  { name: 'anesthesia is no fault', claim, official: of('J'), finds: [] },
  { name: 'paid under another schedule is no fault', claim, official: of('X'), finds: [] },
  { name: 'bundled, Medicare only assumed', claim, official: of('B'), finds: ['W fee-status'] },
  {
    name: 'bundled, and the sender says Medicare',
    claim,
    official: of('B'),
    settings: payer('medicare', 'mail'),
    finds: ['F fee-status'],
    lines: ['47562 (held)'],
  },
  {
    name: 'not valid for Medicare',
    claim,
    official: of('I'),
    settings: payer('medicare', 'mail'),
    finds: ['F fee-status'],
    lines: ['47562 (held)'],
  },
  {
    name: 'not valid for Medicare, another payer',
    claim,
    official: of('I'),
    settings: payer('commercial', 'mail'),
    finds: [],
  },
  { name: 'not covered', claim, official: of('N'), finds: ['W fee-status'] },
  { name: 'excluded by regulation', claim, official: of('E'), finds: ['W fee-status'] },
  { name: 'a measurement code', claim, official: of('M'), finds: ['W fee-status'] },
  { name: 'bundled or excluded', claim, official: of('P'), finds: ['W fee-status'] },
  { name: 'restricted coverage', claim, official: of('R'), finds: ['W fee-status'] },
  { name: 'paid only alone, alone', claim, official: of('T'), finds: [] },
  { name: 'paid only alone, beside another line', claim: two, official: of('T'), finds: ['W fee-status'] },
  { name: 'no fee schedule: not checked, nothing held', claim, finds: [] },
]);
