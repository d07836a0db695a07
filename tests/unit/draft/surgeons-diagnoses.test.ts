import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const codesOf = (diagnosis: string): string[] =>
  codeNote(`PREOP DX: ${diagnosis}\nPOSTOP DX: ${diagnosis}\nOPERATION: Operation.`, REAL_LIBRARY).ruled.diagnoses.map(
    ({ code }) => code,
  );

describe('a post-operative diagnosis', () => {
  it.each([
    ['CAD with unstable angina.', ['I25.110']],
    ['Rheumatic mitral stenosis, severe, with tricuspid regurgitation.', ['I08.1']],
    ['Dry gangrene of the left forefoot due to type 2 diabetes with peripheral arterial disease.', ['E11.52']],
    ['Varicose veins of right leg with pain.', ['I83.811']],
  ])('is one code where one code tells all of it: %s', (told, expected) => {
    expect(codesOf(told)).toEqual(expected);
  });

  it.each([
    ['Chronic cholecystitis without cholelithiasis.', 'K80'],
    ['Septic arthritis of the right knee.', 'M17'],
    ['Dupuytren contracture right hand.', 'M24'],
    ['Laceration R lower leg.', 'M89'],
    ['Tongue laceration.', 'K14'],
    ['The probe did not.', 'I96'],
    ['Pathology pending.', 'M84'],
    ['Symptomatic varicose veins, left leg, with great saphenous reflux.', 'K21'],
  ])('%s is none of %s', (told, category) => {
    expect(codesOf(told).filter((code) => code.startsWith(category))).toEqual([]);
  });

  it.each([
    ['Claudication, left leg.', ['I70.212']],
    ['Second degree burn of left hand.', ['T23.202A']],
    ['Femoroacetabular impingement, right hip.', ['M25.851']],
    ['Incarcerated left inguinal hernia.', ['K40.30']],
  ])('takes the code of its side: %s', (told, expected) => {
    expect(codesOf(told)).toEqual(expected);
  });

  it.each([
    ['Invasive ductal carcinoma of the right breast, upper outer quadrant.', ['C50.411']],
    ['Cancer of the left breast, upper inner quadrant, in a 61-year-old man.', ['C50.222']],
  ])('takes the breast of a man for men alone: %s', (told, expected) => {
    expect(codesOf(told)).toEqual(expected);
  });

  it.each([
    ['Morbid obesity with BMI of 47.', ['E66.01', 'Z68.42']],
    ['Morbid obesity, body mass index 52.3.', ['E66.01', 'Z68.43']],
    ['Morbid obesity.', ['E66.01']],
    ['Gallstones, BMI 47.', ['K80.20']],
  ])('puts the body mass behind obesity: %s', (told, expected) => {
    expect(codesOf(told)).toEqual(expected);
  });

  it('leaves out pain that a diagnosis beside it explains', () => {
    expect(codesOf('Failed back surgery syndrome with bilateral leg pain.')).toEqual(['M96.1']);
    expect(codesOf('Left leg pain.')).toEqual(['M79.605']);
  });
});
