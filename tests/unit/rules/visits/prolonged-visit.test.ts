import { prolongedVisit } from '../../../../src/core/rules/visits/prolonged-visit.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const minutes = (count: number, title = 'OFFICE VISIT, new patient') =>
  `${visitNote(title)}\nTotal time on the date of the visit: ${count} minutes.`;
const medicare = told('medicare');
const commercial = told('commercial');

ruleCases(prolongedVisit, /prolonged services/, [
  {
    name: '99417 is not for Medicare',
    claim: billed('99205', '99417'),
    note: minutes(95),
    settings: medicare,
    finds: ['F prolonged-visit'],
    lines: ['99205'],
  },
  {
    name: 'G2212 is for Medicare only',
    claim: billed('99205', 'G2212'),
    note: minutes(95),
    settings: commercial,
    finds: ['F prolonged-visit'],
    lines: ['99205'],
  },
  {
    name: 'Medicare begins at 89 minutes of a new patient',
    claim: billed('99205', 'G2212'),
    note: minutes(88),
    settings: medicare,
    finds: ['F prolonged-visit'],
    lines: ['99205'],
  },
  {
    name: 'and has it then',
    claim: billed('99205', 'G2212'),
    note: minutes(89),
    settings: medicare,
    finds: [],
  },
  {
    name: 'CPT begins at 75',
    claim: billed('99205', '99417'),
    note: minutes(75),
    settings: commercial,
    finds: [],
  },
  {
    name: 'a quarter too many is cut',
    claim: billed('99205', '99417 x3'),
    note: minutes(92),
    settings: commercial,
    finds: ['F prolonged-visit'],
    lines: ['99205', '99417 x2'],
  },
  {
    name: 'only beside the highest level',
    claim: billed('99204', '99417'),
    note: minutes(80),
    settings: commercial,
    finds: ['F prolonged-visit'],
    lines: ['99204'],
  },
  {
    name: 'not without minutes',
    claim: billed('99215', 'G2212'),
    note: visitNote('OFFICE VISIT, established patient'),
    settings: medicare,
    finds: ['F prolonged-visit'],
    lines: ['99215'],
  },
  {
    name: 'in hospital Medicare has G0316',
    claim: billed('99233', 'G0316'),
    note: minutes(66, 'HOSPITAL PROGRESS NOTE'),
    settings: medicare,
    finds: [],
  },
  {
    name: 'and not 99418',
    claim: billed('99233', '99418'),
    note: minutes(66, 'HOSPITAL PROGRESS NOTE'),
    settings: medicare,
    finds: ['F prolonged-visit'],
    lines: ['99233'],
  },
  {
    name: 'at home it begins at 140 minutes',
    claim: billed('99345', 'G0318'),
    note: minutes(130, 'HOME VISIT, new patient'),
    settings: medicare,
    finds: ['F prolonged-visit'],
    lines: ['99345'],
  },
  { name: 'a visit without it', claim: billed('99205'), note: minutes(95), settings: medicare, finds: [] },
]);
