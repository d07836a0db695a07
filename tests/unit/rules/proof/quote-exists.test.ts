import { quoteExists } from '../../../../src/core/rules/proof/quote-exists.ts';
import { claimOf, diagnosisOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const invented = { quote: 'The appendix was removed.', start: 0, end: 25 };
const shifted = { ...quote('The gallbladder was removed.'), start: 3, end: 31 };
const named = quote('Laparoscopic cholecystectomy');

ruleCases(quoteExists, /documentation/, [
  { name: 'a true quote', claim: claimOf([lineOf('47562')]), finds: [] },
  {
    name: 'two true quotes',
    claim: claimOf([lineOf('47562', { evidence: [named, quote('The gallbladder')] })]),
    finds: [],
  },
  {
    name: 'an invented quote beside a true one goes, the line stays',
    claim: claimOf([lineOf('47562', { evidence: [named, invented] })]),
    finds: ['F quote-exists'],
  },
  {
    name: 'a line that only an invented quote proves goes',
    claim: claimOf([lineOf('44970', { evidence: [invented] })]),
    finds: ['F quote-exists'],
    lines: [],
  },
  {
    name: 'a quote at the wrong place is not the note',
    claim: claimOf([lineOf('47562', { evidence: [shifted] })]),
    finds: ['F quote-exists'],
    lines: [],
  },
  {
    name: 'a line without any quote goes, its neighbour stays',
    claim: claimOf([lineOf('47562'), lineOf('49320', { evidence: [] })]),
    finds: ['F quote-exists'],
    lines: ['47562'],
  },
  {
    name: 'an empty quote proves nothing',
    claim: claimOf([lineOf('47562', { evidence: [{ quote: '', start: 4, end: 4 }] })]),
    finds: ['F quote-exists'],
    lines: [],
  },
  {
    name: 'a diagnosis with a true quote stays',
    claim: claimOf([lineOf('47562')], [diagnosisOf('K80.20')]),
    finds: [],
  },
  {
    name: 'a diagnosis with an invented quote goes without a word',
    claim: claimOf([lineOf('47562')], [{ ...diagnosisOf('K80.20'), evidence: [invented] }]),
    finds: [],
    diagnoses: [],
  },
]);
