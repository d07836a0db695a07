import type { MueRow } from '../../../../src/core/model/official.ts';
import { zeroLimit } from '../../../../src/core/rules/edits/zero-limit.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const claim = claimOf([lineOf('47562'), lineOf('29881')]);
const zero: MueRow = { code: '47562', units: 0, mai: '2' };
const official = { editions: EDITIONS, mues: [zero] };
const payer = (value: 'medicare' | 'commercial', from: 'mail' | 'assumed') => ({ payer: { value, from } });

ruleCases(zeroLimit, /medically unlikely edits/, [
  { name: 'Medicare only assumed', claim, official, finds: ['W mue-zero'] },
  {
    name: 'the sender says Medicare',
    claim,
    official,
    settings: payer('medicare', 'mail'),
    finds: ['F mue-zero'],
    lines: ['47562 (held)', '29881'],
  },
  { name: 'another payer', claim, official, settings: payer('commercial', 'mail'), finds: [] },
  { name: 'a limit of one', claim, official: { ...official, mues: [{ ...zero, units: 1 }] }, finds: [] },
  { name: 'no limit published', claim, official: { editions: EDITIONS }, finds: [] },
  { name: 'nothing loaded', claim, finds: [] },
  {
    name: 'a bundled code: the status already says so',
    claim,
    official: { ...official, fees: [feeOf('47562', { status: 'B' })] },
    finds: [],
  },
  { name: 'an active code', claim, official: { ...official, fees: [feeOf('47562')] }, finds: ['W mue-zero'] },
]);
