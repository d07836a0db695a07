import type { VisitCase } from './visit-case.ts';

/** Notes as they are dictated: letters, run-on headings, long histories full of operations that nobody did that day. */
export const DICTATED_CASES: readonly VisitCase[] = [
  {
    name: 'an ENT follow-up with a long surgical history',
    lines: '99213',
    note: `SUBJECTIVE:,  This is a 47-year-old established patient who comes in for followup of his sinuses.  He had septoplasty and bilateral ethmoidectomy in 2018 and a tonsillectomy as a child.  He has had clear drainage for a week, no fever.,PAST SURGICAL HISTORY:,  Septoplasty, ethmoidectomy, tonsillectomy, appendectomy.,OBJECTIVE:,  Nasal mucosa pale.  Middle meatus open.  No polyps.,ASSESSMENT:,  Allergic rhinitis.,PLAN:,  Continue fluticasone 2 sprays daily.  Return in six months.`,
  },
  {
    name: 'a breast surgeon sees a new lump',
    lines: '99203',
    note: `BREAST CLINIC - NEW PATIENT
REASON FOR VISIT: Right breast lump.
HPI: 44-year-old woman referred by her gynecologist. She felt a lump in the shower two weeks ago. Prior left breast biopsy in 2015, benign.
EXAM: 1.5 cm firm mobile mass, right upper outer quadrant. Axilla clear.
IMAGING: Mammogram and ultrasound reports reviewed: BI-RADS 4 mass.
IMPRESSION: Right breast mass, suspicious.
RECOMMENDATION: Core needle biopsy under ultrasound is scheduled for Thursday.`,
  },
  {
    name: 'a spine surgeon decides to operate',
    lines: '99204',
    note: `NEUROSURGERY NEW PATIENT CONSULTATION
Dear Dr. [NAME]: I saw your patient in the office today.
HISTORY OF PRESENT ILLNESS: 59-year-old with a year of left arm pain, worse for two months despite physical therapy, gabapentin and two epidural injections.
PAST SURGICAL HISTORY: L4-5 laminectomy 2012, carpal tunnel release.
EXAMINATION: Left triceps 4/5, absent triceps reflex.
IMAGING: The MRI was personally reviewed, images show a C6-7 disc herniation with root compression.
IMPRESSION: C7 radiculopathy from a herniated disc, progressive, failed conservative care.
PLAN: I recommend anterior cervical discectomy and fusion at C6-7. Risks were discussed, she wishes to proceed. Surgery will be scheduled.`,
  },
  {
    name: 'the emergency physician admits appendicitis',
    lines: '99285',
    note: `EMERGENCY DEPARTMENT PHYSICIAN NOTE
CHIEF COMPLAINT: Belly pain.
HPI: 24-year-old man with 18 hours of pain that moved to the right lower quadrant. Vomited twice.
PE: Guarding in the right lower quadrant.
LABS: WBC 16.2, BMP normal, urinalysis negative.
IMAGING: CT abdomen and pelvis independently interpreted by me: dilated appendix with a fecalith.
MDM: Acute appendicitis. Discussed with Dr. [NAME], surgery, who will take him to the operating room urgently. Ceftriaxone and metronidazole given. Morphine 4 mg IV given.
DISPOSITION: Admitted to surgery.`,
  },
  {
    name: 'the surgeon consulted for it, commercial',
    lines: '99253',
    mail: 'Payer: Aetna',
    note: `INPATIENT SURGICAL CONSULTATION
REQUESTED BY: Hospitalist.
REASON FOR CONSULTATION: Gallstones on ultrasound.
HISTORY: 61-year-old in hospital for pneumonia. Gallstones were seen by chance. No pain after meals.
PAST SURGICAL HISTORY: Hysterectomy, knee arthroscopy.
EXAM: Abdomen soft, not tender.
DATA: Ultrasound report reviewed. LFTs reviewed, normal.
IMPRESSION: Gallstones, asymptomatic.
RECOMMENDATION: No operation now. Low fat diet. Call if pain.`,
  },
  {
    name: 'rounds after somebody else’s operation',
    lines: '99232',
    note: `HOSPITAL PROGRESS NOTE - MEDICINE
HD 2.
S: No chest pain. Ate breakfast.
O: BP 168/90, lungs clear, hip dressing dry.
LABS: Creatinine 1.3, hemoglobin 9.8.
A/P: 1. Hypertension, not at goal: increase amlodipine to 10 mg. 2. Type 2 diabetes, stable: continue insulin glargine. 3. Hip fracture, per orthopedics.`,
  },
  {
    name: 'a cast clinic visit in the global period',
    lines: '99024',
    note: `ORTHOPEDIC CLINIC
Postoperative visit, 6 weeks status post ORIF of the left ankle by me.
HPI: No pain. Walks with a boot.
EXAM: Wounds healed.
X-RAYS: Three views of the ankle show healing.
ASSESSMENT: Healing ankle fracture.
PLAN: Weight bearing as tolerated. Return in six weeks.`,
  },
  {
    name: 'a patient long after his operation',
    lines: '99213',
    note: `ORTHOPEDIC OFFICE VISIT
Established patient.
HPI: Returns two years after left total hip arthroplasty. Now the right shoulder hurts on lifting.
EXAM: Right shoulder: painful arc. Hip moves freely.
ASSESSMENT: Right shoulder impingement.
PLAN: Physical therapy. Naproxen 500 mg twice daily.`,
  },
  {
    name: 'urology, watchful waiting',
    lines: '99214',
    note: `UROLOGY FOLLOW UP
HISTORY: 70-year-old man, last seen a year ago, with low-grade prostate cancer under surveillance and BPH. Nocturia three times, worse than last year. TURP was discussed before.
EXAM: Prostate 40 g, smooth.
LABS: PSA reviewed 5.1, testosterone reviewed.
ASSESSMENT: 1. Prostate cancer, stable. 2. BPH with lower urinary tract symptoms, worse.
PLAN: Start tamsulosin 0.4 mg. MRI of the prostate ordered. Repeat PSA in six months.`,
  },
  {
    name: 'a psychiatrist’s follow-up',
    lines: '99214',
    note: `PSYCHIATRY PROGRESS NOTE, outpatient, established patient
S: Feels flat on the present dose, sleeps six hours. Denies suicidal ideation.
O: Affect restricted. Thought linear.
A: Bipolar disorder, depressed, not at goal.
P: Increase lamotrigine to 150 mg. Continue quetiapine 100 mg at night. Return in four weeks.`,
  },
  {
    name: 'a pediatric ear',
    lines: '99213',
    note: `PEDIATRIC CLINIC VISIT
CC: Ear pain. Known patient of the practice.
HPI: 4-year-old girl with ear pain since last night, history given by her mother.
EXAM: Right drum red and bulging.
A: Acute otitis media, right.
P: Amoxicillin 400 mg twice daily for ten days.`,
  },
  {
    name: 'a baby with bronchiolitis sent home from the ED',
    lines: '99284',
    note: `ED NOTE
CC: Trouble breathing.
HPI: 5-month-old with two days of cough and congestion. History obtained from the mother.
PE: Mild retractions, wheeze. SpO2 96 percent.
ED COURSE: RSV swab positive. Chest x-ray ordered, no infiltrate on report. One albuterol nebulizer treatment given, no change; suctioned.
MDM: Bronchiolitis with respiratory distress ruled out; dehydration, mild. Admission was considered; she feeds well and the mother is at ease.
DISPOSITION: Home, recheck tomorrow.`,
  },
  {
    name: 'dermatology, a biopsy at the same visit',
    lines: '11102',
    notBilled: ['99203'],
    note: `DERMATOLOGY NEW PATIENT VISIT
HPI: New patient with a growth on the nose for six months that bleeds.
EXAM: 6 mm pearly papule, left ala.
ASSESSMENT: Neoplasm of the nose, suspicious for basal cell carcinoma.
PLAN: Biopsy today.
PROCEDURE: Shave biopsy of the left nasal ala. After consent, under local anesthesia, a tangential shave biopsy was taken with a blade. Hemostasis with aluminum chloride.`,
  },
  {
    name: 'a joint injection without any other work',
    lines: '20610-RT',
    notBilled: ['99212'],
    note: `ORTHOPEDIC OFFICE NOTE, established patient
HPI: Here for her second scheduled right knee injection.
EXAM: No redness of the right knee.
ASSESSMENT: Right knee osteoarthritis.
PLAN: Return as needed.
PROCEDURE: Right knee injection. Under sterile technique the right knee joint was injected with 80 mg of methylprednisolone.`,
  },
  {
    name: 'observation, second day',
    lines: '99231',
    note: `OBSERVATION PROGRESS NOTE
Hospital day 2.
S: No more dizziness.
O: Normal gait.
A: Vertigo, resolved.
P: Home after breakfast.`,
  },
  {
    name: 'an oncologist by time',
    lines: '99215',
    by: 'time',
    note: `ONCOLOGY CLINIC, established patient
HPI: Talks about stopping treatment. Husband present.
EXAM: Thin, comfortable.
ASSESSMENT: Metastatic colon cancer, stable on the last scan.
PLAN: She will think it over.
I spent 45 minutes on the day of this encounter in face-to-face and non-face-to-face work.`,
  },
  {
    name: 'a wellness visit is not levelled',
    lines: '',
    note: `ANNUAL WELLNESS VISIT
HPI: 67-year-old here for the yearly visit, no complaints.
EXAM: Normal.
ASSESSMENT: Healthy adult.
PLAN: Colonoscopy is due, referral placed. Vaccines up to date.`,
  },
  {
    name: 'an admission for a hip fracture by the hospitalist',
    lines: '99223',
    mail: 'Payer: UnitedHealthcare',
    note: `HISTORY AND PHYSICAL - HOSPITAL MEDICINE, admitted from the emergency department
CC: Fall.
HPI: 83-year-old woman fell at home, right hip pain. On apixaban for atrial fibrillation.
PMH: Atrial fibrillation, CKD.
EXAM: Right leg short and turned out.
LABS: Hemoglobin 10.2, creatinine 1.9, INR 1.2.
ECG personally reviewed, tracing shows atrial fibrillation.
ASSESSMENT: Displaced right femoral neck fracture. Acute kidney injury. Atrial fibrillation.
PLAN: Hold apixaban before surgery. Orthopedics will operate tomorrow; high surgical risk discussed with the family. IV morphine for pain. Fluids.`,
  },
  {
    name: 'an eye surgeon, cataract',
    lines: '99204',
    mail: 'Medicare',
    note: `OPHTHALMOLOGY NEW PATIENT EVALUATION
CC: Blurry vision.
HPI: 72-year-old referred for cataract evaluation. Glare at night, cannot read signs. Worse this year.
EXAM: 3+ nuclear sclerosis both eyes, best corrected 20/70.
IMPRESSION: Visually significant cataract, both eyes, progressive.
PLAN: Discussed cataract surgery with lens implant, right eye first. She wants to go ahead and surgery was scheduled.`,
  },
  {
    name: 'a wound check by the nurse practitioner at home',
    lines: '99348',
    note: `HOME VISIT, established patient
HPI: Bedbound man with a pressure ulcer of the heel.
EXAM: 2 cm clean ulcer, smaller than last week.
ASSESSMENT: Pressure ulcer of the heel, improving.
PLAN: Continue foam dressing. Heel boot.`,
  },
  {
    name: 'nursing facility, sick',
    lines: '99309',
    note: `SKILLED NURSING FACILITY VISIT
HPI: 82-year-old with cough and low fever since yesterday.
EXAM: T 38.1, crackles left base.
DATA: Chest x-ray ordered. CBC ordered. BMP ordered.
ASSESSMENT: Pneumonia.
PLAN: Levofloxacin 500 mg daily. Call if worse.`,
  },
  {
    name: 'a gynecologist discusses hysterectomy with a known patient',
    lines: '99214',
    note: `GYN OFFICE VISIT - established
HPI: 45-year-old G2P2, here for follow up of heavy bleeding. D&C in 2021 and endometrial ablation in 2022 failed.
EXAM: Uterus 12 weeks size, mobile.
ASSESSMENT: Symptomatic fibroids with menorrhagia, failed ablation.
PLAN: Options were discussed. She elects total laparoscopic hysterectomy; to be scheduled.`,
  },
];
