import type { VisitCase } from './visit-case.ts';

/** The emergency department and critical care. */
export const EMERGENCY_CASES: readonly VisitCase[] = [
  {
    name: 'no physician needed',
    lines: '99281',
    note: `EMERGENCY DEPARTMENT VISIT
Dressing change on a clean wound by the triage nurse, no physician needed.
EXAM: Wound clean.
PLAN: Home.`,
  },
  {
    name: 'a bite',
    lines: '99282',
    elements: 'straightforward straightforward straightforward',
    note: `EMERGENCY DEPARTMENT NOTE
HPI: 30-year-old with an itchy bite on the forearm since the morning.
EXAM: One small red papule. No spreading redness.
MDM: Insect bite. No sign of infection.
DISPOSITION: Home, cool compress.`,
  },
  {
    name: 'a sprain',
    lines: '99283',
    elements: 'low straightforward low',
    note: `ED PROVIDER NOTE
CC: Ankle pain.
HPI: Rolled the left ankle on a curb.
EXAM: Lateral swelling, no bony tenderness.
ED COURSE: X-ray of the ankle negative.
MDM: Left ankle sprain. Splint and crutches. Ibuprofen at home.
DISPOSITION: Home.`,
  },
  {
    name: 'pain that needs a search',
    lines: '99284',
    elements: 'moderate moderate moderate',
    note: `EMERGENCY DEPARTMENT PHYSICIAN NOTE
HPI: 47-year-old woman with flank pain and fever since yesterday.
EXAM: T 38.6. Right flank tenderness.
LABS: CBC: WBC 14. BMP normal. Urinalysis positive.
MDM: Pyelonephritis. Ceftriaxone given here, prescription for cephalexin. She keeps fluids down.
DISPOSITION: Home, return if worse.
Total time: 75 minutes.`,
  },
  {
    name: 'a stroke',
    lines: '99285',
    elements: 'high high high',
    note: `EMERGENCY ROOM REPORT
CHIEF COMPLAINT: Weak right arm.
HISTORY OF PRESENT ILLNESS: 66-year-old man, last known well two hours ago; history obtained from his wife.
PHYSICAL EXAMINATION: Right arm drift, slurred speech.
LABS: Glucose 110. INR 1.0. CBC normal.
MEDICAL DECISION MAKING: Acute stroke. CT of the head independently interpreted by me, no bleeding. Discussed with Dr. [NAME], neurologist. Tenecteplase given.
DISPOSITION: Admitted to the intensive care unit.`,
  },
  {
    name: 'a cut sewn: the visit waits for its modifier',
    lines: '12001',
    notBilled: ['99283'],
    note: `EMERGENCY DEPARTMENT NOTE
HPI: 25-year-old cut his left forearm on glass an hour ago. Tetanus up to date.
EXAM: 2 cm clean laceration of the left forearm. Sensation and tendons intact.
ASSESSMENT: Forearm laceration.
PLAN: Ibuprofen as needed. Suture removal in ten days.
PROCEDURE: Laceration repair. The 2 cm laceration of the left forearm was irrigated and the skin closed with four simple nylon sutures.`,
  },
  {
    name: 'critical care',
    lines: '99291',
    by: 'time',
    note: `EMERGENCY DEPARTMENT NOTE
HPI: 58-year-old with crushing chest pain, then collapsed.
EXAM: Diaphoretic, BP 76/40.
ECG independently interpreted: ST elevation.
MDM: STEMI with cardiogenic shock. Norepinephrine started, cardiology at the bedside.
Critical care time: 55 minutes, exclusive of separately billable procedures.`,
  },
  {
    name: 'critical care, long, another payer',
    lines: '99291 99292 x2',
    by: 'time',
    mail: 'Payer: commercial',
    note: `ICU NOTE, hospital day 2
S: Worse overnight.
O: Intubated, on two pressors.
ASSESSMENT: Septic shock, respiratory failure.
PLAN: Ventilator and pressors adjusted through the afternoon.
Critical care time 120 minutes, not including procedures.`,
  },
  {
    name: 'critical care, long, Medicare',
    lines: '99291 99292',
    by: 'time',
    mail: 'Payer: Medicare',
    note: `ICU NOTE, hospital day 2
S: Worse overnight.
O: Intubated, on two pressors.
ASSESSMENT: Septic shock, respiratory failure.
PLAN: Ventilator and pressors adjusted through the afternoon.
Critical care time 120 minutes, not including procedures.`,
  },
  {
    name: 'under half an hour of critical care',
    lines: '99285',
    elements: 'high moderate high',
    note: `EMERGENCY DEPARTMENT NOTE
HPI: 72-year-old with black stools and faintness.
EXAM: BP 88/50, pale.
LABS: Hemoglobin 6.1. INR 3.8. BMP reviewed.
MDM: GI bleed with hypotension, transfused two units. Pantoprazole given.
DISPOSITION: Admitted to the ICU.
Critical care time: less than 30 minutes.`,
  },
];
