import type { PriorOperation } from '../../../../src/core/model/prior-operation.ts';
import { splitCare } from '../../../../src/core/rules/modifiers/split-care.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteWith = (words: string) => `PROCEDURE: Operation as planned.\nTECHNIQUE: It was done.\nPLAN: ${words}`;
const official = {
  editions: EDITIONS,
  fees: [feeOf('66984'), feeOf('25605'), feeOf('12002', { globalDays: '000' }), feeOf('36556', { globalDays: '000' })],
};
const told = (given: Partial<PriorOperation>) => ({
  priorOperation: {
    from: 'mail',
    value: {
      code: '66984',
      daysBefore: 20,
      surgeon: 'other',
      side: undefined,
      relation: undefined,
      quote: undefined,
      ...given,
    },
  } as const,
});
const line = (code: string, ...modifiers: string[]) => claimOf([lineOf(code, { modifiers })]);

ruleCases(splitCare, /ch\. 12, 40\.2-40\.4/, [
  {
    name: 'the optometrist at home does the care after it: 54',
    note: noteWith('Postoperative care will be provided by her optometrist.'),
    official,
    claim: line('66984', 'RT'),
    finds: [],
    lines: ['66984-RT-54'],
  },
  {
    name: 'expected without any agreement: 54 since 2025',
    note: noteWith('She will follow up with her own local orthopedist for the cast.'),
    official,
    claim: line('25605'),
    finds: [],
    lines: ['25605-54'],
  },
  {
    name: 'a fracture set in the emergency department, sent to the orthopedist: 54',
    note: 'PROCEDURE: Closed reduction of the wrist in the emergency department.\nPLAN: Follow up with orthopedics in five days.',
    official,
    claim: line('25605'),
    finds: [],
    lines: ['25605-54'],
  },
  {
    name: 'the surgeon sees the patient again: no 54',
    note: noteWith('He will return to see me in my office in ten days.'),
    official,
    claim: line('25605'),
    finds: [],
  },
  {
    name: '54 though the surgeon keeps the care',
    note: noteWith('Follow up in my office in two weeks.'),
    official,
    claim: line('25605', '54'),
    finds: ['W operation-only'],
    lines: ['25605'],
  },
  {
    name: '54 on a code without days after it',
    note: noteWith('Postoperative care will be provided by her local physician.'),
    official,
    claim: line('12002', '54'),
    finds: ['W operation-only'],
    lines: ['12002'],
  },
  {
    name: '54 for which nobody is named: asked',
    official,
    claim: line('66984', '54'),
    finds: ['Q operation-only'],
    lines: ['66984'],
    asks: ['split-care.66984'],
  },
  {
    name: '55 without a written transfer: asked',
    official,
    claim: line('66984', '55'),
    finds: ['Q care-after'],
    lines: ['66984'],
    asks: ['care-after.66984'],
  },
  {
    name: '55 with one',
    note: noteWith('Transfer of care received from the surgeon, effective the second day.'),
    official,
    claim: line('66984', '55'),
    finds: [],
  },
  {
    name: '56 for the care before alone',
    note: noteWith('Only the preoperative care was given here.'),
    official,
    claim: line('66984', '56'),
    finds: [],
  },
  {
    name: 'G0559 after the own operation',
    settings: told({ surgeon: 'own' }),
    claim: line('G0559'),
    finds: ['F post-operative-add-on'],
  },
  { name: 'G0559 after the operation of another surgeon', settings: told({}), claim: line('G0559'), finds: [] },
  {
    name: 'G0559 after four months',
    settings: told({ daysBefore: 120 }),
    claim: line('G0559'),
    finds: ['F post-operative-add-on'],
  },
  {
    name: 'G0559 beside a written transfer',
    note: noteWith('Transfer of care received from the surgeon.'),
    settings: told({}),
    claim: line('G0559'),
    finds: ['F post-operative-add-on'],
  },
  { name: 'G0559 with no operation told', claim: line('G0559'), finds: ['W post-operative-add-on'] },
  {
    name: 'a code of no days after it is not split by a plan',
    note: noteWith('Postoperative care will be provided by her local physician.'),
    official,
    claim: line('36556'),
    finds: [],
  },
]);
