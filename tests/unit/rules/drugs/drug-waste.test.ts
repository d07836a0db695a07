import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { drugWaste } from '../../../../src/core/rules/drugs/drug-waste.ts';
import { billed } from '../../../support/a-visit.ts';
import { COMMERCIAL, OFFICE, officeNote } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const SOME = officeNote('155 units of Botox were injected from a single-dose vial, 45 units wasted.');
const NONE = officeNote('Synvisc-One 48 mg was injected into the right knee. No waste.');
const SILENT = officeNote('Eylea 2 mg was injected into the right eye.');
const MULTI = officeNote('Kenalog 40 mg from a multi-dose vial was injected into the knee.');
const INSIDE = officeNote('Gemcitabine 1900 mg was instilled, 100 mg discarded from a single-dose vial.');
const GRAFT = officeNote('Apligraf 30 sq cm was applied to the ulcer, 14 sq cm discarded.');
const in2026 = { place: OFFICE, dateOfService: { value: '2026-03-02' as IsoDate, from: 'mail' as const } };

ruleCases(drugWaste, /chapter 17/, [
  {
    name: 'whole units thrown away stand on their own line',
    claim: billed('J0585 x155', 'J0585-JW x45'),
    ...SOME,
    finds: [],
  },
  { name: 'waste without a line of its own', claim: billed('J0585 x155'), ...SOME, finds: ['F drug-waste'] },
  {
    name: 'JZ beside waste comes off',
    claim: billed('J0585-JZ x155', 'J0585-JW x45'),
    ...SOME,
    finds: ['F drug-waste'],
    lines: ['J0585 x155', 'J0585-JW x45'],
  },
  { name: 'nothing thrown away is JZ', claim: billed('J7325 x48'), ...NONE, finds: [], lines: ['J7325-JZ x48'] },
  {
    name: 'a JW line where nothing was thrown away',
    claim: billed('J7325 x48', 'J7325-JW x2'),
    ...NONE,
    finds: ['F drug-waste'],
    lines: ['J7325-JZ x48'],
  },
  {
    name: 'where the note does not tell, a single-dose drug waits',
    claim: billed('J0178 x2'),
    ...SILENT,
    finds: ['F drug-waste'],
    lines: ['J0178 x2 (held)'],
    asks: ['drug.waste.J0178'],
  },
  {
    name: 'a commercial payer is not held',
    claim: billed('J0178 x2'),
    ...SILENT,
    settings: { place: OFFICE, payer: COMMERCIAL },
    finds: [],
    asks: [],
  },
  { name: 'a multi-dose vial carries neither', claim: billed('J3301 x4'), ...MULTI, finds: [], asks: [] },
  {
    name: 'JZ on a multi-dose vial comes off',
    claim: billed('J3301-JZ x4'),
    ...MULTI,
    finds: ['F drug-waste'],
    lines: ['J3301 x4'],
  },
  {
    name: 'a drug sold both ways is asked about, and nothing waits',
    claim: billed('J3301 x4'),
    ...officeNote('Kenalog 40 mg was injected into the knee.'),
    finds: [],
    asks: ['drug.waste.J3301'],
  },
  {
    name: 'waste inside the rounded unit is paid already',
    claim: billed('J9201 x10', 'J9201-JW'),
    ...INSIDE,
    finds: ['F drug-waste'],
    lines: ['J9201-JZ x10'],
  },
  { name: 'a skin substitute of 2025', claim: billed('Q4101 x30', 'Q4101-JW x14'), ...GRAFT, finds: [] },
  {
    name: 'a skin substitute of 2026 carries neither',
    claim: billed('Q4101 x30', 'Q4101-JW x14'),
    ...GRAFT,
    settings: in2026,
    finds: ['F drug-waste'],
    lines: ['Q4101 x30'],
  },
  { name: 'an operation carries neither', claim: billed('20610'), ...SILENT, finds: [], asks: [] },
]);
