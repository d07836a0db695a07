import { visitTime } from '../../../../src/core/rules/visits/visit-time.ts';
import { billed, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const OFFICE = visitNote('OFFICE VISIT, established patient');
const EMERGENCY = visitNote('EMERGENCY DEPARTMENT NOTE');

ruleCases(visitTime, /never in the emergency department/, [
  {
    name: 'minutes of the nurse',
    claim: billed('99214'),
    note: `${OFFICE}\nThe nurse spent 25 minutes on teaching.`,
    finds: ['W visit-time'],
  },
  {
    name: 'minutes of the resident',
    claim: billed('99232'),
    note: `${visitNote('HOSPITAL PROGRESS NOTE')}\nTime spent by the resident: 40 minutes.`,
    finds: ['W visit-time'],
  },
  {
    name: 'an emergency visit chosen by time',
    claim: billed('99285'),
    note: `${EMERGENCY}\nThe level was chosen based on total time.`,
    finds: ['F visit-time'],
  },
  {
    name: 'coded by time in other words',
    claim: billed('99284'),
    note: `${EMERGENCY}\nThis visit is billed by time.`,
    finds: ['F visit-time'],
  },
  {
    name: 'an emergency visit whose minutes are only told',
    claim: billed('99284'),
    note: `${EMERGENCY}\nI spent 50 minutes with the patient.`,
    finds: [],
  },
  {
    name: 'an office visit chosen by time',
    claim: billed('99215'),
    note: `${OFFICE}\nThis visit is billed by time: total time 45 minutes.`,
    finds: [],
  },
  { name: 'no time at all', claim: billed('99214'), note: OFFICE, finds: [] },
  {
    name: 'a walk is no work of staff',
    claim: billed('99213'),
    note: `${OFFICE}\nThe staff was kind. Symptoms last 20 minutes.`,
    finds: [],
  },
  {
    name: 'an operation is not judged',
    claim: billed('47562'),
    note: `${OFFICE}\nThe nurse spent 25 minutes on teaching.`,
    finds: [],
  },
]);
