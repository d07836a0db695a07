import { patientBand } from '../../../../src/core/rules/codes/patient-band.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const tonsils = (age: number | undefined) => ({ facts: { facts: { ageYears: age } } });

ruleCases(patientBand, /age and sex/, [
  { name: 'a child of 6 keeps the code below 12', claim: claimOf([lineOf('42820')]), ...tonsils(6), finds: [] },
  {
    name: 'a grown patient loses the code below 12',
    claim: claimOf([lineOf('42820')]),
    ...tonsils(34),
    finds: ['F patient-band'],
    lines: [],
  },
  {
    name: 'twelve years are no longer below 12',
    claim: claimOf([lineOf('42820')]),
    ...tonsils(12),
    finds: ['F patient-band'],
    lines: [],
  },
  {
    name: 'an infant of seven months loses the code from 12 on',
    claim: claimOf([lineOf('42821')]),
    ...tonsils(0.583),
    finds: ['F patient-band'],
    lines: [],
  },
  { name: 'twelve years are from 12 on', claim: claimOf([lineOf('42821')]), ...tonsils(12), finds: [] },
  {
    name: 'a child loses the code from 12 on, the other line stays',
    claim: claimOf([lineOf('42821'), lineOf('47562')]),
    ...tonsils(7),
    finds: ['F patient-band'],
    lines: ['47562'],
  },
  { name: 'no age is told', claim: claimOf([lineOf('42820')]), ...tonsils(undefined), finds: [] },
  {
    name: 'a womb is not taken from a man',
    claim: claimOf([lineOf('58571')]),
    facts: { facts: { sex: 'male' } },
    finds: ['F patient-band'],
    lines: [],
  },
  {
    name: 'a womb is taken from a woman',
    claim: claimOf([lineOf('58571')]),
    facts: { facts: { sex: 'female' } },
    finds: [],
  },
  {
    name: 'a code that the library does not know has no band',
    claim: claimOf([lineOf('59510')]),
    facts: { facts: { sex: 'male' } },
    finds: [],
  },
]);
