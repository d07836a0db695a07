import { patientBand } from '../../../../src/core/rules/codes/patient-band.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const aged = (ageYears: number) => ({ facts: { ageYears } });
const child = claimOf([lineOf('42820')]);
const grown = claimOf([lineOf('42821')]);
const womb = claimOf([lineOf('58571')]);

ruleCases(patientBand, /code definition/, [
  { name: 'a child in the band', claim: child, facts: aged(5), finds: [] },
  { name: 'the first year above the band', claim: child, facts: aged(12), finds: ['F patient-band'], lines: [] },
  { name: 'the first year of the band', claim: grown, facts: aged(12), finds: [] },
  { name: 'the last year below the band', claim: grown, facts: aged(11), finds: ['F patient-band'], lines: [] },
  { name: 'no age told', claim: child, finds: [] },
  { name: 'the sex of the code', claim: womb, facts: { facts: { sex: 'female' } }, finds: [] },
  { name: 'the other sex', claim: womb, facts: { facts: { sex: 'male' } }, finds: ['F patient-band'], lines: [] },
  { name: 'no sex told', claim: womb, finds: [] },
  { name: 'a code that the library does not know', claim: claimOf([lineOf('97597')]), facts: aged(5), finds: [] },
]);
