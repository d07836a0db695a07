import { causedBleeding } from '../../../../src/core/rules/edits/caused-bleeding.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const note = (body: string) => `PROCEDURE: Colonoscopy.\nTECHNIQUE: The scope reached the cecum. ${body}`;
const AFTER_SNARE = note('There was bleeding from the polypectomy site, which was clipped.');
const claim = claimOf([lineOf('45385'), lineOf('45382', { modifiers: ['59'] })]);
const fell = { finds: ['F caused-bleeding'], lines: ['45385'] };

ruleCases(causedBleeding, /ch\. 6, endoscopy/, [
  { name: 'bleeding from the site of the polyp', note: AFTER_SNARE, claim, ...fell },
  { name: 'oozing after the biopsy', note: note('Some oozing after biopsy was stopped.'), claim, ...fell },
  { name: 'bleeding from the stalk', note: note('Bleeding from the stalk was stopped with a clip.'), claim, ...fell },
  { name: 'called after its cause', note: note('Post-polypectomy bleeding was controlled.'), claim, ...fell },
  {
    name: 'a vessel that bled before',
    note: note('A bleeding angiodysplasia of the cecum was coagulated.'),
    claim,
    finds: [],
  },
  {
    name: 'no bleeding from the site',
    note: note('There was no bleeding from the polypectomy site.'),
    claim,
    finds: [],
  },
  { name: 'control of bleeding alone', note: AFTER_SNARE, claim: claimOf([lineOf('45382')]), finds: [] },
  { name: 'another scope', note: AFTER_SNARE, claim: claimOf([lineOf('43239'), lineOf('45382')]), finds: [] },
  {
    name: 'no control of bleeding on the claim',
    note: AFTER_SNARE,
    claim: claimOf([lineOf('45385'), lineOf('45380')]),
    finds: [],
  },
]);
