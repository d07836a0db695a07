import type { PriorOperation } from '../../../../src/core/model/prior-operation.ts';
import { visitInGlobal } from '../../../../src/core/rules/modifiers/visit-in-global.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteWith = (told: string) => `HISTORY: ${told}\nEXAM: Comfortable.\nPLAN: Return in a month.`;
const told = (given: Partial<PriorOperation>) => ({
  priorOperation: {
    from: 'mail',
    value: {
      code: '47562',
      daysBefore: 20,
      surgeon: 'own',
      side: undefined,
      relation: undefined,
      quote: undefined,
      ...given,
    },
  } as const,
});
const official = { editions: EDITIONS, fees: [feeOf('47562'), feeOf('12002', { globalDays: '000' })] };
const visit = claimOf([lineOf('99213')]);
const with24 = claimOf([lineOf('99213', { modifiers: ['24'] })]);

ruleCases(visitInGlobal, /modifier 24/, [
  {
    name: 'a problem unrelated to the operation: 24',
    note: noteWith('I did her gallbladder resection three weeks ago. A new problem: a painful lump of the breast.'),
    claim: visit,
    finds: [],
    lines: ['99213-24'],
  },
  {
    name: 'a wound check after the own operation is part of the package',
    note: noteWith('I did her gallbladder resection three weeks ago. Postoperative visit, wound check.'),
    claim: visit,
    finds: ['F visit-in-global'],
    lines: ['99213 (held)'],
  },
  {
    name: '24 for a complication comes off',
    note: noteWith('I did his hernia repair ten days ago. Now a wound infection.'),
    claim: with24,
    finds: ['F visit-in-global', 'F visit-in-global'],
    lines: ['99213 (held)'],
  },
  {
    name: 'nothing told of the relation: the visit waits for the surgeon',
    note: noteWith('I did his hernia repair ten days ago. Pain in the knee.'),
    claim: visit,
    finds: ['Q visit-in-global'],
    lines: ['99213 (held)'],
    asks: ['in-global.99213'],
  },
  {
    name: 'told by mail: unrelated',
    settings: told({ relation: 'unrelated' }),
    official,
    claim: visit,
    finds: [],
    lines: ['99213-24'],
  },
  {
    name: 'the period of the earlier code is over: 24 has nothing to open',
    settings: told({ code: '12002', relation: 'unrelated' }),
    official,
    claim: with24,
    finds: ['F visit-in-global'],
    lines: ['99213'],
  },
  { name: 'over, without 24', settings: told({ code: '12002' }), official, claim: visit, finds: [] },
  {
    name: 'another surgeon operated',
    settings: told({ surgeon: 'other' }),
    official,
    claim: visit,
    finds: [],
    asks: [],
  },
  { name: 'no operation before', note: noteWith('A new problem: a lump.'), claim: visit, finds: [] },
  {
    name: '24 on a procedure',
    claim: claimOf([lineOf('47562', { modifiers: ['24'] })]),
    finds: ['F visit-in-global'],
    lines: ['47562'],
  },
  {
    name: 'an emergency visit is no visit of the surgeon',
    settings: told({}),
    official,
    claim: claimOf([lineOf('99284')]),
    finds: [],
  },
]);
