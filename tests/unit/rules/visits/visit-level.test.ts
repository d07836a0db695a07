import { visitLevel } from '../../../../src/core/rules/visits/visit-level.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const MODERATE = visitNote('OFFICE VISIT, established patient');
const LOW = visitNote('OFFICE VISIT, established patient', { assessment: 'Ankle sprain.', plan: 'Brace.' });
const CRITICAL = (minutes: number) =>
  `${visitNote('EMERGENCY DEPARTMENT NOTE', { assessment: 'Septic shock.', plan: 'Pressors.' })}\nCritical care time: ${minutes} minutes, procedures excluded.`;
const DISCHARGE = 'DISCHARGE SUMMARY\nHOSPITAL COURSE: Pneumonia, better.\nDISCHARGE MEDICATIONS: Amoxicillin.';

ruleCases(visitLevel, /2021 and 2023/, [
  { name: 'high billed, moderate told', claim: billed('99215'), note: MODERATE, finds: ['F visit-level'] },
  { name: 'moderate billed, low told', claim: billed('99214-25'), note: LOW, finds: ['F visit-level'] },
  { name: 'moderate billed and told', claim: billed('99214'), note: MODERATE, finds: [] },
  { name: 'low billed, moderate told', claim: billed('99213'), note: MODERATE, finds: ['W visit-level'] },
  {
    name: 'time reaches what the decisions do not',
    claim: billed('99215'),
    note: `${LOW}\nTotal time on the date of the visit: 42 minutes.`,
    finds: [],
  },
  {
    name: 'one minute less does not',
    claim: billed('99215'),
    note: `${LOW}\nTotal time on the date of the visit: 39 minutes.`,
    finds: ['F visit-level'],
  },
  {
    name: 'a new patient of the same level is not its matter',
    claim: billed('99204'),
    note: MODERATE,
    finds: [],
  },
  {
    name: 'critical care without minutes',
    claim: billed('99291'),
    note: visitNote('EMERGENCY DEPARTMENT NOTE', { assessment: 'Septic shock.' }),
    finds: ['F visit-level'],
  },
  {
    name: 'the first half hour is needed',
    claim: billed('99291'),
    note: CRITICAL(29),
    finds: ['F visit-level'],
  },
  { name: 'half an hour of critical care', claim: billed('99291'), note: CRITICAL(30), finds: [] },
  {
    name: 'further half hours of Medicare are full ones',
    claim: billed('99291', '99292'),
    note: CRITICAL(95),
    settings: told('medicare'),
    finds: ['F visit-level'],
  },
  {
    name: 'those of CPT begin at 75 minutes',
    claim: billed('99291', '99292'),
    note: CRITICAL(95),
    settings: told('commercial'),
    finds: [],
  },
  { name: 'the long discharge needs its minutes', claim: billed('99239'), note: DISCHARGE, finds: ['F visit-level'] },
  {
    name: 'and has them',
    claim: billed('99239'),
    note: `${DISCHARGE}\nTime spent on the discharge: 45 minutes.`,
    finds: [],
  },
  { name: 'the short one needs none', claim: billed('99238'), note: DISCHARGE, finds: [] },
  { name: 'an operative note is not judged', claim: billed('99215'), finds: [] },
]);
