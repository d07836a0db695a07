import { otherPerformer } from '../../../../src/core/rules/proof/other-performer.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE = [
  'PROCEDURE: 1. Laparoscopic cholecystectomy. 2. Upper endoscopy by Dr. Smith.',
  'DESCRIPTION OF PROCEDURE: I removed the gallbladder through four ports.',
  'The liver biopsy was performed by Dr. Jones.',
  'The cystoscopy will be dictated separately by the urologist.',
  'The femoral nerve block was placed by anesthesia.',
  'Dr. Lee then proceeded with the hernia repair.',
].join('\n');
const by = (code: string, ...words: readonly string[]) =>
  lineOf(code, { evidence: words.map((each) => quote(each, NOTE)) });

ruleCases(otherPerformer, /3\.3\.2\.4/, [
  { name: 'the work of the author', note: NOTE, claim: claimOf([by('47562', 'I removed the gallbladder')]), finds: [] },
  {
    name: 'a biopsy that another surgeon took',
    note: NOTE,
    claim: claimOf([by('47001', 'The liver biopsy was performed by Dr. Jones')]),
    finds: ['F other-performer'],
    lines: [],
  },
  {
    name: 'what is dictated by another service',
    note: NOTE,
    claim: claimOf([by('47562', 'I removed'), by('52000', 'The cystoscopy will be dictated')]),
    finds: ['F other-performer'],
    lines: ['47562'],
  },
  {
    name: 'the block of the anesthetist',
    note: NOTE,
    claim: claimOf([by('64447', 'The femoral nerve block was placed by anesthesia')]),
    finds: ['F other-performer'],
    lines: [],
  },
  {
    name: 'the repair that another surgeon went on with',
    note: NOTE,
    claim: claimOf([by('49591', 'Dr. Lee then proceeded with the hernia repair')]),
    finds: ['F other-performer'],
    lines: [],
  },
  {
    name: 'own words beside those of the other keep the line',
    note: NOTE,
    claim: claimOf([by('47562', 'I removed the gallbladder', 'The liver biopsy was performed by Dr. Jones')]),
    finds: [],
  },
  {
    name: 'the title alone says nothing of who did it',
    note: NOTE,
    claim: claimOf([by('47562', 'Laparoscopic cholecystectomy')]),
    finds: [],
  },
  { name: 'a line without a quote is left to another rule', note: NOTE, claim: claimOf([by('47562')]), finds: [] },
]);
