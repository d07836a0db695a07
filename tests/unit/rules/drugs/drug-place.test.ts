import { drugPlace } from '../../../../src/core/rules/drugs/drug-place.ts';
import { billed } from '../../../support/a-visit.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { officeNote } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const HOSPITAL = { note: 'PROCEDURE: Knee injection.\nKenalog 40 mg was injected.', library: REAL_LIBRARY };
const OFFICE = officeNote('Kenalog 40 mg was injected.');

ruleCases(drugPlace, /chapter 17/, [
  { name: 'in the office the drug is the physician’s', claim: billed('20610', 'J3301 x4'), ...OFFICE, finds: [] },
  {
    name: 'in a facility it is not',
    claim: billed('20610', 'J3301 x4'),
    ...HOSPITAL,
    finds: ['F drug-place'],
    lines: ['20610'],
  },
  {
    name: 'its waste goes with it, told once',
    claim: billed('64615', 'J0585 x155', 'J0585-JW x45'),
    ...HOSPITAL,
    finds: ['F drug-place'],
    lines: ['64615'],
  },
  {
    name: 'two drugs are told apart',
    claim: billed('20610', 'J3301 x4', 'J1885 x2'),
    ...HOSPITAL,
    finds: ['F drug-place', 'F drug-place'],
    lines: ['20610'],
  },
  {
    name: 'a J code that our table lacks too',
    claim: billed('20610', 'J9999'),
    ...HOSPITAL,
    finds: ['F drug-place'],
    lines: ['20610'],
  },
  {
    name: 'a skin substitute too',
    claim: billed('15271', 'Q4101 x30'),
    ...HOSPITAL,
    finds: ['F drug-place'],
    lines: ['15271'],
  },
  { name: 'Medicare’s own procedure codes stay', claim: billed('G0121'), ...HOSPITAL, finds: [] },
  { name: 'operations stay', claim: billed('20610'), ...HOSPITAL, finds: [] },
  { name: 'the office keeps a J code that our table lacks', claim: billed('20610', 'J9999'), ...OFFICE, finds: [] },
]);
