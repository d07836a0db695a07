import { drugManagement } from '../../../../src/core/rules/visits/drug-management.ts';
import { billed, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const planned = (plan: string) => visitNote('OFFICE VISIT, established patient', { plan });

ruleCases(drugManagement, /prescription drug management/, [
  {
    name: 'the words alone',
    claim: billed('99214'),
    note: planned('Prescription drug management. Return in a month.'),
    finds: ['W drug-management'],
  },
  {
    name: 'medication management without a drug',
    claim: billed('99204'),
    note: planned('Medication management performed.'),
    finds: ['W drug-management'],
  },
  {
    name: 'home medications continued, none named',
    claim: billed('99232'),
    note: visitNote('HOSPITAL PROGRESS NOTE', { plan: 'Continue home medications.' }),
    finds: ['W drug-management'],
  },
  {
    name: 'the words and a drug',
    claim: billed('99214'),
    note: planned('Prescription drug management: increase metformin to 1000 mg.'),
    finds: [],
  },
  {
    name: 'a drug alone',
    claim: billed('99214'),
    note: planned('Refill losartan 50 mg.'),
    finds: [],
  },
  { name: 'neither', claim: billed('99213'), note: planned('Return in a month.'), finds: [] },
  {
    name: 'a list of drugs is no management',
    claim: billed('99213'),
    note: `${planned('Return in a month.')}\nMEDICATIONS: Losartan 50 mg.`,
    finds: [],
  },
  {
    name: 'an operation is not judged',
    claim: billed('20610'),
    note: planned('Prescription drug management.'),
    finds: [],
  },
]);
