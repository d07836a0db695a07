import { splitShared } from '../../../../src/core/rules/visits/split-shared.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const hospital = (words: string) => `${visitNote('HOSPITAL PROGRESS NOTE')}\n${words}`;
const WHOLE = hospital(
  'Split/shared visit with the nurse practitioner. I saw and examined the patient and spent more than half of the total time.',
);
const OPEN = hospital('Split/shared visit with the nurse practitioner. I saw the patient.');
const ward = told('medicare', { place: 'facility' });

ruleCases(splitShared, /415\.140/, [
  {
    name: 'shared, with who did more',
    claim: billed('99232'),
    note: WHOLE,
    settings: ward,
    finds: [],
    lines: ['99232-FS'],
  },
  {
    name: 'who did more is asked',
    claim: billed('99232'),
    note: OPEN,
    settings: ward,
    finds: ['Q split-shared'],
    asks: ['visit-shared'],
  },
  {
    name: 'FS without that comes off and is asked about',
    claim: billed('99232-FS'),
    note: OPEN,
    settings: ward,
    finds: ['Q split-shared'],
    lines: ['99232'],
    asks: ['visit-shared'],
  },
  {
    name: 'never in an office',
    claim: billed('99214-FS'),
    note: `${visitNote('OFFICE VISIT, established patient')}\nSplit/shared visit with the PA. I saw the patient and made the plan.`,
    settings: told('medicare', { place: 'office' }),
    finds: ['F split-shared'],
    lines: ['99214'],
  },
  {
    name: 'an office code in a clinic of the hospital is none either',
    claim: billed('99214-FS'),
    note: WHOLE,
    settings: ward,
    finds: ['F split-shared'],
    lines: ['99214'],
  },
  {
    name: 'critical care is shared by time',
    claim: billed('99291'),
    note: hospital(
      'Shared visit: the PA and I. I spent more than half of the critical care time, I examined the patient.',
    ),
    settings: ward,
    finds: [],
    lines: ['99291-FS'],
  },
  {
    name: 'a visit by one clinician',
    claim: billed('99232'),
    note: hospital('I saw the patient.'),
    settings: ward,
    finds: [],
  },
  {
    name: 'a shared visit in an office takes nothing',
    claim: billed('99214'),
    note: `${visitNote('OFFICE VISIT, established patient')}\nShared visit with the PA.`,
    settings: told('medicare', { place: 'office' }),
    finds: [],
  },
  {
    name: 'other payers have no FS of their own',
    claim: billed('99232'),
    note: OPEN,
    settings: told('commercial', { place: 'facility' }),
    finds: [],
  },
]);
