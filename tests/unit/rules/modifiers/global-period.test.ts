import { expect, it } from 'vitest';
import type { PriorOperation } from '../../../../src/core/model/prior-operation.ts';
import { globalPeriod } from '../../../../src/core/rules/modifiers/global-period.ts';
import { claimOf, EDITIONS, feeOf, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const told = (given: Partial<PriorOperation>) => ({
  priorOperation: {
    from: 'mail',
    value: {
      code: '27447',
      daysBefore: 28,
      surgeon: 'own',
      side: undefined,
      relation: undefined,
      quote: undefined,
      ...given,
    },
  } as const,
});
const official = {
  editions: EDITIONS,
  fees: [
    feeOf('27447'),
    feeOf('12002', { globalDays: '000' }),
    feeOf('11402', { globalDays: '010' }),
    feeOf('93000', { globalDays: 'XXX' }),
  ],
};
const claim = claimOf([lineOf('47562')]);

ruleCases(globalPeriod, /Claims Processing Manual ch\. 12, 40\.1/, [
  { name: 'inside 90 days without a modifier', settings: told({}), official, claim, finds: ['F global-period'] },
  { name: 'the last day of 90', settings: told({ daysBefore: 90 }), official, claim, finds: ['F global-period'] },
  { name: 'the day after it', settings: told({ daysBefore: 91 }), official, claim, finds: [] },
  {
    name: 'the last day of 10',
    settings: told({ code: '11402', daysBefore: 10 }),
    official,
    claim,
    finds: ['F global-period'],
  },
  { name: 'the day after it', settings: told({ code: '11402', daysBefore: 11 }), official, claim, finds: [] },
  {
    name: 'the same day of 0',
    settings: told({ code: '12002', daysBefore: 0 }),
    official,
    claim,
    finds: ['F global-period'],
  },
  { name: 'the day after 0', settings: told({ code: '12002', daysBefore: 1 }), official, claim, finds: [] },
  { name: 'a code without a global period', settings: told({ code: '93000' }), official, claim, finds: [] },
  {
    name: 'with 79',
    settings: told({}),
    official,
    claim: claimOf([lineOf('47562', { modifiers: ['79'] })]),
    finds: [],
  },
  { name: 'another surgeon', settings: told({ surgeon: 'other' }), official, claim, finds: [] },
  { name: 'a test has no package', settings: told({}), official, claim: claimOf([lineOf('93000')]), finds: [] },
  { name: 'no earlier operation', official, claim, finds: [] },
]);

it.each([
  ['its code is not known', told({ code: undefined }), 'not-checked', /its code is not known/],
  ['its code stands in no schedule', told({ code: '99999' }), 'not-checked', /99999 not checked/],
  ['over', told({ daysBefore: 91 }), 'checked', /was over/],
])('tells what was checked: %s', (_, settings, state, text) => {
  const { findings } = ruled(globalPeriod, claim, { official, settings });
  expect(findings).toMatchObject([{ severity: 'I', state, text: expect.stringMatching(text) }]);
});
