import type { VisitCase } from './visit-case.ts';

/** Consultations, nursing facilities, visits at home and at a distance. */
export const OTHER_CASES: readonly VisitCase[] = [
  {
    name: 'consultation in the office',
    lines: '99244',
    elements: 'moderate moderate moderate',
    mail: 'Payer: commercial',
    note: `OFFICE CONSULTATION
Dear Dr. [NAME], thank you for asking me to see this patient for his reflux.
HISTORY: 52-year-old with heartburn in spite of omeprazole.
EXAM: Abdomen soft.
RESULTS: Endoscopy report reviewed. Manometry ordered, pH study ordered. CBC normal.
IMPRESSION: Gastroesophageal reflux, not controlled on medication.
RECOMMENDATION: Discussed laparoscopic fundoplication. Increase omeprazole to 40 mg twice daily.`,
  },
  {
    name: 'the same for Medicare is a visit of a new patient',
    lines: '99204',
    elements: 'moderate moderate moderate',
    mail: 'Payer: Medicare',
    note: `OFFICE CONSULTATION, new patient
Dear Dr. [NAME], thank you for asking me to see this patient for his reflux.
HISTORY: 72-year-old with heartburn in spite of omeprazole.
EXAM: Abdomen soft.
RESULTS: Endoscopy report reviewed. Manometry ordered. CBC normal.
IMPRESSION: Gastroesophageal reflux, not controlled on medication.
RECOMMENDATION: Discussed laparoscopic fundoplication. Increase omeprazole to 40 mg twice daily.`,
  },
  {
    name: 'consultation in hospital',
    lines: '99254',
    elements: 'moderate moderate moderate',
    mail: 'Payer: commercial',
    note: `INPATIENT CONSULTATION
REASON FOR CONSULTATION: Atrial fibrillation, requested by the orthopedic service.
HPI: 76-year-old, second day in hospital for a hip fracture, with palpitations since the morning.
EXAM: Irregular, rate 130.
DATA: ECG tracing personally reviewed: atrial fibrillation. TSH ordered. Potassium 3.4.
IMPRESSION: Atrial fibrillation, new, uncontrolled rate.
RECOMMENDATIONS: Start metoprolol 25 mg. Potassium chloride 40 mEq. Will follow.`,
  },
  {
    name: 'the same for Medicare is a first hospital visit',
    lines: '99222',
    elements: 'moderate moderate moderate',
    mail: 'Payer: Medicare',
    note: `INPATIENT CONSULTATION
REASON FOR CONSULTATION: Atrial fibrillation, requested by the orthopedic service.
HPI: 76-year-old, second day in hospital for a hip fracture, with palpitations since the morning.
EXAM: Irregular, rate 130.
DATA: ECG tracing personally reviewed: atrial fibrillation. TSH ordered. Potassium 3.4.
IMPRESSION: Atrial fibrillation, new, uncontrolled rate.
RECOMMENDATIONS: Start metoprolol 25 mg. Potassium chloride 40 mEq. Will follow.`,
  },
  {
    name: 'consultation in hospital, chosen by time',
    lines: '99255',
    by: 'time',
    mail: 'Payer: commercial',
    note: `INPATIENT CONSULTATION
REASON FOR CONSULTATION: Goals of care, requested by the hospitalist.
HPI: 88-year-old with dementia, in hospital for five days.
EXAM: Comfortable.
IMPRESSION: Dementia, progressive.
RECOMMENDATIONS: Family will think about hospice.
Total time on the unit and with the family on this date: 85 minutes.`,
  },
  {
    name: 'nursing facility, first visit',
    lines: '99305',
    elements: 'moderate straightforward moderate',
    note: `NURSING FACILITY VISIT, initial
HPI: 84-year-old admitted yesterday from hospital after heart failure.
EXAM: Trace edema, lungs clear.
ASSESSMENT: Heart failure, not at goal weight. Hypertension, stable.
PLAN: Furosemide increased to 60 mg. Daily weights.`,
  },
  {
    name: 'nursing facility, a small problem',
    lines: '99307',
    elements: 'straightforward straightforward straightforward',
    note: `NURSING HOME VISIT
HPI: Staff noticed dry skin of both shins.
EXAM: Scaling, no break.
ASSESSMENT: Dry skin.
PLAN: Moisturizer.`,
  },
  {
    name: 'nursing facility, a new infection',
    lines: '99308',
    elements: 'low straightforward moderate',
    note: `NURSING FACILITY VISIT
HPI: 79-year-old with burning on urination, no fever.
EXAM: Soft abdomen.
ASSESSMENT: Urinary tract infection.
PLAN: Nitrofurantoin 100 mg twice daily for five days.`,
  },
  {
    name: 'nursing facility, chosen by time',
    lines: '99310',
    by: 'time',
    note: `NURSING FACILITY VISIT
HPI: Family wishes to go over everything.
EXAM: Unchanged.
ASSESSMENT: Dementia, stable.
PLAN: No change.
Total time on this date: 46 minutes.`,
  },
  {
    name: 'nursing facility, last day',
    lines: '99316',
    by: 'time',
    note: `NURSING FACILITY DISCHARGE NOTE
HPI: Goes home with her son today.
EXAM: Walks with a cane.
PLAN: Home therapy and drugs arranged.
Time spent on the discharge: 35 minutes.`,
  },
  {
    name: 'at home, new',
    lines: '99344',
    elements: 'moderate straightforward moderate',
    note: `HOME VISIT, new patient
HPI: 90-year-old who cannot leave the house. Never been seen by us.
EXAM: BP 168/92. Feet swollen.
ASSESSMENT: Hypertension, uncontrolled. Heart failure, worse.
PLAN: Start furosemide 20 mg. Increase lisinopril to 20 mg.`,
  },
  {
    name: 'at home, known',
    lines: '99348',
    elements: 'low straightforward low',
    note: `HOUSE CALL
HPI: Follow up of shoulder pain in a bedbound man, known for years.
EXAM: Stiff, no redness.
ASSESSMENT: Shoulder pain.
PLAN: Physical therapy at home, acetaminophen.`,
  },
  {
    name: 'at home, chosen by time',
    lines: '99350',
    by: 'time',
    note: `HOME VISIT
HPI: Known patient, wife and home nurse present, all drugs gone through.
EXAM: Unchanged.
ASSESSMENT: Parkinson disease, stable.
PLAN: Continue levodopa 100 mg.
I spent 62 minutes in total on this date.`,
  },
  {
    name: 'by video',
    lines: '99214-95',
    elements: 'moderate straightforward moderate',
    note: `TELEHEALTH VISIT by video, established patient, who was at home
HPI: Follow up of depression, no better.
EXAM: Seen on screen, flat affect.
ASSESSMENT: Major depressive disorder, not improving.
PLAN: Increase sertraline to 100 mg.`,
  },
  {
    name: 'by telephone',
    lines: '99213-93',
    elements: 'low straightforward moderate',
    note: `TELEPHONE VISIT, audio only, established patient, who was at home
HPI: Burning with urination for a day, no fever.
EXAM: Not possible.
ASSESSMENT: Acute cystitis.
PLAN: Nitrofurantoin 100 mg twice daily prescribed.`,
  },
  {
    name: 'a letter',
    lines: '99204',
    elements: 'moderate moderate moderate',
    mail: 'Payer: Medicare',
    note: `Dear Dr. [NAME],

Thank you for referring this 66-year-old man, whom I saw as a new patient today for his right knee.

History: Pain for three years, now at every step, in spite of naproxen and two injections.

Examination: Varus knee, 5 to 95 degrees, crepitus.

X-rays of the knee were independently reviewed by me, images show bone on bone in the medial compartment.

Impression: Right knee osteoarthritis, end stage, worsening.

Plan: We discussed total knee arthroplasty, and he wishes to proceed. Surgery will be scheduled in May.`,
  },
];
