import { greaterWork } from '../../../../src/core/rules/modifiers/greater-work.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteWith = (body: string) => `PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: ${body}`;
const claim = claimOf([lineOf('47562')]);
const billed = claimOf([lineOf('47562', { modifiers: ['22'] })]);
const FULL =
  'Dense adhesions from two earlier operations covered the liver. Freeing them took 75 minutes longer than my usual 40 minute operation.';

ruleCases(greaterWork, /CPT modifier 22/, [
  {
    name: 'the note claims unusual work without a measure: asked, not added',
    note: noteWith('The case was extremely difficult because of dense scar.'),
    claim,
    finds: ['Q greater-work'],
    asks: ['greater-work'],
  },
  {
    name: 'an hour added to the case',
    note: noteWith('Bleeding from the liver bed added to the complexity and difficulty of this case.'),
    claim,
    finds: ['Q greater-work'],
    asks: ['greater-work'],
  },
  {
    name: 'reason and time against the usual are told: the sender is asked for the statement',
    note: noteWith(FULL),
    claim,
    finds: ['Q greater-work'],
    asks: ['greater-work.statement'],
  },
  { name: 'billed, with reason and measure', note: noteWith(FULL), claim: billed, finds: [] },
  {
    name: 'billed for the size of the patient alone',
    note: noteWith('The procedure was very difficult given the morbid obesity.'),
    claim: billed,
    finds: ['W greater-work'],
    lines: ['47562'],
  },
  {
    name: 'billed for nothing that the note tells',
    claim: billed,
    finds: ['Q greater-work'],
    lines: ['47562'],
    asks: ['greater-work'],
  },
  {
    name: 'on a visit',
    claim: claimOf([lineOf('99214', { modifiers: ['22'] })]),
    finds: ['W greater-work'],
    lines: ['99214'],
  },
  {
    name: 'one hard step is part of many operations',
    note: noteWith('The cystic duct was very difficult to expose because of inflammation.'),
    claim,
    finds: [],
    asks: [],
  },
  {
    name: 'obesity by itself',
    note: noteWith('The patient was obese; BMI 48. Long ports were used.'),
    claim,
    finds: [],
  },
  { name: 'a robot by itself', note: noteWith('The operation was done with the robot.'), claim, finds: [] },
  {
    name: 'a pain that was longer than usual is no work',
    note: 'HISTORY: The pain is worse than usual.\nPROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The gallbladder was removed.',
    claim,
    finds: [],
  },
  {
    name: 'asked once, on the operation that is worth most',
    note: noteWith('The operation was unusually difficult because of scar.'),
    official: {
      editions: EDITIONS,
      fees: [feeOf('12002', { totalFacilityRvu: 2 }), feeOf('47562', { totalFacilityRvu: 19 })],
    },
    claim: claimOf([lineOf('12002'), lineOf('47562', { seq: 2 })]),
    finds: ['Q greater-work'],
    asks: ['greater-work'],
  },
]);
