import { expect, test } from 'vitest';
import { readVisit, visitLabel } from '../../support/visit-notes.ts';

/** Notes as they are really dictated: run-on headings, abbreviations, letters. */
const DICTATED: readonly (readonly [string, string])[] = [
  [
    'CHIEF COMPLAINT: , Left knee pain.,HISTORY OF PRESENT ILLNESS: , The patient is a 63-year-old female referred by Dr. [NAME] with two years of progressive left knee pain.,PAST MEDICAL HISTORY: , Hypertension, status post hysterectomy.,PHYSICAL EXAMINATION: , Varus alignment.,ASSESSMENT: , End-stage osteoarthritis, left knee, worsening.,PLAN: , We discussed risks and benefits of total knee arthroplasty.  Her diabetes puts her at increased risk of infection.  We will schedule surgery.',
    '99204 | decision making | moderate | straightforward | high',
  ],
  [
    'SUBJECTIVE:,  This 29-year-old comes in for recheck of depression.,OBJECTIVE:,  Flat affect.,ASSESSMENT:,  Major depressive disorder, not improving on present dose.,PLAN:,  Increase sertraline to 100 mg.  25 minutes spent face-to-face, over half in counseling.',
    '99214 | decision making | moderate | straightforward | moderate',
  ],
  [
    'ED COURSE: 44 y/o male presents to the ED with crushing chest pain x 2h.\nPE: diaphoretic\nECG independently interpreted by me shows ST elevation.\nMDM: STEMI. Discussed with Dr. [NAME] cardiology. Heparin given. Critical care time 35 minutes excluding separately billable procedures.',
    '99291 | time',
  ],
  [
    'Inpatient progress note\nHD#4\nS: Tolerating diet, no complaints\nO: AVSS, abdomen soft\nA/P: 71F with diverticulitis, resolving on IV antibiotics. Switch zosyn to augmentin. Labs reviewed: WBC 9, BMP normal, CRP down. Home tomorrow.',
    '99232 | decision making | moderate | moderate | moderate',
  ],
  [
    'H&P\nCC: abdominal pain\nHPI: 22M with RLQ pain x1 day, presented to the emergency department.\nExam: tender\nLabs: WBC 15\nImaging: CT abdomen shows appendicitis, images personally reviewed.\nAssessment: Acute appendicitis.\nPlan: To OR emergently for laparoscopic appendectomy.',
    '99222 | decision making | moderate | moderate | high',
  ],
  [
    'Dear Dr. [NAME],\nThank you for referring this pleasant 55-year-old for evaluation of a thyroid nodule.\nHistory: found on ultrasound.\nExamination: 2 cm nodule right lobe.\nImpression: Right thyroid nodule, indeterminate.\nRecommendation: FNA biopsy and TSH.',
    '99203 | decision making | moderate | straightforward | low',
  ],
  [
    'WOUND CARE CLINIC NOTE\nHPI: 68yo with diabetic foot ulcer.\nExam: 2x3 cm ulcer with slough\nProcedure: Sharp debridement of 6 sq cm.\nAssessment: Diabetic foot ulcer, not healing.\nPlan: Start doxycycline.',
    '99214 | decision making | moderate | straightforward | moderate',
  ],
  ['Well child visit. 4 year old here with mom.\nHPI: Fine.\nExam: normal.\nPlan: Vaccines given.', 'no visit'],
];

test.each(DICTATED)('a dictated note: %#', (note, label) => {
  expect(visitLabel(readVisit(note))).toBe(label);
});

test('the bare name of an operation in a plan is a decision, a past one is not', () => {
  const note = (plan: string) =>
    `Follow up visit, established patient.\nHPI: Same.\nEXAM: Same.\nASSESSMENT: Gallstones.\nPLAN: ${plan}`;
  expect(readVisit(note('Laparoscopic cholecystectomy.'))?.elements[2]?.level).toBe('moderate');
  expect(readVisit(note('Diet as after the hysterectomy.'))?.elements[2]?.level).toBe('straightforward');
});
