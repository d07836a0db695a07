import { expect, test } from 'vitest';
import { readVisit, visitLabel } from '../../support/visit-notes.ts';

/** Note -> code | what decided | problems | data | risk. Written for these tests. */
const BY_DECISION: readonly (readonly [string, string])[] = [
  [
    'OFFICE VISIT. New patient.\nHPI: Itchy spot on the arm since yesterday.\nEXAM: One small papule.\nASSESSMENT: Insect bite, self limited.\nPLAN: Reassured, return as needed.',
    '99202 | decision making | straightforward | straightforward | straightforward',
  ],
  [
    'OFFICE VISIT. New patient.\nHPI: Twisted the ankle at soccer.\nEXAM: Tender lateral ligaments, no bony tenderness.\nASSESSMENT: Ankle sprain.\nPLAN: Brace and ibuprofen 400 mg as needed.',
    '99203 | decision making | low | straightforward | low',
  ],
  [
    'OFFICE VISIT. New patient.\nHPI: Found a lump in the left breast two weeks ago.\nEXAM: 2 cm firm mass at two o’clock.\nASSESSMENT: Breast mass, new problem with uncertain prognosis.\nPLAN: Order mammogram and ultrasound, check CBC before the biopsy.',
    '99204 | decision making | moderate | moderate | straightforward',
  ],
  [
    'OFFICE VISIT. New patient.\nHPI: Knee pain for years, injections no longer help.\nEXAM: Varus knee, crepitus.\nASSESSMENT: Knee osteoarthritis, worsening, failed conservative care.\nPLAN: Discussed total knee arthroplasty; she wishes to proceed, scheduled for May.',
    '99204 | decision making | moderate | straightforward | moderate',
  ],
  [
    'OFFICE VISIT. New patient.\nHPI: Fever and confusion, brought by her son; history obtained from the son.\nEXAM: Hypotensive, tachycardic.\nASSESSMENT: Septic shock suspected, threat to life.\nPLAN: Admit to the intensive care unit now. Discussed with Dr. [NAME], intensivist.',
    '99205 | decision making | high | moderate | high',
  ],
  [
    'CLINIC VISIT\nNurse visit for blood pressure check. Established patient.\nEXAM: 128/76.\nPLAN: Return in three months.',
    '99211 | decision making',
  ],
  [
    'OFFICE VISIT, established patient.\nS: Dry skin on both elbows.\nO: Mild scaling.\nA: Dry skin.\nP: Moisturizer.',
    '99212 | decision making | straightforward | straightforward | straightforward',
  ],
  [
    'OFFICE VISIT, established patient, here for follow up.\nS: Feels well.\nO: BP 124/78.\nA: Hypertension, stable.\nP: Continue lisinopril 10 mg daily.',
    '99213 | decision making | low | straightforward | moderate',
  ],
  [
    'Progress note, clinic follow up visit.\nSUBJECTIVE: Burning with urination for two days.\nOBJECTIVE: No flank tenderness.\nASSESSMENT: Acute cystitis.\nPLAN: Urinalysis ordered and urine culture sent. Nitrofurantoin prescribed.',
    '99213 | decision making | low | low | moderate',
  ],
  [
    'Follow up visit, established patient.\nHPI: Sugars run high.\nEXAM: Feet intact.\nASSESSMENT: Type 2 diabetes, not at goal.\nPLAN: Increase metformin to 1000 mg twice daily.',
    '99214 | decision making | moderate | straightforward | moderate',
  ],
  [
    'Follow up visit, established patient.\nHPI: No complaints.\nEXAM: Lungs clear.\nASSESSMENT:\n1. Hypertension, controlled.\n2. Hypothyroidism, stable.\nPLAN: Continue levothyroxine 75 mcg. Refill losartan.',
    '99214 | decision making | moderate | straightforward | moderate',
  ],
  [
    'Follow up visit, established patient.\nHPI: Wheezing at night, history provided by the mother.\nEXAM: Expiratory wheeze.\nASSESSMENT: Asthma exacerbation.\nPLAN: Family is unable to afford the inhaler; supplied through the clinic fund.',
    '99214 | decision making | moderate | low | moderate',
  ],
  [
    'Follow up visit, established patient.\nHPI: Worsening joint pain.\nEXAM: Synovitis of both wrists.\nLABS: CBC reviewed, normal. Liver enzymes reviewed, normal. CRP elevated at 40.\nASSESSMENT: Rheumatoid arthritis, severe exacerbation.\nPLAN: Increase methotrexate, monitor for toxicity with monthly blood counts.',
    '99215 | decision making | high | moderate | high',
  ],
  [
    'Follow up visit, established patient.\nHPI: Rest pain of the foot.\nEXAM: No pulses, black toe.\nASSESSMENT: Gangrene of the great toe, limb threatening.\nPLAN: Taken to the operating room urgently for amputation.',
    '99215 | decision making | high | straightforward | high',
  ],
];

test.each(BY_DECISION)('an office visit by decision making: %#', (note, label) => {
  expect(visitLabel(readVisit(note))).toBe(label);
});

const MINOR = 'HPI: Dry skin.\nEXAM: Mild scaling.\nASSESSMENT: Dry skin.\nPLAN: Moisturizer.\n';
const BY_TIME: readonly (readonly [string, number, string])[] = [
  ['New patient', 15, '99202'],
  ['New patient', 29, '99202'],
  ['New patient', 30, '99203'],
  ['New patient', 45, '99204'],
  ['New patient', 59, '99204'],
  ['New patient', 60, '99205'],
  ['Established patient', 9, '99212'],
  ['Established patient', 19, '99212'],
  ['Established patient', 20, '99213'],
  ['Established patient', 30, '99214'],
  ['Established patient', 40, '99215'],
];

test.each(BY_TIME)('an office visit by time: %s, %i minutes -> %s', (patient, minutes, code) => {
  const reading = readVisit(
    `OFFICE VISIT. ${patient}.\n${MINOR}Total time on the date of service was ${minutes} minutes.`,
  );
  expect(reading?.codes).toEqual([{ code, units: 1 }]);
});

test('time that only equals the decisions does not decide', () => {
  const reading = readVisit(`OFFICE VISIT. Established patient.\n${MINOR}I spent 12 minutes on this visit.`);
  expect(reading?.decidedBy).toBe('decision making');
});

test.each([
  ['I spent one hour and 5 minutes on this visit.', 65],
  ['Total time: 1 hour 20 minutes.', 80],
  ['More than 40 minutes were spent on this visit.', 40],
  ['A total of 30-39 minutes was spent.', 30],
])('time as dictated: %s', (words, minutes) => {
  expect(readVisit(`OFFICE VISIT. New patient.\n${MINOR}${words}`)?.time?.minutes).toBe(minutes);
});

test('neither staff time nor the time of anything else is the author’s', () => {
  const reading = readVisit(
    `OFFICE VISIT. Established patient.\n${MINOR}The nurse spent 40 minutes on teaching. He walks for 45 minutes a day.`,
  );
  expect(visitLabel(reading)).toContain('99212');
  expect(reading?.time).toBeUndefined();
});
