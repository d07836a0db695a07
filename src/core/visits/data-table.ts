import type { Cue } from '../model/code-record.ts';

/** Tests as they are ordered: one entry is one test however often the note names it. */
export const TESTS: readonly Cue[] = [
  '(cbc|complete blood count|white count|white blood cell*|wbc|hemoglobin|platelet*|hematocrit)',
  '(bmp|cmp|basic metabolic panel|comprehensive metabolic panel|metabolic panel|electrolytes|sodium|potassium|creatinine|glucose|chemistr*)',
  '(a1c|hba1c|hemoglobin a1c)',
  '(tsh|thyroid function)',
  '(lipid panel|lipids|cholesterol panel)',
  '(urinalysis|ua)',
  'urine culture',
  'blood cultures?',
  '(wound culture|throat culture)',
  'troponin*',
  '(bnp|probnp)',
  '(d dimer|dimer)',
  '(lactate|lactic acid)',
  'lipase',
  '(lfts|liver function|liver enzymes|hepatic panel)',
  '(inr|pt inr|coags|coagulation)',
  '(esr|sed rate)',
  '(crp|c reactive protein)',
  '(rheumatoid factor|ana)',
  'psa',
  '(hcg|pregnancy test)',
  '(strep test|rapid strep)',
  '(flu swab|influenza test|covid test|covid swab)',
  '(rsv|respiratory panel)',
  '(abg|blood gas|i stat)',
  '(ekg|ecg|electrocardiogram)',
  '(chest x ray|cxr|chest radiograph)',
  '(x rays?|radiographs?|films?)',
  '(ct|cat scan|cta) (scan )?(of )?(the )?(head|brain)',
  '(ct|cat scan|cta) (scan )?(of )?(the )?(chest|lung|angiogram)',
  '(ct|cat scan) (scan )?(of )?(the )?(abdomen|pelvis|abdomen and pelvis)',
  '(ct scan|ct)',
  'mri',
  '(ultrasound|sonogram|doppler)',
  '(echocardiogram|echo)',
  '(stress test|nuclear stress)',
  '(mammogram|mammography)',
  '(dexa|bone density)',
  '(eeg|emg|nerve conduction)',
  '(spirometry|pulmonary function|pfts)',
  '(vancomycin|lithium|digoxin|tacrolimus) (level|trough)',
  '(pathology|biopsy) report',
  '(egd|upper endoscopy|endoscopy)',
  'colonoscopy',
  'manometry',
  '(ph study|ph probe|ph testing)',
  '(swallow study|barium swallow|esophagram)',
  '(hida|gastric emptying|bone scan|pet|pet ct|thyroid uptake)',
  '(sleep study|polysomnogram)',
  '(holter|event monitor|loop recorder)',
  '(audiogram|tympanogram|urodynamics|cystoscopy report|visual field*|oct)',
  '(angiogram|venogram|cath report|catheterization report)',
  '(magnesium|phosphorus|ammonia|cortisol|ferritin|iron studies|b12|vitamin d|uric acid)',
  '(drug screen|toxicology)',
  '(hepatitis panel|hiv|syphilis|rpr|gonorrhea|chlamydia)',
];

/** A test counts when the author orders it or looks at its result. */
export const TEST_ACTS: readonly Cue[] = [
  '(order*|obtain*|sent|send|check|checked|checking|get|repeat*|will get|draw|drawn|requested)',
  '(review*|show*|reveal*|demonstrat*|result*|normal|negative|positive|elevated|unremarkable|remarkable|pending|noted|trend*)',
];

/** In results a number is enough: `sodium 138`. */
export const RESULT_NUMBER = /\b(of |was |is |at |: ?)?\d+(\.\d+)?\b/;

export const EXTERNAL_NOTES: readonly Cue[] = [
  'review* .. (outside|external|referring|transfer|emergency department|primary care|cardiology|oncology|neurology|hospital discharge|previous hospital|pcp) .. (record|records|note|notes|letter|summary)',
  '(outside|external) .. (record|records|notes|summary) .. review*',
  'review* .. discharge summary',
  'review of (previous|outside|external) (medical )?records',
];

export const INDEPENDENT_HISTORIAN: readonly Cue[] = [
  '(history|information|hpi) .. (obtained|provided|given|supplemented|supplied|confirmed|corroborated|comes) .. (mother|father|parent|parents|grandmother|daughter|son|wife|husband|spouse|partner|caregiver|guardian|family|ems|paramedics|sister|brother|nursing home staff)',
  'independent historian',
  '(mother|father|parent|daughter|son|wife|husband|spouse|caregiver|guardian|ems) .. (provid*|gave|gives|supplied|report*) .. (history|information)',
];

/** The author's own look at a test that another one interprets. */
export const OWN_INTERPRETATION: readonly Cue[] = [
  '(independently|personally) .. (review*|interpret*|viewed|read|visualized|looked) .. (image|images|imaging|film|films|x ray|x rays|ct|mri|ecg|ekg|tracing|scan|ultrasound|radiographs|radiograph)',
  '(independent|my own|my) (interpretation|read|reading|review) .. (image|images|imaging|film|films|x ray|x rays|ct|mri|ecg|ekg|tracing|scan|ultrasound|radiographs|radiograph)',
  '(image|images|imaging|film|films|x ray|x rays|ct|mri|ecg|ekg|tracing|scan|ultrasound|radiographs) .. (independently|personally) (review*|interpret*|viewed|read|visualized)',
  '(ct|mri|x ray|x rays|ecg|ekg|films?|images) .. (by my|on my|my) (own )?(independent )?(interpretation|read|reading|review)',
];

export const DISCUSSED_OUTSIDE: readonly Cue[] = [
  '(discussed|spoke|conferred|reviewed the case|talked|d w) .. with .. (dr|cardiolog*|neurolog*|neurosurg*|hospitalist|surgeon|surgery|radiologist|orthop*|oncolog*|infectious disease|intensivist|picu|icu|pediatrician|gastroenterolog*|nephrolog*|urolog*|pulmonolog*|pcp|primary care|psychiatr*|case manager|social worker|teacher|school nurse)',
  '(cardiolog*|neurosurgery|surgery|orthop*|intensivist|hospitalist) .. (consulted by phone|called and agrees|called and recommended)',
  'consulted (to|with) .. (hospitalist|picu|icu|cardiolog*|surgery|orthop*|neurosurg*)',
];
