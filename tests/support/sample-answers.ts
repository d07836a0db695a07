import type { ProcedureCode } from '../../src/core/model/code.ts';
import type { Answer } from '../../src/core/model/consultation.ts';
import type { Question, Rubric } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { caseAnswer, claimLine, diagnosis, evidence, finding, SAMPLE_SETTINGS } from './answer-builders.ts';

/** Answers of our own making, as the engine would give them. */

/** The easy one: a removed appendix. */
export const EASY_CASE: Answer = caseAnswer({
  verdict: 'READY TO BILL, 1 line.',
  lines: [
    claimLine({
      code: '44970',
      title: 'Appendix taken out through a laparoscope',
      dx: ['K35.80'],
      evidence: [evidence('the base of the appendix was divided with a single load of the linear stapler')],
      why: 'three ports, never opened, so the laparoscopic code',
      totalRvu: 17.31,
      globalDays: '090',
    }),
  ],
  diagnoses: [diagnosis('K35.80', 'Unspecified acute appendicitis', 'acutely inflamed appendix without perforation')],
  notBilled: [
    {
      code: '44180' as ProcedureCode,
      title: 'Freeing of adhesions, laparoscope',
      reason: 'one filmy band swept away by blunt dissection is part of the work',
      evidence: [],
    },
  ],
  findings: [
    finding({ rule: 'mue', text: 'Units: 1 of 1', authority: 'MUE' }),
    finding({ rule: 'dx', text: 'the diagnosis is billable', authority: 'ICD-10-CM' }),
  ],
});

const OPERATIVE_TIME: Question = {
  id: 'operative-time',
  to: 'surgeon',
  quote: evidence('dense scar from the earlier approach made the exposure unusually slow and difficult'),
  text: 'Please record the total operative time and how it compares with your usual operation of this extent.',
  options: ['Total time ____ ; usual time ____ ; reason for the difference ____', 'Not different from usual'],
  ifThen:
    'If the work was clearly greater than usual (payers look for about 25 %) and the reason is written: 22551-22, with the note and a short statement. If not, or without a reply, the claim stands as above.',
  holds: [],
};

const SLOW_EXPOSURE: Rubric = {
  modifier: '22',
  code: '22551' as ProcedureCode,
  verdict: 'open',
  criteria: [
    { text: 'a reason for more work than usual', state: 'met', quote: OPERATIVE_TIME.quote },
    { text: 'time or effort against the usual operation', state: 'not documented', quote: undefined },
  ],
  authority: 'CPT modifier 22',
};

const IMPLANT_LOG: Question = {
  id: 'implant-log',
  to: 'sender',
  quote: undefined,
  text: 'Implant log: were the three interbody spacers donor bone, or a cage of metal or PEEK?',
  options: ['donor bone', 'cage'],
  ifThen: 'If cages: 22853 x 3 replaces 20931, and the plate rules change.',
  holds: ['20931' as ProcedureCode],
};

const FUSION_QUOTES = [
  evidence('cord decompression with fusion at C3-4, C4-5 and C5-6'),
  evidence('the posterior ligament was opened at each of the three spaces'),
];
const FUSION_WHY =
  'three interspaces are one first and two further; decompressed as well as fused, so not the pair for fusion alone (22554, 22585)';

/** The difficult one: three levels of the neck, a plate, donor bone, two questions. */
export const DIFFICULT_CASE: Answer = caseAnswer({
  verdict: 'READY except line 4: the implant log settles it. One optional question for the surgeon.',
  settings: {
    ...SAMPLE_SETTINGS,
    dateOfService: { value: '2026-02-18' as IsoDate, from: 'received' },
  },
  lines: [
    claimLine({
      seq: 1,
      code: '22551',
      title: 'Neck fusion from the front with disc removal and decompression, first space (C3-C4)',
      dx: ['M47.12', 'M50.01', 'G82.50'],
      evidence: FUSION_QUOTES,
      why: FUSION_WHY,
      totalRvu: 48.05,
      globalDays: '090',
    }),
    claimLine({
      seq: 2,
      code: '22552',
      units: 2,
      title: 'The same at two further spaces (C4-C5, C5-C6)',
      dx: ['M47.12', 'M50.01', 'G82.50'],
      evidence: FUSION_QUOTES,
      why: FUSION_WHY,
      parent: '22551' as ProcedureCode,
      totalRvu: 10.57,
      globalDays: 'ZZZ',
    }),
    claimLine({
      seq: 3,
      code: '22846',
      title: 'Front plate that spans four vertebrae (C3 to C6)',
      dx: ['M47.12', 'M50.01'],
      evidence: [evidence('a plate was fixed to the spine from C3 to C6')],
      why: 'plates count vertebrae, not spaces: four to seven is 22846, two or three would be 22845',
      parent: '22551' as ProcedureCode,
      totalRvu: 20.16,
      globalDays: 'ZZZ',
    }),
    claimLine({
      seq: 4,
      code: '20931',
      title: 'Shaped donor bone for the spine, once an operation',
      dx: ['M47.12', 'M50.01'],
      evidence: [evidence('three allografts, trimmed to fit')],
      why: 'one unit whatever the number of levels',
      confidence: { value: 0.71, word: 'likely', because: 'the implant log settles it' },
      held: 'donor bone or cage? See the question below',
      parent: '22551' as ProcedureCode,
      totalRvu: 2.94,
      globalDays: 'ZZZ',
    }),
  ],
  diagnoses: [
    diagnosis('M47.12', 'Other spondylosis with myelopathy, cervical region', 'spondylosis with severe myelopathy'),
    diagnosis('M50.01', 'Cervical disc disorder with myelopathy, high cervical region', 'degenerated disc at C3-4', {
      value: 0.68,
      word: 'likely',
      because: 'two cord-compression codes are both documented, and some payers want one',
    }),
    diagnosis('G82.50', 'Quadriplegia, unspecified', 'progressive weakness of all four limbs'),
  ],
  notBilled: [
    ['69990', 'Operating microscope', 'the edit with 22551 has indicator 0: no modifier opens it'],
    ['22853', 'Interbody cage', 'the note says shaped allograft, which is bone and not a device'],
    ['63075', 'Disc removal from the front, neck', 'the same spaces are inside lines 1 and 2'],
    ['95940', 'Nerve monitoring in the operating room', 'monitoring by the operating surgeon is not paid apart'],
    ['76000', 'Fluoroscopy', 'finding the level by x-ray is part of the operation'],
    ['20930', 'Morselized donor bone', 'status B: bundled, never paid apart'],
    ['22845', 'Front plate, two or three vertebrae', 'the seventh entry, which the reply leaves out'],
  ].map(([code, title, reason]) => ({
    code: code as ProcedureCode,
    title: title ?? '',
    reason: reason ?? '',
    evidence: [],
  })),
  rubrics: [SLOW_EXPOSURE],
  questions: [OPERATIVE_TIME, IMPLANT_LOG],
  findings: [
    finding({ rule: 'ptp', text: 'Pairs: 6 of 6 without an active edit' }),
    finding({ rule: 'mue', text: 'Units: 22552 2 of 5, the others 1 of 1', authority: 'MUE' }),
    finding({ rule: 'add-on', text: '22552, 22846 and 20931 have 22551 as parent', authority: 'AOC' }),
    finding({
      rule: 'mue-edition',
      state: 'nearest-edition',
      text: 'Units were checked against 2025Q4, the newest loaded before the date of service.',
      authority: 'MUE',
      edition: '2025Q4',
    }),
    finding({
      rule: 'global',
      severity: 'W',
      text: 'The note tells of an earlier operation on the same spine 40 days before: check its global period.',
      authority: 'Medicare Claims Processing Manual ch. 12, 40.1',
      edition: '',
    }),
    finding({
      rule: 'coverage',
      state: 'not-checked',
      text: 'Coverage policies are not checked',
      authority: '',
      edition: '',
    }),
  ],
  origin: {
    draftedBy: 'model',
    limits: ['one attachment could not be read'],
    editions: ['CaseConsultant library 2026.1', 'PFS 2026B', 'NCCI PTP 2026Q1', 'MUE 2025Q4', 'ICD-10-CM FY2026'],
    traceId: 'sample',
  },
});

/** What an installation without official files, and a note that says too little, gives. */
export const HELD_CASE: Answer = caseAnswer({
  verdict: 'HOLD: the eye is not stated.',
  lines: [
    claimLine({
      code: '66984',
      title: 'Cataract removed and lens implanted, routine',
      dx: ['H25.10'],
      evidence: [evidence('phacoemulsification of the nucleus')],
      why: 'no device, dye or small pupil is told, so the routine code',
      confidence: { value: 0.4, word: 'needs a coder', because: 'a side is required and none is documented' },
      held: 'the side is missing: RT or LT is required',
    }),
  ],
  diagnoses: [diagnosis('H25.10', 'Age-related nuclear cataract, unspecified eye', 'nuclear cataract')],
  questions: [
    {
      id: 'side',
      to: 'surgeon',
      quote: evidence('the eye was prepped in the usual way'),
      text: 'Which eye was operated on?',
      options: ['Right eye', 'Left eye', 'Cannot be determined'],
      ifThen: 'RT with H25.11 for the right eye, LT with H25.12 for the left.',
      holds: ['66984' as ProcedureCode],
    },
  ],
  findings: [
    finding({
      rule: 'side',
      severity: 'F',
      text: '66984 needs a side',
      authority: 'CaseConsultant library',
      edition: '',
    }),
    finding({
      rule: 'official',
      state: 'not-checked',
      text: 'No fee schedule, NCCI or MUE edition is loaded: pairs, units and global days',
      authority: '',
      edition: 'none loaded',
    }),
  ],
  origin: {
    draftedBy: 'deterministic-after-model-failure',
    limits: [],
    editions: ['CaseConsultant library 2026.1'],
    traceId: 'sample',
  },
});

/** A claim that a later edition changed. */
export const CHANGED_CASE = {
  ...EASY_CASE,
  verdict: 'Changed by a new edition. Ready to bill, 1 line.',
  changed: {
    because: 'Loaded since our answer, for your date of service: NCCI PTP 2026Q1.',
    items: ['49320 is no longer billed: part of 44970; no modifier opens this pair'],
  },
};
