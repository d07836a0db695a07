import { describe, expect, test } from 'vitest';
import { readVisit, visitLabel, visitSettings } from '../../support/visit-notes.ts';

describe('a note that is no visit', () => {
  test.each([
    [
      'an operative note',
      'PREOPERATIVE DIAGNOSIS: Cholelithiasis.\nPOSTOPERATIVE DIAGNOSIS: Same.\nPROCEDURE: Laparoscopic cholecystectomy.\nANESTHESIA: General.\nDESCRIPTION OF PROCEDURE: The gallbladder was removed.\nPLAN: Home tomorrow.',
    ],
    [
      'an operative note with history, findings and plan',
      'OPERATIVE REPORT\nHISTORY: 54-year-old with a new mass.\nFINDINGS: Mass of the arm.\nANESTHESIA: Local.\nPROCEDURE IN DETAIL: The mass was excised.\nIMPRESSION: Lipoma.\nPLAN: Follow up in the office, total time 30 minutes.',
    ],
    ['a line of a letter', 'What is the modifier for bilateral tubes?'],
    [
      'a short procedure note',
      'Procedure: punch biopsy of the left arm. Anesthesia: lidocaine. Closed with one suture.',
    ],
  ])('%s', (_, note) => {
    expect(readVisit(note)).toBeUndefined();
  });
});

describe('a visit after an operation', () => {
  test.each([
    [
      'POSTOPERATIVE VISIT\nHPI: Two weeks after hernia repair.\nEXAM: Wound healed.\nASSESSMENT: Doing well.\nPLAN: No lifting.',
    ],
    [
      'Follow up visit.\nHPI: She is 10 days status post laparoscopic cholecystectomy.\nEXAM: Incisions clean.\nASSESSMENT: Wound infection.\nPLAN: Start cephalexin.',
    ],
    [
      'HOSPITAL PROGRESS NOTE. POD 2.\nSUBJECTIVE: Pain controlled.\nOBJECTIVE: Soft.\nASSESSMENT: Doing well.\nPLAN: Diet.',
    ],
  ])('belongs to the global period: %#', (note) => {
    const reading = readVisit(note);
    expect(visitLabel(reading)).toBe('99024 | global period');
    expect(reading?.place.evidence[0]?.quote).toBeTruthy();
  });

  test('is levelled when the problem is another one, and says what it needs', () => {
    const reading = readVisit(
      'Follow up visit, established patient.\nHPI: Three weeks after hernia repair. New knee pain, unrelated to the surgery.\nEXAM: Effusion.\nASSESSMENT: Knee pain.\nPLAN: Physical therapy.',
    );
    expect(visitLabel(reading)).toBe('99213 | decision making | low | straightforward | low');
    expect(reading?.notes.join(' ')).toContain('unrelated');
  });

  test('is levelled when the operation lies beyond any global period', () => {
    const reading = readVisit(
      'Follow up visit, established patient.\nHPI: Two years status post knee replacement.\nEXAM: Full motion.\nASSESSMENT: Knee pain.\nPLAN: Physical therapy.',
    );
    expect(visitLabel(reading)).toContain('99213');
  });
});

const followUp = (assessment: string, plan: string, more = '') =>
  `Follow up visit, established patient.\nHPI: As before.\n${more}EXAM: Unchanged.\nASSESSMENT: ${assessment}\nPLAN: ${plan}`;

describe('words that prove nothing', () => {
  test.each([
    ['the template of drug management', followUp('Dry skin.', 'Risk: moderate, prescription drug management.')],
    ['continued medications without a name', followUp('Dry skin.', 'Continue current medications.')],
    ['a list of drugs', followUp('Dry skin.', 'Moisturizer.', 'MEDICATIONS: lisinopril 10 mg, started 2019.\n')],
    ['consent words', followUp('Dry skin.', 'Risks and benefits were discussed.')],
    ['a refused thought', followUp('Dry skin.', 'No surgery planned. No need for hospital admission.')],
  ])('%s', (_, note) => {
    expect(visitLabel(readVisit(note))).toBe(
      '99212 | decision making | straightforward | straightforward | straightforward',
    );
  });

  test('the drug template is not counted, and asked about', () => {
    const reading = readVisit(followUp('Hypertension, stable.', 'Prescription drug management.'));
    expect(visitLabel(reading)).toContain('| low | straightforward | straightforward');
    expect(reading?.questions.map(({ id }) => id)).toContain('visit-risk');
  });

  test('a drug sold without prescription, with its dose', () => {
    expect(readVisit(followUp('Ankle sprain.', 'Take ibuprofen 400 mg.'))?.elements[2]?.level).toBe('low');
  });

  test('problems of the history and denied ones', () => {
    const note = followUp(
      'Ankle sprain. No fracture, no compartment syndrome.',
      'Brace.',
      'PAST HISTORY: Stroke, diabetes, hypertension.\n',
    );
    expect(readVisit(note)?.elements[0]?.level).toBe('low');
  });

  test('a test named twice, or ordered and reviewed', () => {
    const note = followUp('Ankle sprain.', 'CBC ordered. CBC reviewed, white count normal. Hemoglobin normal.');
    expect(readVisit(note)?.elements[1]).toMatchObject({ level: 'straightforward', because: 'test' });
  });

  test('a test interpreted here is not counted as a test again', () => {
    const note = followUp('Ankle sprain.', 'I personally reviewed the x-ray images. X-ray shows no fracture.');
    expect(readVisit(note)?.elements[1]).toMatchObject({ level: 'moderate', because: 'own interpretation of a test' });
  });

  test('talk with the patient or the family is no discussion outside', () => {
    expect(readVisit(followUp('Ankle sprain.', 'Discussed with the patient and his wife.'))?.elements[1]?.level).toBe(
      'straightforward',
    );
  });

  test('less than half an hour of critical care', () => {
    const reading = readVisit(
      'EMERGENCY DEPARTMENT NOTE\nHPI: Weak.\nEXAM: Pale.\nASSESSMENT: Dehydration.\nPLAN: IV fluids started. Critical care time was less than 30 minutes.',
    );
    expect(visitLabel(reading)).toContain('99284');
    expect(reading?.notes.join(' ')).toContain('29 minutes of critical care');
  });
});

test('minor and major surgery, with and without risk factors', () => {
  const risk = (plan: string) => readVisit(followUp('Gallstones.', plan))?.elements[2]?.level;
  expect(risk('Plan punch biopsy.')).toBe('low');
  expect(risk('Plan incision and drainage; diabetes increases the risk of infection.')).toBe('moderate');
  expect(risk('Discussed cholecystectomy, scheduled.')).toBe('moderate');
  expect(risk('Discussed cholecystectomy. Her cirrhosis gives her a high operative risk.')).toBe('high');
  expect(risk('Emergency cholecystectomy tonight.')).toBe('high');
  expect(risk('Family meeting: decision made for DNR and comfort care.')).toBe('high');
  expect(risk('IV morphine given.')).toBe('high');
});

test('the older rules are named for an older date', () => {
  const note = 'EMERGENCY DEPARTMENT NOTE\nHPI: Rash.\nEXAM: Papule.\nASSESSMENT: Insect bite.\nPLAN: Reassured.';
  expect(readVisit(note, visitSettings('commercial', '2022-05-01'))?.notes.join(' ')).toContain('2023-01-01');
  expect(readVisit(note)?.notes).toEqual([]);
});
