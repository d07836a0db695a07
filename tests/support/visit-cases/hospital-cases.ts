import type { VisitCase } from './visit-case.ts';

/** Stays in hospital and in observation. */
export const HOSPITAL_CASES: readonly VisitCase[] = [
  {
    name: 'first day, low',
    lines: '99221',
    elements: 'low low straightforward',
    mail: 'Payer: commercial',
    note: `OBSERVATION ADMISSION NOTE
HPI: 26-year-old woman after one episode of vertigo at work, steady now.
EXAM: Normal gait, no nystagmus.
LABS: CBC normal. BMP normal.
ASSESSMENT: Vertigo, resolved.
PLAN: Observe overnight. Discharge in the morning if well.`,
  },
  {
    name: 'first day, moderate',
    lines: '99222',
    elements: 'moderate low moderate',
    note: `HOSPITAL ADMISSION HISTORY AND PHYSICAL
CHIEF COMPLAINT: Cough and fever.
HPI: 58-year-old man with four days of productive cough. Denies chest pain.
PAST MEDICAL HISTORY: None.
EXAM: T 38.4, crackles at the right base.
LABS: WBC 15. Chest x-ray report: right lower lobe infiltrate.
ASSESSMENT: Community acquired pneumonia.
PLAN: Ceftriaxone 1 g and azithromycin 500 mg started. Oxygen as needed.`,
  },
  {
    name: 'first day, high, by the one in charge',
    lines: '99223-AI',
    elements: 'high moderate high',
    mail: 'Medicare',
    note: `ADMISSION H&P
CC: Confusion.
HPI: 80-year-old woman brought by her daughter; history obtained from the daughter. Two days of confusion and fever.
EXAM: BP 84/50, HR 120, mottled.
LABS: Lactate 5.1. WBC 22. Creatinine 2.4. Blood cultures sent.
ASSESSMENT: Septic shock from a urinary source. Acute kidney injury.
PLAN: I will admit her to my service, intensive care unit. Ceftriaxone given, fluids, norepinephrine. Transfer to the ICU now.`,
  },
  {
    name: 'first day, chosen by time',
    lines: '99223',
    elements: 'moderate low moderate',
    by: 'time',
    mail: 'Payer: commercial',
    note: `INPATIENT HISTORY AND PHYSICAL
HPI: 44-year-old with right lower abdominal pain and fever.
EXAM: Tender right lower quadrant.
LABS: WBC 14. CT report reviewed: diverticulitis.
ASSESSMENT: Diverticulitis.
PLAN: Start ceftriaxone and metronidazole. Clear liquids.
I spent 78 minutes in total on this patient today.`,
  },
  {
    name: 'later day, low',
    lines: '99231',
    elements: 'moderate straightforward straightforward',
    note: `HOSPITAL PROGRESS NOTE, hospital day 3
SUBJECTIVE: Feels better, eating.
OBJECTIVE: Afebrile. Lungs clearer.
ASSESSMENT: Pneumonia, improving.
PLAN: Walk in the hall. Home tomorrow.`,
  },
  {
    name: 'later day, moderate',
    lines: '99232',
    elements: 'moderate moderate moderate',
    note: `Inpatient progress note
HD#4
S: Tolerating diet, no complaints.
O: Vital signs stable, abdomen soft.
A/P: 71F with diverticulitis, resolving on antibiotics. Switch zosyn to augmentin. Labs reviewed: WBC 9, BMP normal, CRP down. Home tomorrow.`,
  },
  {
    name: 'later day, high',
    lines: '99233',
    elements: 'high moderate high',
    note: `ICU PROGRESS NOTE - hospital day 2
S: Intubated overnight.
O: FiO2 60 percent, BP 90/50 on pressors.
LABS: ABG reviewed. Lactate 4. Creatinine 3.1.
ASSESSMENT: Respiratory failure, septic shock, worse.
PLAN: Vancomycin trough checked, dose reduced. Continue norepinephrine. Family meeting: changed to DNR.`,
  },
  {
    name: 'later day, chosen by time',
    lines: '99233',
    elements: 'low straightforward straightforward',
    by: 'time',
    note: `HOSPITAL PROGRESS NOTE
HPI: Long meeting with the family about placement.
EXAM: Unchanged.
ASSESSMENT: Dementia, stable.
PLAN: Nursing home search goes on.
Total time spent on this date: 52 minutes.`,
  },
  {
    name: 'later day, prolonged, Medicare',
    lines: '99233 G0316',
    by: 'time',
    mail: 'Payer: Medicare',
    note: `HOSPITAL PROGRESS NOTE
HPI: Long meeting with the family about placement.
EXAM: Unchanged.
ASSESSMENT: Dementia, stable.
PLAN: Nursing home search goes on.
Total time spent on this date: 70 minutes.`,
  },
  {
    name: 'in and out on one day',
    lines: '99235',
    elements: 'moderate moderate moderate',
    mail: 'Payer: commercial',
    note: `OBSERVATION NOTE
Admitted and discharged on the same day.
HPI: 50-year-old with chest pain since last night, none now.
EXAM: Normal.
LABS: Troponin x2 negative. BMP normal. Chest x-ray normal. Stress test normal.
ASSESSMENT: Chest pain of unclear cause, myocardial infarction ruled out.
PLAN: Start omeprazole 20 mg. Follow up with his doctor.`,
  },
  {
    name: 'discharge, time not told',
    lines: '99238',
    note: `DISCHARGE SUMMARY
DISCHARGE DIAGNOSIS: Pneumonia.
HOSPITAL COURSE: Treated with ceftriaxone for three days, better every day. Oxygen stopped on day two.
DISCHARGE MEDICATIONS: Amoxicillin for four days.
DISCHARGE INSTRUCTIONS: Follow up with the primary care physician in one week.`,
  },
  {
    name: 'discharge, more than half an hour',
    lines: '99239',
    by: 'time',
    note: `DISCHARGE SUMMARY
DISCHARGE DIAGNOSES: Heart failure, compensated.
HOSPITAL COURSE: Diuresed 6 liters. Walks on room air.
DISCHARGE MEDICATIONS: Furosemide 40 mg, metoprolol 25 mg.
Time spent on the discharge including medication reconciliation: 40 minutes.`,
  },
  {
    name: 'the stay of an operation, summed up by its surgeon',
    lines: '99024',
    notBilled: ['44970'],
    note: `DISCHARGE SUMMARY
ADMISSION DIAGNOSIS: Acute appendicitis.
DISCHARGE DIAGNOSIS: Acute appendicitis.
PROCEDURE PERFORMED: Laparoscopic appendectomy.
HOSPITAL COURSE: Taken to the operating room, where a laparoscopic appendectomy was performed. On postoperative day 1 he ate and walked.
DISCHARGE INSTRUCTIONS: No lifting for two weeks. See me in the office in ten days.`,
  },
];
