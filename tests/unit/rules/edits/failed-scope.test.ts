import { failedScope } from '../../../../src/core/rules/edits/failed-scope.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const note = (body: string) => `PROCEDURE: Removal of the gallbladder.\nTECHNIQUE: Ports were placed. ${body}`;
const CONVERTED = note('Because of dense scarring the case was converted to an open operation.');
const both = claimOf([lineOf('47562'), lineOf('47600')]);
const fell = (lines: string[]) => ({ finds: ['F failed-scope'], lines });

ruleCases(failedScope, /failed endoscopy/, [
  { name: 'converted: the open one alone', note: CONVERTED, claim: both, ...fell(['47600']) },
  { name: 'in either order', note: CONVERTED, claim: claimOf([lineOf('47600'), lineOf('47562')]), ...fell(['47600']) },
  {
    name: 'told as a conversion to laparotomy',
    note: note('Conversion to laparotomy was needed.'),
    claim: both,
    ...fell(['47600']),
  },
  { name: 'told as an open conversion', note: note('Open conversion followed.'), claim: both, ...fell(['47600']) },
  {
    name: 'a chest scope that went over into a thoracotomy',
    note: note('We converted to a thoracotomy.'),
    claim: claimOf([lineOf('32663'), lineOf('32480')]),
    ...fell(['32480']),
  },
  {
    name: 'no conversion told: left to the edits',
    note: note('The gallbladder was taken out.'),
    claim: both,
    finds: [],
  },
  { name: 'a conversion of the rhythm', note: note('He converted to sinus rhythm.'), claim: both, finds: [] },
  {
    name: 'the other side was open by plan',
    note: CONVERTED,
    claim: claimOf([lineOf('49650', { modifiers: ['LT'] }), lineOf('49505', { modifiers: ['RT'] })]),
    finds: [],
  },
  { name: 'another open operation', note: CONVERTED, claim: claimOf([lineOf('47562'), lineOf('44140')]), finds: [] },
  { name: 'the scope alone', note: CONVERTED, claim: claimOf([lineOf('47562')]), finds: [] },
]);
