import { addOnCount } from '../../../../src/core/rules/edits/add-on-count.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const note = (title: string, body = 'The discs were removed.') => `PROCEDURE: ${title}.\nTECHNIQUE: ${body}`;
const claim = (text: string, title: string, units: number, more: { modifiers?: string[]; parent?: string } = {}) =>
  claimOf([
    lineOf('22551', { evidence: [quote(title, text)] }),
    lineOf('22552', {
      units,
      modifiers: more.modifiers ?? [],
      parent: lineOf(more.parent ?? '22551').code,
      evidence: [quote(title, text)],
    }),
  ]);
const THREE = 'ACDF C4-C5, C5-C6 and C6-C7';
const RUN = 'ACDF C4 to C7';
const BOTH = 'Bilateral ACDF C4-C5 and C5-C6';
const SILENT = 'ACDF at two levels';
const asked = { finds: ['Q add-on-count'], asks: ['levels.22551'] };

ruleCases(addOnCount, /each further level/, [
  { name: 'three levels, two further', note: note(THREE), claim: claim(note(THREE), THREE, 2), finds: [] },
  {
    name: 'three levels, three billed as further',
    note: note(THREE),
    claim: claim(note(THREE), THREE, 3),
    finds: ['W add-on-count'],
  },
  {
    name: 'three levels, one billed as further',
    note: note(THREE),
    claim: claim(note(THREE), THREE, 1),
    finds: ['W add-on-count'],
  },
  { name: 'a run of vertebrae counts its spaces', note: note(RUN), claim: claim(note(RUN), RUN, 2), finds: [] },
  {
    name: 'a run of vertebrae is not counted by vertebrae',
    note: note(RUN),
    claim: claim(note(RUN), RUN, 4),
    finds: ['W add-on-count'],
  },
  { name: 'a title that names no level', note: note(SILENT), claim: claim(note(SILENT), SILENT, 3), finds: [] },
  { name: 'both sides count twice', note: note(BOTH), claim: claim(note(BOTH), BOTH, 2), finds: [] },
  {
    name: 'a body that tells another level of the same region',
    note: note(THREE, 'At C3-C4 the disc was taken and the space was fused.'),
    claim: claim(note(THREE, 'At C3-C4 the disc was taken and the space was fused.'), THREE, 2),
    ...asked,
  },
  {
    name: 'a body that tells a level of the title',
    note: note(THREE, 'At C5-C6 the disc was taken and the space was fused.'),
    claim: claim(note(THREE, 'At C5-C6 the disc was taken and the space was fused.'), THREE, 2),
    finds: [],
  },
  {
    name: 'a film of another level is no act',
    note: note(THREE, 'A film showed the needle at C3-C4.'),
    claim: claim(note(THREE, 'A film showed the needle at C3-C4.'), THREE, 2),
    finds: [],
  },
]);
