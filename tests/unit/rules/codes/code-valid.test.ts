import { expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { codeValid } from '../../../../src/core/rules/codes/code-valid.ts';
import { claimOf, EDITIONS, feeOf, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const HCPCS = {
  kind: 'hcpcs',
  name: 'HCPCS 2025',
  effectiveFrom: '2025-01-01' as IsoDate,
  effectiveTo: '2025-12-31' as IsoDate,
} as const;
const OLD = [
  { ...HCPCS, kind: 'pfs', name: 'pfs 2024', effectiveFrom: '2024-01-01', effectiveTo: '2024-12-31' },
] as never;
const drug = (terminatedOn?: string) => ({
  code: 'J9999',
  title: 'a drug',
  terminatedOn: terminatedOn as IsoDate | undefined,
});

ruleCases(codeValid, /CPT and HCPCS code sets by date/, [
  { name: 'a code of the library without an end', claim: claimOf([lineOf('47562')]), finds: [] },
  {
    name: 'a code that ended',
    claim: claimOf([lineOf('37226'), lineOf('47562')]),
    finds: ['F code-valid'],
    lines: ['47562'],
  },
  {
    name: 'a code retired before the first year of the library',
    claim: claimOf([lineOf('49585')]),
    finds: ['F code-valid'],
    lines: [],
  },
  {
    name: 'a code that the fee schedule of the day does not hold',
    claim: claimOf([lineOf('97597'), lineOf('47562')]),
    official: { editions: EDITIONS, fees: [feeOf('47562')] },
    finds: ['F code-valid'],
    lines: ['47562'],
  },
  {
    name: 'a code that only the fee schedule holds',
    claim: claimOf([lineOf('97597')]),
    official: { editions: EDITIONS, fees: [feeOf('97597')] },
    finds: [],
  },
  {
    name: 'a code that nobody here knows waits',
    claim: claimOf([lineOf('97597')]),
    finds: ['W code-valid'],
    lines: ['97597 (held)'],
  },
  {
    name: 'a code that a fee schedule of another year does not hold waits',
    claim: claimOf([lineOf('97597')]),
    official: { editions: OLD },
    finds: ['W code-valid'],
    lines: ['97597 (held)'],
  },
  {
    name: 'a code of the library younger than the fee schedule stays',
    claim: claimOf([lineOf('47562')]),
    official: { editions: OLD },
    finds: [],
  },
  {
    name: 'a Level II code of the day',
    claim: claimOf([lineOf('J9999')]),
    official: { editions: [HCPCS], levelTwo: [drug()] },
    finds: [],
  },
  {
    name: 'a Level II code that was terminated',
    claim: claimOf([lineOf('J9999')]),
    official: { editions: [HCPCS], levelTwo: [drug('2025-03-31')] },
    finds: ['F code-valid'],
    lines: [],
  },
  {
    name: 'a Level II code on its last day',
    claim: claimOf([lineOf('J9999')]),
    official: { editions: [HCPCS], levelTwo: [drug('2025-07-01')] },
    finds: [],
  },
]);

it('names the successors of an ended code, of the library or before it', () => {
  const { findings } = ruled(codeValid, claimOf([lineOf('37226'), lineOf('99241')]));
  expect(findings.map(({ text }) => text)).toEqual([
    '37226: ended 2024-12-31; see 37256',
    '99241: ended 2022-12-31; see 99242',
  ]);
});
