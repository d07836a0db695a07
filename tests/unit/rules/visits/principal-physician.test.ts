import { principalPhysician } from '../../../../src/core/rules/visits/principal-physician.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const admission = (plan: string) => visitNote('ADMISSION HISTORY AND PHYSICAL', { plan });
const MINE = admission('I will admit the patient to my service.');
const CONSULT = visitNote('INPATIENT CONSULTATION at the request of the hospitalist');
const medicare = told('medicare');

ruleCases(principalPhysician, /principal physician of record/, [
  {
    name: 'the one who admits takes AI',
    claim: billed('99223'),
    note: MINE,
    settings: medicare,
    finds: [],
    lines: ['99223-AI'],
  },
  {
    name: 'told in other words',
    claim: billed('99222'),
    note: admission('Admitted to our service, I am the attending.'),
    settings: medicare,
    finds: [],
    lines: ['99222-AI'],
  },
  {
    name: 'in a nursing facility too',
    claim: billed('99305'),
    note: visitNote('NURSING FACILITY VISIT, initial', { plan: 'Under my care from today.' }),
    settings: medicare,
    finds: [],
    lines: ['99305-AI'],
  },
  {
    name: 'a consultant has none',
    claim: billed('99222-AI'),
    note: CONSULT,
    settings: medicare,
    finds: ['W principal-physician'],
    lines: ['99222'],
  },
  { name: 'and gets none', claim: billed('99222'), note: CONSULT, settings: medicare, finds: [] },
  {
    name: 'who is in charge of the stay is not told: AI comes off',
    claim: billed('99222-AI'),
    note: admission('Start fluids.'),
    settings: medicare,
    finds: ['Q principal-physician'],
    lines: ['99222'],
  },
  {
    name: 'nothing is told, nothing is added',
    claim: billed('99222'),
    note: admission('Start fluids.'),
    settings: medicare,
    finds: [],
  },
  { name: 'other payers have no AI', claim: billed('99223'), note: MINE, settings: told('commercial'), finds: [] },
  { name: 'a later day has none', claim: billed('99233'), note: MINE, settings: medicare, finds: [] },
]);
