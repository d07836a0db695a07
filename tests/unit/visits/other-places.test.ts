import { expect, test } from 'vitest';
import { readVisit, visitLabel, visitSettings } from '../../support/visit-notes.ts';

/** Note -> code | what decided | problems | data | risk. Written for these tests. */
const BY_DECISION: readonly (readonly [string, string])[] = [
  [
    'HOSPITAL ADMISSION NOTE\nHPI: Red swollen leg.\nEXAM: Warm calf, afebrile.\nASSESSMENT: Cellulitis.\nPLAN: Observe overnight, acetaminophen.',
    '99221 | decision making | low | straightforward | low',
  ],
  [
    'Admission history and physical\nHPI: Cough and fever for four days.\nEXAM: Crackles right base.\nDATA: CBC reviewed. Metabolic panel reviewed. Chest x-ray shows an infiltrate.\nASSESSMENT: Community acquired pneumonia.\nPLAN: Start ceftriaxone and azithromycin.',
    '99222 | decision making | moderate | moderate | moderate',
  ],
  [
    'Admission history and physical\nHPI: Chest pressure since morning.\nEXAM: Diaphoretic.\nASSESSMENT: NSTEMI.\nPLAN: Admit to the cardiac unit, start heparin.',
    '99223 | decision making | high | straightforward | high',
  ],
  [
    'HOSPITAL PROGRESS NOTE. Hospital day 3.\nSUBJECTIVE: Feels better.\nOBJECTIVE: Afebrile.\nASSESSMENT: Cellulitis, improving.\nPLAN: Physical therapy.',
    '99231 | decision making | low | straightforward | low',
  ],
  [
    'HOSPITAL PROGRESS NOTE. Hospital day 2.\nSUBJECTIVE: Still short of breath.\nOBJECTIVE: Crackles.\nASSESSMENT: Heart failure, worsening. He was admitted for dyspnea.\nPLAN: Increase furosemide.',
    '99232 | decision making | moderate | straightforward | moderate',
  ],
  [
    'HOSPITAL PROGRESS NOTE. Hospital day 2.\nSUBJECTIVE: Confused overnight.\nOBJECTIVE: Pressure 80/40.\nASSESSMENT: Sepsis with acute kidney injury.\nPLAN: Transfer to the ICU.',
    '99233 | decision making | high | straightforward | high',
  ],
  [
    'OBSERVATION NOTE\nThe patient was admitted and discharged on the same date.\nHPI: Syncope at church.\nEXAM: Normal.\nASSESSMENT: Syncope, new problem with uncertain prognosis.\nPLAN: ECG normal, troponin negative, metabolic panel normal. Home.',
    '99235 | decision making | moderate | moderate | straightforward',
  ],
  [
    'EMERGENCY DEPARTMENT NOTE\nHPI: Tick bite, tick removed at home.\nEXAM: No rash.\nASSESSMENT: Tick bite.\nPLAN: Reassured.',
    '99282 | decision making | straightforward | straightforward | straightforward',
  ],
  [
    'EMERGENCY DEPARTMENT NOTE\nHPI: Rolled the ankle.\nEXAM: Swelling.\nMEDICAL DECISION MAKING: X-rays of the ankle ordered, negative. Ankle sprain.\nPLAN: Crutches.',
    '99283 | decision making | low | straightforward | low',
  ],
  [
    'EMERGENCY DEPARTMENT NOTE\nHPI: Belly pain and vomiting.\nEXAM: Tender left lower quadrant.\nMEDICAL DECISION MAKING: CBC, lipase and CT of the abdomen ordered and reviewed. Acute diverticulitis.\nPLAN: Prescribed augmentin.',
    '99284 | decision making | moderate | moderate | moderate',
  ],
  [
    'EMERGENCY DEPARTMENT NOTE\nHPI: Sudden weakness of the right arm.\nEXAM: Drift.\nMEDICAL DECISION MAKING: Acute stroke. I personally reviewed the CT images. Discussed with Dr. [NAME] of neurology.\nPLAN: Admit to the stroke unit.',
    '99285 | decision making | high | high | high',
  ],
  [
    'CONSULTATION. Reason for consultation: breast lump, requested by Dr. [NAME].\nEXAM: 2 cm mass.\nASSESSMENT: Breast mass, undiagnosed.\nPLAN: Discussed lumpectomy; she wishes to proceed.',
    '99244 | decision making | moderate | straightforward | moderate',
  ],
  [
    'INPATIENT CONSULTATION at the request of Dr. [NAME]. Hospital day 2.\nHPI: Right upper quadrant pain.\nEXAM: Murphy sign.\nASSESSMENT: Acute cholecystitis.\nPLAN: Recommend laparoscopic cholecystectomy tomorrow.',
    '99254 | decision making | moderate | straightforward | moderate',
  ],
  [
    'NURSING FACILITY VISIT\nHPI: Staff report a cough.\nEXAM: Clear lungs.\nASSESSMENT: COPD exacerbation.\nPLAN: Start prednisone 40 mg.',
    '99309 | decision making | moderate | straightforward | moderate',
  ],
  [
    'NURSING FACILITY VISIT, initial\nHPI: Arrives after hip surgery elsewhere last year.\nEXAM: Frail.\nASSESSMENT: Hypertension, stable. Dementia, stable.\nPLAN: Continue amlodipine.',
    '99305 | decision making | moderate | straightforward | moderate',
  ],
  [
    'HOME VISIT, established patient\nHPI: Leg swelling.\nEXAM: Edema.\nASSESSMENT: Heart failure, worsening.\nPLAN: Increase furosemide.',
    '99349 | decision making | moderate | straightforward | moderate',
  ],
];

test.each(BY_DECISION)('a visit elsewhere by decision making: %#', (note, label) => {
  expect(visitLabel(readVisit(note))).toBe(label);
});

const MINOR = 'HPI: Dry skin.\nEXAM: Mild scaling.\nASSESSMENT: Dry skin.\nPLAN: Moisturizer.\n';
const BY_TIME: readonly (readonly [string, number, string])[] = [
  ['HOSPITAL ADMISSION NOTE', 40, '99221'],
  ['HOSPITAL ADMISSION NOTE', 55, '99222'],
  ['HOSPITAL ADMISSION NOTE', 75, '99223'],
  ['HOSPITAL PROGRESS NOTE', 25, '99231'],
  ['HOSPITAL PROGRESS NOTE', 35, '99232'],
  ['HOSPITAL PROGRESS NOTE', 50, '99233'],
  ['OBSERVATION NOTE, same day admission and discharge', 70, '99235'],
  ['OBSERVATION NOTE, same day admission and discharge', 85, '99236'],
  ['EMERGENCY DEPARTMENT NOTE', 90, '99282'],
  ['OFFICE CONSULTATION', 30, '99243'],
  ['OFFICE CONSULTATION', 55, '99245'],
  ['INPATIENT CONSULTATION', 35, '99252'],
  ['INPATIENT CONSULTATION', 80, '99255'],
  ['NURSING FACILITY VISIT', 20, '99308'],
  ['NURSING FACILITY VISIT', 45, '99310'],
  ['NURSING FACILITY VISIT, initial', 50, '99306'],
  ['HOME VISIT, new patient', 75, '99345'],
  ['HOME VISIT', 60, '99350'],
];

test.each(BY_TIME)('a visit elsewhere by time: %s, %i minutes -> %s', (title, minutes, code) => {
  const reading = readVisit(`${title}\n${MINOR}Total time spent: ${minutes} minutes.`);
  expect(reading?.codes).toEqual([{ code, units: 1 }]);
});

test.each([
  ['', '99238'],
  ['Time spent on discharge: 30 minutes.', '99238'],
  ['More than 30 minutes were spent on the discharge.', '99239'],
  ['I spent 45 minutes on the discharge.', '99239'],
])('a discharge day: "%s" -> %s', (time, code) => {
  const note = `DISCHARGE SUMMARY\nHOSPITAL COURSE: Treated for pneumonia.\nEXAM: Clear.\nPLAN: Home. ${time}`;
  expect(readVisit(note)?.codes).toEqual([{ code, units: 1 }]);
});

test('a consultation is what the payer takes', () => {
  const inpatient =
    'INPATIENT CONSULTATION\nHPI: Pain.\nEXAM: Murphy sign.\nASSESSMENT: Acute cholecystitis.\nPLAN: Recommend cholecystectomy.';
  const office =
    'OFFICE CONSULTATION, new patient\nHPI: Lump.\nEXAM: 2 cm mass.\nASSESSMENT: Breast mass.\nPLAN: Recommend mastectomy.';
  expect(readVisit(inpatient)?.codes[0]?.code).toBe('99254');
  expect(readVisit(inpatient, visitSettings('medicare'))?.codes[0]?.code).toBe('99222');
  expect(readVisit(office)?.codes[0]?.code).toBe('99244');
  expect(readVisit(office, visitSettings('medicare'))?.codes[0]?.code).toBe('99204');
});

test.each([
  [20, 'commercial', '99285'],
  [30, 'commercial', '99291'],
  [74, 'commercial', '99291'],
  [75, 'commercial', '99291 99292'],
  [104, 'commercial', '99291 99292'],
  [105, 'commercial', '99291 99292 x2'],
  [103, 'medicare', '99291'],
  [104, 'medicare', '99291 99292'],
  [134, 'medicare', '99291 99292 x2'],
] as const)('critical care of %i minutes for %s -> %s', (minutes, payer, codes) => {
  const note = `EMERGENCY DEPARTMENT NOTE\nHPI: Found down.\nEXAM: Unresponsive.\nMEDICAL DECISION MAKING: Septic shock. Admit to the ICU.\nCritical care time: ${minutes} minutes, excluding procedures.`;
  expect(visitLabel(readVisit(note, visitSettings(payer))).split(' | ')[0]).toBe(codes);
});
