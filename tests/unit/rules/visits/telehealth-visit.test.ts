import { telehealthVisit } from '../../../../src/core/rules/visits/telehealth-visit.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const VIDEO = visitNote('TELEHEALTH VISIT by video, established patient, who was at home');
const SOUND = visitNote('TELEHEALTH VISIT, audio only, established patient, who was at home');
const OFFICE = visitNote('OFFICE VISIT, established patient');

ruleCases(telehealthVisit, /modifiers 95 and 93/, [
  { name: 'a visit by video takes 95', claim: billed('99214'), note: VIDEO, finds: [], lines: ['99214-95'], asks: [] },
  { name: 'one by sound only takes 93', claim: billed('99213'), note: SOUND, finds: [], lines: ['99213-93'], asks: [] },
  {
    name: 'video that failed is sound only',
    claim: billed('99213'),
    note: visitNote('TELEHEALTH VISIT, established patient at home. Video was not available, done over the phone.'),
    finds: [],
    lines: ['99213-93'],
  },
  {
    name: '95 comes off a visit by sound only',
    claim: billed('99213-95'),
    note: SOUND,
    finds: ['F telehealth-visit'],
    lines: ['99213-93'],
  },
  {
    name: '95 comes off a visit in the office',
    claim: billed('99213-95'),
    note: OFFICE,
    finds: ['F telehealth-visit'],
    lines: ['99213'],
  },
  {
    name: '93 comes off one by video',
    claim: billed('99214-93'),
    note: VIDEO,
    finds: ['F telehealth-visit'],
    lines: ['99214-95'],
  },
  {
    name: 'how they met is asked when the note does not say it',
    claim: billed('99213'),
    note: visitNote('TELEHEALTH VISIT, established patient'),
    finds: [],
    asks: ['visit-distance-means'],
  },
  {
    name: 'where the patient was is asked',
    claim: billed('99213'),
    note: visitNote('TELEHEALTH VISIT by video, established patient'),
    finds: [],
    lines: ['99213-95'],
    asks: ['visit-distance-place'],
  },
  {
    name: 'not when the mail tells the place of service',
    claim: billed('99213'),
    note: visitNote('TELEHEALTH VISIT by video, established patient'),
    settings: told('medicare', { place: 'office', pos: '10' }),
    finds: [],
    lines: ['99213-95'],
    asks: [],
  },
  {
    name: 'a video visit planned for later is none',
    claim: billed('99213'),
    note: visitNote('OFFICE VISIT, established patient', { plan: 'Return by video visit in a month.' }),
    finds: [],
  },
  { name: 'an emergency visit is none', claim: billed('99283'), note: VIDEO, finds: [] },
]);
