import type { VisitCase } from './visit-case.ts';

/** Visits in the office, by decisions and by time. */
export const OFFICE_CASES: readonly VisitCase[] = [
  {
    name: 'new, a harmless growth',
    lines: '99202',
    elements: 'straightforward straightforward straightforward',
    note: `DERMATOLOGY CLINIC NOTE
New patient.
CC: Bump under the left arm.
HPI: 34-year-old man noticed a soft bump in the armpit some months ago. It catches on clothing and does not bleed.
EXAM: 2 mm soft pedunculated papule, left axilla. No other lesion.
ASSESSMENT: Skin tag, benign.
PLAN: Reassured. No treatment is needed. Return if it changes.`,
  },
  {
    name: 'new, an injury without complication',
    lines: '99203',
    elements: 'low straightforward low',
    note: `NEW PATIENT VISIT - SPORTS MEDICINE
History of present illness: A 19-year-old soccer player inverted her right ankle two days ago and has walked with a limp since. She denies numbness.
Physical exam: Swelling over the lateral ligaments. No bony tenderness. Anterior drawer negative.
Assessment: Right ankle sprain, grade 1.
Plan: Lace-up brace, ice and elevation, ibuprofen 400 mg as needed. Physical therapy exercises were shown. Follow up as needed.`,
  },
  {
    name: 'new, a nodule of unknown nature, but little data and risk',
    lines: '99203',
    elements: 'moderate low low',
    note: `ENDOCRINE SURGERY CLINIC
NEW PATIENT
HPI: 55-year-old woman referred for a thyroid nodule found when her neck was imaged for something else. No dysphagia, no hoarseness.
PAST MEDICAL HISTORY: Migraine.
EXAM: 2 cm firm nodule of the right lobe, mobile. No adenopathy.
DATA: Ultrasound report reviewed: 2.1 cm solid nodule.
ASSESSMENT: Right thyroid nodule, new, uncertain prognosis.
PLAN: Check TSH. Fine needle aspiration is recommended and scheduled for next week.`,
  },
  {
    name: 'new, an operation decided',
    lines: '99204',
    elements: 'moderate low moderate',
    note: `GENERAL SURGERY OFFICE VISIT, new patient
CHIEF COMPLAINT: Right upper quadrant pain after meals.
HPI: 41-year-old woman with three months of pain after fatty meals, now weekly and worse. No jaundice or fever.
EXAM: Abdomen soft, mild tenderness under the right ribs, no Murphy sign.
RESULTS: Ultrasound reviewed: multiple gallstones, thin wall. LFTs reviewed, normal.
ASSESSMENT: Symptomatic gallstones with recurrent biliary colic, worsening.
PLAN: Discussed laparoscopic cholecystectomy, its risks and alternatives. She wishes to proceed; scheduled for next month.`,
  },
  {
    name: 'new, a leg in danger',
    lines: '99205',
    elements: 'high low high',
    note: `VASCULAR CLINIC NEW PATIENT
HPI: 70-year-old smoker, referred urgently. For two days the left foot has been cold and numb.
EXAM: Left foot pale and cool, no pedal pulses, sensation reduced.
DATA: Arterial Doppler ordered and reviewed: no flow below the knee. CT angiogram ordered.
ASSESSMENT: Acute limb ischemia, left leg, limb threatening.
PLAN: Direct admission. Heparin started. To the operating room urgently for embolectomy.`,
  },
  {
    name: 'new, chosen by time',
    lines: '99204',
    elements: 'low straightforward low',
    by: 'time',
    note: `NEW PATIENT OFFICE VISIT
HPI: 62-year-old with heel pain for six weeks and many questions about footwear, work and sport.
EXAM: Tender medial calcaneal tubercle.
ASSESSMENT: Plantar fasciitis.
PLAN: Stretching, heel cups, night splint.
I personally spent a total of 48 minutes on the date of this visit, reviewing outside information, examining and counseling.`,
  },
  {
    name: 'known, seen by the nurse',
    lines: '99211',
    note: `CLINIC VISIT
Nurse visit for blood pressure check. Established patient. The physician was in the suite.
EXAM: BP 132/78, pulse 70.
PLAN: Readings sent to the physician. Next check in four weeks.`,
  },
  {
    name: 'known, a common cold',
    lines: '99212',
    elements: 'straightforward straightforward straightforward',
    note: `S: Established patient, here for two days of runny nose and sneezing. No fever.
O: Afebrile. Throat clear. Lungs clear.
A: Viral URI.
P: Fluids and rest. Call if fever.`,
  },
  {
    name: 'known, one stable illness',
    lines: '99213',
    elements: 'low straightforward moderate',
    note: `PROGRESS NOTE - established patient
SUBJECTIVE: Returns for follow up of hypertension. No chest pain, no headache. Takes his tablets.
OBJECTIVE: BP 126/78. Heart regular.
LABS: Basic metabolic panel reviewed, normal.
ASSESSMENT: Hypertension, stable and at goal.
PLAN: Continue lisinopril 20 mg daily. Return in six months.`,
  },
  {
    name: 'known, two illnesses out of control',
    lines: '99214',
    elements: 'moderate straightforward moderate',
    note: `CHIEF COMPLAINT: , Diabetes and blood pressure.,HISTORY OF PRESENT ILLNESS: , The patient is a 62-year-old woman who returns for follow up.  She had a cholecystectomy in 2019.  Home sugars run 180 to 240.,MEDICATIONS: , Metformin, lisinopril.,PHYSICAL EXAMINATION: , Blood pressure 152/94.  Lungs clear.,ASSESSMENT:  ,1.  Type 2 diabetes, not at goal.,2.  Hypertension, uncontrolled.,PLAN:  ,Increase metformin to 1000 mg twice daily.  Start amlodipine 5 mg.  Recheck A1c in three months.`,
  },
  {
    name: 'known, an exacerbation',
    lines: '99214',
    elements: 'moderate low moderate',
    note: `PULMONARY CLINIC FOLLOW-UP
HPI: 68-year-old man, last seen in March, with three days of more cough and breathlessness. Denies chest pain.
EXAM: SpO2 93 percent. Diffuse wheeze.
ASSESSMENT AND PLAN: COPD exacerbation. Chest x-ray ordered, CBC ordered. Prednisone 40 mg daily for five days and doxycycline 100 mg twice daily. Continue tiotropium. Call if worse.`,
  },
  {
    name: 'known, sent on as an emergency',
    lines: '99215',
    elements: 'high high high',
    note: `CARDIOLOGY OFFICE VISIT, established patient
HPI: 71-year-old woman, well known to me, with chest pressure at rest since this morning.
EXAM: Diaphoretic, BP 98/60.
DATA: ECG tracing independently interpreted by me: new ST depression in the lateral leads. I discussed the case with Dr. [NAME], hospitalist.
ASSESSMENT: Unstable angina, threat to life.
PLAN: Aspirin given. Direct admission to the hospital by ambulance.`,
  },
  {
    name: 'known, chosen by time',
    lines: '99214',
    elements: 'low straightforward low',
    by: 'time',
    note: `OFFICE VISIT - ESTABLISHED PATIENT
HPI: Here for follow up of low back pain. Long talk about work and lifting.
EXAM: Paraspinal tenderness, normal strength.
ASSESSMENT: Back pain, improving.
PLAN: Physical therapy.
Total time on the date of the encounter: 34 minutes.`,
  },
  {
    name: 'known, prolonged, Medicare',
    lines: '99215 G2212',
    by: 'time',
    mail: 'Payer: Medicare',
    note: `GERIATRICS CLINIC, established patient
HPI: Daughter and patient came to review everything at home.
EXAM: Frail, gait slow.
ASSESSMENT: Dementia, stable. Hypertension, stable.
PLAN: Continue donepezil 10 mg. Home safety reviewed.
Total time spent by me on this date: 72 minutes.`,
  },
  {
    name: 'known, prolonged, another payer',
    lines: '99215 99417 x2',
    by: 'time',
    mail: 'Payer: commercial',
    note: `GERIATRICS CLINIC, established patient
HPI: Daughter and patient came to review everything at home.
EXAM: Frail, gait slow.
ASSESSMENT: Dementia, stable. Hypertension, stable.
PLAN: Continue donepezil 10 mg. Home safety reviewed.
Total time spent by me on this date: 1 hour and 12 minutes.`,
  },
  {
    name: 'after an operation',
    lines: '99024',
    by: 'global period',
    note: `POSTOPERATIVE VISIT
HPI: Two weeks status post right inguinal hernia repair by me. Mild soreness only.
EXAM: Incision clean and dry, no recurrence.
ASSESSMENT: Doing well after hernia repair.
PLAN: No lifting for four more weeks. Return as needed.`,
  },
  {
    name: 'an injection on the same day: the visit waits for its modifier',
    lines: '20610-RT',
    elements: 'moderate straightforward moderate',
    notBilled: ['99214'],
    note: `ORTHOPEDIC OFFICE VISIT, established patient
HPI: Right knee pain for years, worse over two months. Also asks about high blood pressure at home.
EXAM: Right knee effusion, crepitus. BP 160/95.
ASSESSMENT: Right knee osteoarthritis, worsening.
PLAN: Start meloxicam 15 mg daily. Discussed knee replacement at a later date.
PROCEDURE: Right knee joint injection. After consent the right knee was injected with 40 mg of triamcinolone through a lateral approach.`,
  },
];
