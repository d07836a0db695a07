import { visitBeside } from '../../../../src/core/rules/modifiers/visit-beside.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const MANAGED =
  'CHIEF COMPLAINT: Cough and a cut.\nHISTORY: Three days of fever and cough, and today a fall on glass.\nEXAM: Rales at the right base. 3 cm laceration of the forearm.\nASSESSMENT AND PLAN: Pneumonia, admitted for intravenous antibiotics. The laceration was closed.';
const SCHEDULED =
  'HISTORY: She is here for her second injection of the knee.\nEXAM: Knee without effusion.\nPLAN: The knee was injected.';
const THIN = 'HISTORY: A cut on the arm.\nTECHNIQUE: The laceration was closed with nylon.';
const ANOTHER =
  'HISTORY: Follow up of the wart. He also complains of a new rash on the trunk.\nTECHNIQUE: The wart was frozen.';
const DECIDED =
  'HISTORY: Abdominal pain since this morning.\nEXAM: Guarding on the right.\nASSESSMENT AND PLAN: Cholecystitis. She agreed to proceed with surgery tonight.';
const PREOP = 'HISTORY: Preoperative visit, here for his scheduled surgery.\nEXAM: Clear lungs.\nPLAN: Cleared.';

const official = {
  editions: EDITIONS,
  fees: [
    feeOf('12002', { globalDays: '000' }),
    feeOf('20610', { globalDays: '000' }),
    feeOf('11042', { globalDays: '000' }),
    feeOf('47562', { globalDays: '090' }),
    feeOf('96372', { globalDays: 'XXX' }),
    feeOf('93000', { globalDays: 'XXX' }),
  ],
  pairs: [{ column1: '96372', column2: '99213', indicator: '1' as const, deletedOn: undefined }],
};
const visitWith = (other: string, modifiers: readonly string[] = [], code = '99213') =>
  claimOf([lineOf(code, { modifiers }), lineOf(other, { seq: 2 })]);

ruleCases(visitBeside, /ch\. 12, 30\.6\.6/, [
  {
    name: 'another illness managed beside a small repair: 25',
    note: MANAGED,
    official,
    claim: visitWith('12002', [], '99285'),
    finds: [],
    lines: ['99285-25', '12002'],
  },
  {
    name: 'a new problem beside the procedure: 25',
    note: ANOTHER,
    official,
    claim: visitWith('11042'),
    finds: [],
    lines: ['99213-25', '11042'],
  },
  {
    name: 'here for the planned injection: 25 is not earned',
    note: SCHEDULED,
    official,
    claim: visitWith('20610', ['25']),
    finds: ['F separate-visit'],
    lines: ['99213', '20610'],
  },
  {
    name: 'nothing told beside the procedure: asked',
    note: THIN,
    official,
    claim: visitWith('12002', ['25']),
    finds: ['Q separate-visit'],
    lines: ['99213', '12002'],
    asks: ['own-work.99213'],
  },
  {
    name: 'a procedure without global days takes 25 where an edit pairs the two',
    note: ANOTHER,
    official,
    claim: visitWith('96372'),
    finds: [],
    lines: ['99213-25', '96372'],
  },
  {
    name: 'no edit and no global days: no 25',
    note: ANOTHER,
    official,
    claim: visitWith('93000', ['25']),
    finds: ['F separate-visit'],
    lines: ['99213', '93000'],
  },
  {
    name: '25 beside a major operation: 57 is the one',
    note: DECIDED,
    official,
    claim: visitWith('47562', ['25']),
    finds: ['F separate-visit'],
    lines: ['99213-57', '47562'],
  },
  {
    name: 'the visit at which the operation was decided: 57',
    note: DECIDED,
    official,
    claim: visitWith('47562', [], '99223'),
    finds: [],
    lines: ['99223-57', '47562'],
  },
  {
    name: '57 at a preoperative visit',
    note: PREOP,
    official,
    claim: visitWith('47562', ['57']),
    finds: ['F decision-visit'],
    lines: ['99213', '47562'],
  },
  {
    name: '57 beside a minor procedure',
    note: ANOTHER,
    official,
    claim: visitWith('11042', ['57']),
    finds: ['F decision-visit'],
    lines: ['99213-25', '11042'],
  },
  {
    name: '25 and 57 on a procedure',
    official,
    claim: claimOf([lineOf('47562', { modifiers: ['25', '57'] })]),
    finds: ['F separate-visit', 'F decision-visit'],
    lines: ['47562'],
  },
  {
    name: 'nothing told beside the procedure and nothing billed: silent',
    note: THIN,
    official,
    claim: visitWith('12002'),
    finds: [],
    asks: [],
  },
  { name: 'a visit alone', note: MANAGED, official, claim: claimOf([lineOf('99213')]), finds: [] },
  { name: 'a procedure alone', note: MANAGED, official, claim: claimOf([lineOf('12002')]), finds: [] },
  {
    name: 'without a fee schedule a documented 25 stands',
    note: MANAGED,
    claim: visitWith('12002', ['25']),
    finds: [],
  },
]);
