import { visitPlace } from '../../../../src/core/rules/visits/visit-place.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const OFFICE = visitNote('OFFICE VISIT, established patient');
const EMERGENCY = visitNote('EMERGENCY DEPARTMENT NOTE');

ruleCases(visitPlace, /place of service/, [
  { name: 'an emergency code on an office note', claim: billed('99284'), note: OFFICE, finds: ['F visit-place'] },
  { name: 'an office code on an emergency note', claim: billed('99214'), note: EMERGENCY, finds: ['F visit-place'] },
  {
    name: 'a first hospital visit on a later day of the stay',
    claim: billed('99222'),
    note: visitNote('HOSPITAL PROGRESS NOTE'),
    finds: ['F visit-place'],
  },
  {
    name: 'a discharge day billed as a progress note',
    claim: billed('99232'),
    note: 'DISCHARGE SUMMARY\nHOSPITAL COURSE: Pneumonia, better.\nDISCHARGE MEDICATIONS: Amoxicillin.',
    finds: ['F visit-place'],
  },
  {
    name: 'a nursing facility code for a visit at home',
    claim: billed('99308'),
    note: visitNote('HOME VISIT'),
    finds: ['F visit-place'],
  },
  {
    name: 'place of service 11 holds no emergency visit, whatever the note is',
    claim: billed('99283'),
    note: 'Ankle sprain.',
    settings: told('medicare', { place: 'office', pos: '11' }),
    finds: ['F visit-place'],
  },
  { name: 'an office code on an office note', claim: billed('99214'), note: OFFICE, finds: [] },
  { name: 'an emergency code on an emergency note', claim: billed('99284'), note: EMERGENCY, finds: [] },
  { name: 'new or known is not a matter of place', claim: billed('99204'), note: OFFICE, finds: [] },
  {
    name: 'a note that does not tell its place proves nothing',
    claim: billed('99283'),
    note: visitNote('NOTE'),
    finds: [],
  },
  { name: 'an operation beside no visit', claim: billed('47562'), finds: [] },
]);
