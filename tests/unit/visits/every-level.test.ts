import { expect, test } from 'vitest';
import { readVisit } from '../../support/visit-notes.ts';

/** What was found and decided, for each level of decision making. */
const DECISIONS = {
  straightforward: 'EXAM: One papule.\nASSESSMENT: Insect bite.\nPLAN: Reassured.',
  low: 'EXAM: Swelling.\nASSESSMENT: Ankle sprain.\nPLAN: Brace.',
  moderate: 'EXAM: Wheeze.\nASSESSMENT: COPD exacerbation.\nPLAN: Start prednisone 40 mg.',
  high: 'EXAM: Mottled.\nASSESSMENT: Septic shock.\nPLAN: Escalate to the ICU, intravenous morphine for pain.',
} as const;

/** Kind of visit as titled -> its codes by decision making: straightforward, low, moderate, high. */
const CODES: readonly (readonly [string, readonly string[]])[] = [
  ['OFFICE VISIT, new patient', ['99202', '99203', '99204', '99205']],
  ['OFFICE VISIT, established patient', ['99212', '99213', '99214', '99215']],
  ['ADMISSION HISTORY AND PHYSICAL', ['99221', '99221', '99222', '99223']],
  ['HOSPITAL PROGRESS NOTE', ['99231', '99231', '99232', '99233']],
  ['OBSERVATION NOTE, same day admission and discharge', ['99234', '99234', '99235', '99236']],
  ['EMERGENCY DEPARTMENT NOTE', ['99282', '99283', '99284', '99285']],
  ['OFFICE CONSULTATION', ['99242', '99243', '99244', '99245']],
  ['INPATIENT CONSULTATION', ['99252', '99253', '99254', '99255']],
  ['NURSING FACILITY VISIT, initial', ['99304', '99304', '99305', '99306']],
  ['NURSING FACILITY VISIT', ['99307', '99308', '99309', '99310']],
  ['HOME VISIT, new patient', ['99341', '99342', '99344', '99345']],
  ['HOME VISIT', ['99347', '99348', '99349', '99350']],
];

const BY_DECISION = CODES.flatMap(([title, codes]) =>
  Object.entries(DECISIONS).map(([level, note], at) => [title, level, note, codes[at] ?? ''] as const),
);

test.each(BY_DECISION)('%s, %s decisions', (title, _, note, code) => {
  const reading = readVisit(`${title}\nHPI: Since yesterday.\n${note}`);
  expect([reading?.codes[0]?.code, reading?.decidedBy]).toEqual([code, 'decision making']);
});

/** Kind of visit -> code and the first minute that reaches it (CPT, minutes as of 2024). */
const MINUTES: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
  [
    'OFFICE VISIT, new patient',
    [
      ['99202', 15],
      ['99203', 30],
      ['99204', 45],
      ['99205', 60],
    ],
  ],
  [
    'OFFICE VISIT, established patient',
    [
      ['99212', 10],
      ['99213', 20],
      ['99214', 30],
      ['99215', 40],
    ],
  ],
  [
    'ADMISSION HISTORY AND PHYSICAL',
    [
      ['99221', 40],
      ['99222', 55],
      ['99223', 75],
    ],
  ],
  [
    'HOSPITAL PROGRESS NOTE',
    [
      ['99231', 25],
      ['99232', 35],
      ['99233', 50],
    ],
  ],
  [
    'OBSERVATION NOTE, same day admission and discharge',
    [
      ['99234', 45],
      ['99235', 70],
      ['99236', 85],
    ],
  ],
  [
    'OFFICE CONSULTATION',
    [
      ['99242', 20],
      ['99243', 30],
      ['99244', 40],
      ['99245', 55],
    ],
  ],
  [
    'INPATIENT CONSULTATION',
    [
      ['99252', 35],
      ['99253', 45],
      ['99254', 60],
      ['99255', 80],
    ],
  ],
  [
    'NURSING FACILITY VISIT, initial',
    [
      ['99304', 25],
      ['99305', 35],
      ['99306', 50],
    ],
  ],
  [
    'NURSING FACILITY VISIT',
    [
      ['99307', 10],
      ['99308', 20],
      ['99309', 30],
      ['99310', 45],
    ],
  ],
  [
    'HOME VISIT, new patient',
    [
      ['99341', 15],
      ['99342', 30],
      ['99344', 60],
      ['99345', 75],
    ],
  ],
  [
    'HOME VISIT',
    [
      ['99347', 20],
      ['99348', 30],
      ['99349', 40],
      ['99350', 60],
    ],
  ],
];

const BY_TIME = MINUTES.flatMap(([title, rows]) =>
  rows.map(([code, minutes], at) => [title, minutes, code, rows[at - 1]?.[0] ?? code] as const),
);

test.each(BY_TIME)('%s, %i minutes reach %s, one less %s', (title, minutes, code, below) => {
  const note = (told: number) =>
    `${title}\nHPI: Since yesterday.\n${DECISIONS.straightforward}\nTotal time on the date of the visit: ${told} minutes.`;
  expect(readVisit(note(minutes))?.codes).toEqual([{ code, units: 1 }]);
  expect(readVisit(note(minutes - 1))?.codes).toEqual([{ code: below, units: 1 }]);
});

test('no time raises an emergency visit', () => {
  const note = `EMERGENCY DEPARTMENT NOTE\nHPI: Now.\n${DECISIONS.low}\nTotal time: 120 minutes.`;
  expect(readVisit(note)?.codes[0]?.code).toBe('99283');
  expect(readVisit(note)?.notes.join(' ')).toContain('never decides');
});
