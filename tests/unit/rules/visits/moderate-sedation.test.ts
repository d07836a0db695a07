import { moderateSedation } from '../../../../src/core/rules/visits/moderate-sedation.ts';
import { billed, told } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const scope = (words: string) => `PROCEDURE: Colonoscopy.\nDESCRIPTION: ${words} The scope was passed to the cecum.`;
const WATCHED = 'Midazolam was given and the patient was monitored by the nurse.';
const whole = (minutes: number) => scope(`${WATCHED} Moderate sedation time was ${minutes} minutes.`);
const commercial = told('commercial');

ruleCases(moderateSedation, /moderate sedation guidelines/, [
  { name: 'time and observer told', claim: billed('45378', '99152'), note: whole(20), settings: commercial, finds: [] },
  {
    name: 'no time told',
    claim: billed('45378', '99152'),
    note: scope(WATCHED),
    settings: commercial,
    finds: ['F moderate-sedation'],
    lines: ['45378'],
  },
  {
    name: 'under ten minutes',
    claim: billed('45378', '99152'),
    note: whole(9),
    settings: commercial,
    finds: ['F moderate-sedation'],
    lines: ['45378'],
  },
  {
    name: 'no observer named',
    claim: billed('45378', '99152'),
    note: scope('Moderate sedation time was 20 minutes.'),
    settings: commercial,
    finds: ['W moderate-sedation'],
  },
  {
    name: 'an anesthetist gave it',
    claim: billed('45378', '99152'),
    note: scope('Monitored anesthesia care was given by the anesthesiologist. Sedation time was 20 minutes.'),
    settings: commercial,
    finds: ['F moderate-sedation'],
    lines: ['45378'],
  },
  {
    name: 'a further quarter from 23 minutes',
    claim: billed('45378', '99152', '99153'),
    note: whole(23),
    settings: commercial,
    finds: [],
  },
  {
    name: 'not at 22',
    claim: billed('45378', '99152', '99153'),
    note: whole(22),
    settings: commercial,
    finds: ['F moderate-sedation'],
    lines: ['45378', '99152'],
  },
  {
    name: 'a quarter too many is cut',
    claim: billed('45378', '99152', '99153 x3'),
    note: whole(45),
    settings: commercial,
    finds: ['F moderate-sedation'],
    lines: ['45378', '99152', '99153 x2'],
  },
  {
    name: 'beside a scope of the gut Medicare takes G0500',
    claim: billed('45378', '99152'),
    note: whole(20),
    settings: told('medicare'),
    finds: ['W moderate-sedation'],
  },
  {
    name: 'and only Medicare does',
    claim: billed('45378', 'G0500'),
    note: whole(20),
    settings: commercial,
    finds: ['W moderate-sedation'],
  },
  {
    name: 'by the clock',
    claim: billed('36561', '99152'),
    note: `PROCEDURE: Port.\nDESCRIPTION: ${WATCHED} Sedation from 10:02 to 10:40. The port was placed.`,
    settings: commercial,
    finds: [],
  },
  { name: 'no sedation billed', claim: billed('45378'), note: scope('Propofol.'), settings: commercial, finds: [] },
]);
