import { blankInProof } from '../../../../src/core/rules/proof/blank-in-proof.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

/** A line that these words prove. */
function proven(code: string, words: string, given: Parameters<typeof lineOf>[1] = {}) {
  const note = `PROCEDURE: An operation.\nTECHNIQUE: ${words}`;
  return { note, claim: claimOf([lineOf(code, { evidence: [quote(words, note)], ...given })]) };
}

ruleCases(blankInProof, /Program Integrity/, [
  {
    name: 'the size of a wound is blank',
    ...proven('12002', 'The ____ cm laceration was closed with nylon.'),
    finds: ['Q blank-in-proof'],
    lines: ['12002 (held)'],
  },
  {
    name: 'the side of an eye is blank',
    ...proven('66984', 'A cataract was taken from the *** eye.'),
    finds: ['Q blank-in-proof'],
    lines: ['66984 (held)'],
  },
  {
    name: 'the count of lesions is blank',
    ...proven('17003', 'A total of ** lesions were frozen.'),
    finds: ['Q blank-in-proof'],
    lines: ['17003 (held)'],
  },
  {
    name: 'the number of levels is blank',
    ...proven('22551', 'The discs of XX levels were removed.'),
    finds: ['Q blank-in-proof'],
    lines: ['22551 (held)'],
  },
  {
    name: 'a dressing is blank',
    ...proven('12002', 'The wound was closed and dressed with ____ dressing.'),
    finds: [],
  },
  {
    name: 'the size of a trocar is blank',
    ...proven('47562', 'A ___ mm trocar was placed for the gallbladder.'),
    finds: [],
  },
  { name: 'nothing is blank', ...proven('12002', 'The 4 cm laceration was closed with nylon.'), finds: [] },
  {
    name: 'a held line asks for one thing at a time',
    ...proven('66984', 'A cataract was taken from the XXX eye.', { held: 'the note does not tell the side' }),
    finds: [],
    lines: ['66984 (held)'],
  },
  {
    name: 'a blank that proves no line is let be',
    note: 'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The ____ cm scar was seen.',
    claim: claimOf([lineOf('47562', { evidence: [{ quote: 'Laparoscopic cholecystectomy', start: 11, end: 39 }] })]),
    finds: [],
  },
]);
