import type { IsoDate } from '../../../../src/core/model/ids.ts';
import type { PriorOperation } from '../../../../src/core/model/prior-operation.ts';
import { laterOperation } from '../../../../src/core/rules/modifiers/later-operation.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteWith = (history: string) =>
  `HISTORY: ${history}\nPROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The gallbladder was removed.`;
const told = (given: Partial<PriorOperation>) => ({
  priorOperation: {
    from: 'mail',
    value: {
      code: undefined,
      daysBefore: 20,
      surgeon: 'own',
      side: undefined,
      relation: undefined,
      quote: undefined,
      ...given,
    },
  } as const,
});
const official = { editions: EDITIONS, fees: [feeOf('44970'), feeOf('12002', { globalDays: '000' }), feeOf('47562')] };
const claim = claimOf([lineOf('47562')]);
const billedWith = (modifier: string) => claimOf([lineOf('47562', { modifiers: [modifier] })]);

ruleCases(laterOperation, /Claims Processing Manual ch\. 12, 40/, [
  {
    name: 'back in the operating room for a bleeding after the own operation: 78',
    note: noteWith('I did his liver resection two days ago. Brought back to the operating room for hematoma.'),
    claim,
    finds: [],
    lines: ['47562-78'],
  },
  {
    name: 'the second stage of the own operation: 58',
    note: noteWith('I did the first part of the resection three weeks ago; he returns for the second stage.'),
    claim,
    finds: [],
    lines: ['47562-58'],
  },
  {
    name: 'the other side in the global period: 79',
    note: noteWith('I did her right eye three weeks ago.'),
    claim: claimOf([lineOf('29881', { modifiers: ['LT'] })]),
    finds: [],
    lines: ['29881-LT-79'],
  },
  {
    name: '78 on a staged operation: 58 instead',
    note: noteWith('I did the first part of the resection three weeks ago; he returns for the second stage.'),
    claim: billedWith('78'),
    finds: ['F later-operation'],
    lines: ['47562-58'],
  },
  {
    name: '79 on a return for a complication: 78 instead',
    note: noteWith('I did his bowel resection four days ago. Taken back to the operating room for a leak.'),
    claim: billedWith('79'),
    finds: ['F later-operation'],
    lines: ['47562-78'],
  },
  {
    name: 'a complication after an operation of nobody named: the sender is asked',
    note: noteWith('Bleeding after a sigmoid resection five days ago. Returned to the operating room.'),
    claim,
    finds: ['Q later-operation'],
    lines: ['47562'],
    asks: ['prior-operation.which'],
  },
  {
    name: 'an own operation, nothing told of the relation: the surgeon is asked',
    note: noteWith('I did his hernia repair two weeks ago.'),
    claim,
    finds: [],
    asks: ['prior-operation.relation'],
  },
  {
    name: 'an operation of another hospital starts no global period of this surgeon',
    note: noteWith('Bleeding after a resection five days ago at an outside hospital. Back to the operating room.'),
    claim,
    finds: [],
    asks: [],
  },
  {
    name: '78 in the office',
    note: noteWith('I did his liver resection two days ago, now a wound infection.'),
    settings: { place: { value: 'office', from: 'mail' } },
    claim: billedWith('78'),
    finds: ['F later-operation'],
    lines: ['47562'],
  },
  {
    name: 'the sender tells code, day and plan: 58 in its 90 days',
    settings: told({ code: '44970', relation: 'planned' }),
    official,
    claim,
    finds: [],
    lines: ['47562-58'],
  },
  {
    name: 'the global period of the earlier code is over',
    settings: told({ code: '12002', relation: 'unrelated' }),
    official,
    claim: billedWith('79'),
    finds: ['F later-operation'],
    lines: ['47562'],
  },
  {
    name: 'another surgeon, says the sender',
    settings: told({ code: '44970', surgeon: 'other', relation: 'unrelated' }),
    official,
    claim: billedWith('79'),
    finds: ['F later-operation'],
    lines: ['47562'],
  },
  {
    name: 'a code without a global package needs none',
    settings: told({ relation: 'unrelated' }),
    official: { editions: EDITIONS, fees: [feeOf('47562', { globalDays: 'XXX' })] },
    claim,
    finds: [],
    asks: [],
  },
  { name: 'no earlier operation', claim, finds: [], asks: [] },
  {
    name: 'an operation of ten years ago',
    note: noteWith('I did her appendectomy ten years ago.'),
    claim,
    finds: [],
    asks: [],
  },
  {
    name: 'a day without a date of service is asked for',
    settings: {
      ...told({ code: '44970', daysBefore: undefined, relation: 'planned' }),
      dateOfService: { value: '2025-07-01' as IsoDate, from: 'received' },
    },
    official,
    claim,
    finds: ['Q later-operation'],
    asks: ['prior-operation.which'],
  },
]);
