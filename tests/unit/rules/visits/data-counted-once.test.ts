import { dataCountedOnce } from '../../../../src/core/rules/visits/data-counted-once.ts';
import { billed, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const ECG = visitNote('OFFICE VISIT, established patient', {
  exam: 'Regular.',
  assessment: 'Atrial fibrillation, worse.',
  plan: 'ECG independently interpreted by me shows a rate of 120. Walk daily.',
});
const ECG_AND_DRUG = ECG.replace('Walk daily.', 'Start metoprolol 50 mg.');
const FILMS = visitNote('OFFICE VISIT, new patient', {
  assessment: 'Displaced fracture of the wrist.',
  plan: 'X-rays personally reviewed, images show a step. Splint.',
});

ruleCases(dataCountedOnce, /does not count/, [
  {
    name: 'an ECG that is billed carries the level',
    claim: billed('99214-25', '93000'),
    note: ECG,
    finds: ['F data-counted-once'],
  },
  {
    name: 'its reading alone the same',
    claim: billed('99214', '93010'),
    note: ECG,
    finds: ['F data-counted-once'],
  },
  {
    name: 'films that are billed carry the level',
    claim: billed('99204-25', '73110'),
    note: FILMS,
    finds: ['F data-counted-once'],
  },
  { name: 'an ECG that somebody else bills counts', claim: billed('99214'), note: ECG, finds: [] },
  { name: 'films that somebody else bills count', claim: billed('99204'), note: FILMS, finds: [] },
  {
    name: 'the level stands without it',
    claim: billed('99214-25', '93000'),
    note: ECG_AND_DRUG,
    finds: [],
  },
  {
    name: 'another test is billed',
    claim: billed('99214', '94010'),
    note: ECG,
    finds: [],
  },
  {
    name: 'time holds the level',
    claim: billed('99214', '93000'),
    note: `${ECG}\nTotal time: 31 minutes.`,
    finds: [],
  },
  { name: 'an operative note is not judged', claim: billed('99214', '93000'), finds: [] },
]);
