import { expect, it } from 'vitest';
import { readMinutes } from '../../../src/core/anesthesia/read-minutes.ts';
import { deidentify } from '../../../src/core/deidentify/deidentify.ts';
import { extractNote } from '../../../src/core/extract/extract.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();

function minutesIn(text: string, sender = ''): number | undefined {
  return readMinutes(extractNote(deidentify(`Procedure: Hernia repair.\n${text}`), library, sender))?.minutes;
}

it.each([
  ['Anesthesia start: 0732   Anesthesia end: 0914', 102],
  ['Anesthesia time 07:32 - 09:14', 102],
  ['Anesthesia Start Time 7:32 AM; Anesthesia Stop Time 1:14 PM', 342],
  ['Anesthesia began at 23:20 and anesthesia ended at 00:35.', 75],
  ['Anesthesia start 0730, stop 0915.', 105],
  ['Start of anesthesia 08:00. End of anesthesia 08:45.', 45],
  ['Anesthesia from 7:30 to 9:15 pm', 105],
  ['Total anesthesia time: 95 minutes.', 95],
  ['Anesthesia time 1 hour 42 minutes', 102],
  ['Anesthesia minutes: 88', 88],
  ['63 minutes of anesthesia were given.', 63],
  ['Anesthesia time 08:00 to 08:50; relieved, anesthesia time 09:10 to 09:40.', 80],
])('reads %s, through de-identification, as %i minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});

it.each([
  'Surgery start 0801, surgery end 0855.',
  'Incision at 08:01, closed at 08:55.',
  'Tourniquet time 62 minutes.',
  'Anesthesia: general. The case lasted long.',
])('finds no anesthesia time in %s', (text) => {
  expect(minutesIn(text)).toBeUndefined();
});

it('takes the times of the mail where the record tells none', () => {
  expect(minutesIn('No times.', 'Anesthesia start 09:00, stop 10:10')).toBe(70);
});
