import { expect, test } from 'vitest';
import { deidentify } from '../../../src/core/deidentify/deidentify.ts';
import { isoDate } from '../../../src/core/model/ids.ts';

const factsOf = (text: string, receivedOn?: string) => {
  const date = receivedOn === undefined ? undefined : isoDate(receivedOn);
  return deidentify(text, date === undefined ? {} : { receivedOn: date }).facts;
};

test.each([
  ['DATE OF PROCEDURE: 03/14/2025', '2025-03-14'],
  ['DATE OF SURGERY:  ,March 14, 2025', '2025-03-14'],
  ['Date of Operation\n14-Mar-2025', '2025-03-14'],
  ['DOS 3/14/25', '2025-03-14'],
  ['Procedure date: 2025-03-14', '2025-03-14'],
  ['Date: 3/14/2025\nPROCEDURE: Cystoscopy', '2025-03-14'],
  ['Admitted 3/10/2025. Date of service: 3/14/2025', '2025-03-14'],
  ['She was taken to the operating room on 03/14/2025.', '2025-03-14'],
])('reads the date of service from %j', (text, wanted) => {
  expect(factsOf(text).dateOfService).toBe(wanted);
});

test('a day without a year, or with two digits of one, lies before the mail came', () => {
  expect(factsOf('DOS: 12/30', '2025-01-04').dateOfService).toBe('2024-12-30');
  expect(factsOf('DOB: 7/4/61 DOS: 1/2/25', '2025-01-04').ageYears).toBe(63);
});

test.each([
  ['This is a 57-year-old woman', 57],
  ['a 2-month-old boy', 0],
  ['an 18 month old girl', 1],
  ['a fifty-seven-year-old man', 57],
  ['Patient, 37, desires a vasectomy', 37],
  ['63 y/o WF', 63],
  ['57M with stones', 57],
  ['A 4F single lumen was threaded', undefined],
  ['the 6F micropuncture sheath', undefined],
  ['Newborn male, circumcision', 0],
  ['a toddler with a coin in the esophagus', 2],
  ['an 11-1/2-year-old boy', 11],
  ['a 7 1/2-month-old boy', 0],
  ['AGE: 41', 41],
  ['tonsils and adenoids, patient under age 12, today', 11],
  ['DOB: 07/04/1961  DATE OF SURGERY: 07/03/2025', 63],
  ['a 97-year-old lady', 90],
  ['born to a 28-year-old mother', undefined],
  ['a 4-year-old tear of the cuff was seen 2 years ago', 4],
])('reads the age from %j', (text, wanted) => {
  expect(factsOf(text).ageYears).toBe(wanted);
});

test.each([
  ['a 57-year-old black female with renal failure', 'female'],
  ['a 12-year-old boy', 'male'],
  ['SEX: F', 'female'],
  ['57M with stones', 'male'],
  ['The patient tolerated it. She was extubated; her vitals were stable.', 'female'],
  ['She brought her son; he has tonsillitis.', undefined],
  ['The knee was entered.', undefined],
] as const)('reads the sex from %j', (text, wanted) => {
  expect(factsOf(text).sex).toBe(wanted);
});

test('other dates become days before or after the service; the birth date does not', () => {
  const facts = factsOf('DOB 1/1/1960. DATE OF SURGERY: 03/14/2025. Biopsy on 03/04/2025, dictated 3/15/2025.');
  expect(facts.priorDates).toEqual([-10, 1]);
});

test('without a date of service no offset is told', () => {
  expect(factsOf('Biopsy on 03/04/2025.').priorDates).toEqual([]);
});

test.each([
  ['DOS: 2025-03-01\nprior: 27447 on 2025-02-01, planned', '2025-02-01'],
  ['Prior operation: 66984 on 2/1/2025', '2025-02-01'],
  ['DATE OF SURGERY: 03/14/2025. She is status post left knee replacement on 02/20/2025.', '2025-02-20'],
  ['I did her right eye on March 1, 2025.', '2025-03-01'],
  ['DATE OF SURGERY: 03/14/2025. Seen on 03/01/2025 with pain.', undefined],
  ['DOB 1/1/1960. DATE OF SURGERY: 03/14/2025.', undefined],
])('the day of an earlier operation is labelled: %j', (text, wanted) => {
  expect(factsOf(text).priorOperationOn).toBe(wanted);
});
