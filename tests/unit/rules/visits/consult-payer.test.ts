import { consultPayer } from '../../../../src/core/rules/visits/consult-payer.ts';
import { EDITIONS, feeOf } from '../../../support/a-claim.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const ASKED = visitNote('OFFICE CONSULTATION, new patient, at the request of the family doctor');
const SILENT = visitNote('OFFICE VISIT, new patient');
const STATUS_I = { editions: EDITIONS, fees: [feeOf('99244', { status: 'I' })] };

ruleCases(consultPayer, /30\.6\.10/, [
  {
    name: 'Medicare takes no office consultation',
    claim: billed('99244'),
    note: ASKED,
    settings: told('medicare'),
    finds: ['F consult-payer'],
    lines: [],
  },
  {
    name: 'nor one in hospital',
    claim: billed('99254', '93010'),
    note: visitNote('INPATIENT CONSULTATION'),
    settings: told('medicare'),
    finds: ['F consult-payer'],
    lines: ['93010'],
  },
  {
    name: 'by the status of the fee schedule',
    claim: billed('99244'),
    note: ASKED,
    settings: told('medicare'),
    official: STATUS_I,
    finds: ['F consult-payer'],
    lines: [],
  },
  {
    name: 'another payer takes it with a request',
    claim: billed('99244'),
    note: ASKED,
    settings: told('commercial'),
    finds: [],
  },
  {
    name: 'a letter of thanks tells the request',
    claim: billed('99243'),
    note: visitNote('Dear Dr. [NAME], thank you for sending this patient for evaluation.'),
    settings: told('commercial'),
    finds: [],
  },
  {
    name: 'without a request it is doubtful',
    claim: billed('99243'),
    note: SILENT,
    settings: told('commercial'),
    finds: ['W consult-payer'],
  },
  {
    name: 'Medicaid goes by its own rules: the request is asked for',
    claim: billed('99253'),
    note: SILENT,
    settings: told('medicaid'),
    finds: ['W consult-payer'],
  },
  {
    name: 'an office visit is none',
    claim: billed('99204'),
    note: ASKED,
    settings: told('medicare'),
    finds: [],
  },
]);
