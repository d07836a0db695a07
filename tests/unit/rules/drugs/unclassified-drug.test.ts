import { unclassifiedDrug } from '../../../../src/core/rules/drugs/unclassified-drug.ts';
import { billed } from '../../../support/a-visit.ts';
import { officeNote } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const KENALOG = officeNote('Kenalog 40 mg was injected into the knee.');
const UNKNOWN = officeNote('A new compound was injected into the knee.');

ruleCases(unclassifiedDrug, /chapter 17/, [
  {
    name: 'a drug with a code of its own waits for it',
    claim: billed('20610', 'J3490'),
    ...KENALOG,
    finds: ['F unclassified-drug'],
    lines: ['20610', 'J3490 (held)'],
  },
  {
    name: 'a biological the same',
    claim: billed('67028', 'J3590'),
    ...officeNote('Eylea 2 mg was injected into the right eye.'),
    finds: ['F unclassified-drug'],
    lines: ['67028', 'J3590 (held)'],
  },
  {
    name: 'a drug of no code goes with its name and dose',
    claim: billed('20610', 'J3490'),
    ...UNKNOWN,
    finds: ['W unclassified-drug'],
  },
  {
    name: 'a named drug that is billed by its code beside',
    claim: billed('20610', 'J3301 x4', 'J3490'),
    ...KENALOG,
    finds: ['W unclassified-drug'],
  },
  {
    name: 'a compounded drug is told apart',
    claim: billed('67028', 'J7999'),
    ...officeNote('Compounded bevacizumab 1.25 mg was injected.'),
    finds: ['W unclassified-drug'],
  },
  { name: 'a code of its own is fine', claim: billed('20610', 'J3301 x4'), ...KENALOG, finds: [] },
  { name: 'no drug on the claim', claim: billed('20610'), ...KENALOG, finds: [] },
  { name: 'no drug named either', claim: billed('20610'), ...UNKNOWN, finds: [] },
]);
