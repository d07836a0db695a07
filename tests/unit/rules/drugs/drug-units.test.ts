import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { drugUnits } from '../../../../src/core/rules/drugs/drug-units.ts';
import { billed } from '../../../support/a-visit.ts';
import { officeNote } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const KENALOG = officeNote('40 mg of Kenalog was injected into the right knee.');
const BOTOX = officeNote('155 units of Botox were injected from a single-dose vial, 45 units wasted.');
const AVASTIN = officeNote('Bevacizumab 1.25 mg from a 100 mg single-dose vial was injected, 98.75 mg discarded.');
const edition = (code: string, title: string) => ({
  editions: [
    {
      kind: 'hcpcs' as const,
      name: 'HCPCS Level II 2025',
      effectiveFrom: '2025-01-01' as IsoDate,
      effectiveTo: '2025-12-31' as IsoDate,
    },
  ],
  levelTwo: [{ code, title, terminatedOn: undefined }],
});

ruleCases(drugUnits, /chapter 17/, [
  { name: '40 mg at 10 mg a unit are four', claim: billed('J3301 x4'), ...KENALOG, finds: [] },
  {
    name: 'milligrams are no units',
    claim: billed('J3301 x40'),
    ...KENALOG,
    finds: ['F drug-units'],
    lines: ['J3301 x4'],
  },
  { name: 'a begun unit is a whole one', claim: billed('J9035', 'J9035-JW x9'), ...AVASTIN, finds: [] },
  {
    name: 'the waste does not go on the line of the dose',
    claim: billed('J0585 x200'),
    ...BOTOX,
    finds: ['F drug-units'],
    lines: ['J0585 x155'],
  },
  {
    name: 'where a unit is one unit the numbers agree',
    claim: billed('J0585 x155', 'J0585-JW x45'),
    ...BOTOX,
    finds: [],
  },
  {
    name: 'a waste line of another number',
    claim: billed('J0585 x155', 'J0585-JW x50'),
    ...BOTOX,
    finds: ['F drug-units'],
    lines: ['J0585 x155', 'J0585-JW x45'],
  },
  {
    name: 'the loaded edition tells the same unit',
    claim: billed('J3301 x4'),
    ...KENALOG,
    official: edition('J3301', 'Injection, triamcinolone acetonide, not otherwise specified, 10 mg'),
    finds: [],
  },
  {
    name: 'the loaded edition tells another unit: it decides, and is told',
    claim: billed('J3301 x4'),
    ...KENALOG,
    official: edition('J3301', 'Injection, triamcinolone acetonide, per 20 mg'),
    finds: ['F drug-units', 'W drug-units'],
    lines: ['J3301 x2'],
  },
  { name: 'a drug whose dose the note does not tell', claim: billed('J1885 x2'), ...KENALOG, finds: [] },
  { name: 'a code that is no drug', claim: billed('20610'), ...KENALOG, finds: [] },
]);
