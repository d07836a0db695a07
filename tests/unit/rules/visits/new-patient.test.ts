import { newPatient } from '../../../../src/core/rules/visits/new-patient.ts';
import { billed, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const KNOWN = visitNote('OFFICE VISIT, established patient');
const NEW = visitNote('OFFICE VISIT, new patient');
const SILENT = visitNote('OFFICE VISIT');

ruleCases(newPatient, /30\.6\.7/, [
  { name: 'new billed, the note tells a known one', claim: billed('99204'), note: KNOWN, finds: ['F new-patient'] },
  { name: 'new billed, the note is silent', claim: billed('99203'), note: SILENT, finds: ['W new-patient'] },
  { name: 'known billed, the note tells a new one', claim: billed('99214'), note: NEW, finds: ['W new-patient'] },
  {
    name: 'at home the same',
    claim: billed('99344'),
    note: visitNote('HOME VISIT'),
    finds: ['F new-patient'],
  },
  { name: 'new billed and told', claim: billed('99204'), note: NEW, finds: [] },
  { name: 'known billed and told', claim: billed('99214'), note: KNOWN, finds: [] },
  { name: 'known billed, the note is silent: the lower one', claim: billed('99213'), note: SILENT, finds: [] },
  {
    name: 'emergency visits know neither',
    claim: billed('99284'),
    note: visitNote('EMERGENCY DEPARTMENT NOTE'),
    finds: [],
  },
  {
    name: 'a referral makes a first visit',
    claim: billed('99203'),
    note: visitNote('CLINIC NOTE. He was referred by his doctor.'),
    finds: [],
  },
]);
