import type { Cue } from '../model/code-record.ts';

/** Drugs that need a prescription, by the endings and names of common classes. */
const PRESCRIPTION_DRUG =
  '(*cillin|*mycin|*floxacin|*cycline|*azole|*statin|*nopril|*mipril|*topril|*lapril|*azepril|*sartan|*olol|*dipine|*prazole|*gliptin|*gliflozin|*glutide|*mab|*tinib|*oxetine|*triptan|*setron|*sone|*solone|*caine patch|ceph*|cef*|augmentin|keflex|bactrim|nitrofurantoin|metformin|insulin|glipizide|lantus|levothyroxine|warfarin|eliquis|apixaban|xarelto|rivaroxaban|heparin|enoxaparin|lovenox|clopidogrel|furosemide|lasix|hydrochlorothiazide|spironolactone|gabapentin|pregabalin|sertraline|citalopram|escitalopram|bupropion|duloxetine|trazodone|albuterol|inhaler|montelukast|meloxicam|naproxen|celecoxib|diclofenac|tramadol|oxycodone|hydrocodone|norco|cyclobenzaprine|methocarbamol|ondansetron|zofran|vancomycin|zosyn|ceftriaxone|acyclovir|valacyclovir|methotrexate|amiodarone|lithium|tamsulosin|finasteride|allopurinol|colchicine|latanoprost|timolol|tretinoin|clobetasol|mupirocin|lidocaine patch|tenecteplase|alteplase|tpa|norepinephrine|levophed|digoxin|donepezil|levodopa|hydroxychloroquine|azathioprine|tacrolimus|mycophenolate|budesonide|tiotropium|fluticasone|salmeterol|ipratropium|benzonatate|famotidine|sucralfate|mesalamine|metronidazole|flagyl|triamcinolone|kenalog|ketorolac|toradol|dexamethasone|baclofen|tizanidine|carbamazepine|levetiracetam|keppra|topiramate|valpro*|lamotrigine|quetiapine|aripiprazole|olanzapine|risperidone|buspirone|mirtazapine|venlafaxine|amitriptyline|nortriptyline|zolpidem|lorazepam|alprazolam|clonazepam|testosterone|estradiol|progesterone|tamoxifen|anastrozole|letrozole|steroid*|antibiotic*|diuretic*|antihypertensive*|anticoagula*|antidepressant*|beta blocker|iv fluids|potassium chloride|morphine)';

const DRUG_ACT =
  '(start*|begin|began|prescrib*|prescription for|rx|continu*|increas*|decreas*|reduc*|stop*|discontinu*|refill*|renew*|switch*|chang*|adjust*|taper*|hold|held|resum*|titrat*|add|added|given|gave|received|administer*|initiat*|treat*)';

/** Managing a drug is an act on a named drug; the words "prescription drug management" alone prove nothing. */
export const DRUG_MANAGEMENT: readonly Cue[] = [
  `${PRESCRIPTION_DRUG} .. (*mg|*mcg|daily|twice|bid|tid|qid|nightly|every|units|puffs|tablets|prn)`,
  `${DRUG_ACT} .. ${PRESCRIPTION_DRUG}`,
  `${PRESCRIPTION_DRUG} .. (increased|decreased|continued|refilled|renewed|stopped|started|prescribed|was given|adjusted|discontinued|resumed|held|tapered)`,
];

/** A drug told by its dose only; one sold without prescription is not meant. */
export const DOSED_DRUG: readonly Cue[] = [`${DRUG_ACT} .. (*mg|*mcg)`];

/** The template's words, which only a drug of the same note could fill. */
export const DRUG_TEMPLATE: readonly Cue[] = [
  '(prescription drug|prescription|medication|drug) management',
  '(continue|refill*) (current|home|all)? (medications|meds)',
];

/** Bought without a prescription, also when a dose stands beside it. */
export const OVER_THE_COUNTER: readonly Cue[] = [
  '(over the counter|otc)',
  '(acetaminophen|tylenol|paracetamol|loratadine|cetirizine|claritin|zyrtec|antacid*|tums|vitamin*|zinc oxide|clotrimazole cream)',
  '(ibuprofen|advil|aspirin) (200|400|81)?',
];

export const SMALL_CARE: readonly Cue[] = [
  '(physical therapy|occupational therapy|splint|brace|crutches|orthotic*|heel cups|boot)',
  '(ice and elevation|rest and ice|rice protocol|stretching)',
];

const CHOOSING =
  '(schedul*|proceed*|plan*|recommend*|elect*|decision|decided|discuss*|will undergo|offered|consent*|needs|wishes|wants|book*|candidate|consider*|take|taken|taking|go|declin*)';

/** Operations as they are named; in a plan the name alone tells that one is planned. */
export const MAJOR =
  '(surgery|surgical repair|operation|operative (fixation|repair)|arthroplasty|joint replacement|hip replacement|knee replacement|*ectomy|fusion|orif|open reduction|hernia repair|herniorrhaphy|bypass|resection|endarterectomy|reconstruction|rotator cuff repair|laparotomy|craniotomy|amputation|thoracotomy|aneurysm repair|operating room)';

export const MINOR =
  '(joint injection|steroid injection|corticosteroid injection|injection of|punch biopsy|shave biopsy|skin biopsy|excision of (the )?(lesion|cyst|lipoma|mole)|incision and drainage|toenail removal|nail avulsion|cryotherapy|laceration repair|trigger point|aspiration of|minor (surgery|procedure)|vasectomy|fna|fine needle|needle biopsy|core biopsy|trigger finger release|colonoscopy)';

export const EMERGENCY_SURGERY: readonly Cue[] = [
  '(emergency|emergent|emergently|urgent) .. (surgery|operation|laparotomy|laparoscopy|exploration|*ectomy|craniotomy|operating room|fasciotomy|amputation|or)',
  '(to the operating room|to the or) .. (emergently|immediately|urgently|now)',
];

export const MAJOR_SURGERY: readonly Cue[] = [
  `${CHOOSING} .. ${MAJOR}`,
  `${MAJOR} .. (scheduled|planned|recommended|discussed|offered|declined|considered)`,
];

export const MINOR_SURGERY: readonly Cue[] = [
  `${CHOOSING} .. ${MINOR}`,
  `${MINOR} .. (scheduled|planned|recommended|discussed|offered|declined|considered)`,
];

/** Risk of this patient or of this operation; "risks and benefits discussed" is consent, not a risk factor. */
export const RISK_FACTORS: readonly Cue[] = [
  '(patient|identified|surgical|operative|cardiac|procedure) risk factor*',
  '(increased|increases|higher|high|elevated|raises) .. (surgical|operative|perioperative|cardiac|anesthe*|bleeding|infection|wound|complication) .. risk*',
  '(increased|higher|high|elevated|raised|increases|raises) (the|his|her)? (surgical|operative|perioperative|bleeding|infection|cardiac)? risk*',
  '(hold|stop|bridge) .. (warfarin|anticoag*|eliquis|apixaban|xarelto|clopidogrel) .. (before|prior|perioperat*)',
];

/** Hospital care begun, or weighed and left; inside a stay its beginning is told, not decided. */
export const ADMISSION: readonly Cue[] = [
  '(admit|admitting) (her|him|patient|the patient)? (to|for|under)',
  '(will admit|will be admitted|be admitted|direct admission|decision to admit)',
  '(was|is|patient) admitted (to|for)',
  'admitted (to|under) .. (icu|intensive care|hospital|floor|ward|unit|service|medicine|surgery|telemetry|observation|cardiology)',
  '(recommend*|consider*|discuss*|offer*|declin*|decision|need*|warrant*|require*) .. (admission|hospitalization|hospitalize)',
  '(admission|hospitalization) .. (considered|discussed|offered|declined|recommended|weighed)',
  '(place in observation|placed in observation|hospitalize)',
];

export const ESCALATION: readonly Cue[] = [
  '(transfer*|upgrade*|escalat*|move*) .. (icu|picu|intensive care|step down|higher level|tertiary|trauma center)',
  'consulted to (picu|icu)',
];

export const END_OF_LIFE: readonly Cue[] = [
  '(decision|decided|elect*|discuss*|wish*|agree*|chang*|transition*|made|now|goals of care) .. (dnr|do not resuscitate|comfort care|comfort measures|hospice|withdraw*)',
];

export const TOXIC_DRUG_MONITORING: readonly Cue[] = [
  '(methotrexate|amiodarone|lithium|vancomycin|gentamicin|chemotherapy|clozapine|digoxin|cyclosporine|tacrolimus|azathioprine|mycophenolate|isotretinoin|adalimumab) .. (toxicity|trough|level|levels|monitor*|cytopenia)',
  '(monitor*|check*|level|trough|screen*) .. (toxicity|methotrexate|amiodarone|lithium|vancomycin|gentamicin|chemotherapy|clozapine|tacrolimus|cyclosporine)',
];

export const PARENTERAL_OPIOID: readonly Cue[] = [
  '(iv|intravenous|parenteral|intramuscular|im|pca) .. (morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|meperidine|opioid*)',
  '(morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|meperidine) .. (iv|intravenous|intravenously|im|intramuscular|pca)',
];

/** Circumstances that bind the hands of the author: named together with what they prevent. */
export const SOCIAL_LIMITS: readonly Cue[] = [
  '(cannot|can not|unable to|could not) afford',
  '(homeless*|unhoused|shelter|food insecurity|housing|transportation|uninsured|no insurance) .. (limit*|prevent*|unable|cannot|because|complicat*|barrier|so|therefore|interfer*|significant*)',
  '(limited|complicated|prevented) .. (homeless*|housing|transportation|insurance|poverty|food insecurity)',
];
