import { infantWeight } from '../../../../src/core/rules/modifiers/infant-weight.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const SMALL = 'PROCEDURE: Repair of a hole in the heart wall.\nThe newborn weighed 3.2 kg on the day of surgery.';
const GRAMS =
  'PROCEDURE: Repair of a hole in the heart wall.\nThe infant, current weight 2900 grams, was put on bypass.';
const LARGE = 'PROCEDURE: Repair of a hole in the heart wall.\nThe infant weighed 5.1 kg.';
const AT_BIRTH = 'PROCEDURE: Repair of a hole in the heart wall.\nThe infant had a birth weight of 2.1 kg.';
const SPECIMEN = 'PROCEDURE: Removal of a tumour.\nThis 40-year-old woman was prepped. The specimen weighed 1.2 kg.';

const one = (code: string, note: string, ...modifiers: string[]): Pick<RuleCase, 'claim' | 'note' | 'facts'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  note,
  facts: { facts: { ageYears: note === SPECIMEN ? 40 : 0 } },
});
const F = ['F infant-weight'];

ruleCases(infantWeight, /appendix F/, [
  { name: 'under 4 kg', ...one('33641', SMALL), finds: [], lines: ['33641-63'] },
  { name: 'under 4 kg in grams', ...one('33641', GRAMS), finds: [], lines: ['33641-63'] },
  { name: 'claimed and proven', ...one('33641', SMALL, '63'), finds: [] },
  { name: 'claimed on a larger infant', ...one('33641', LARGE, '63'), finds: F, lines: ['33641'] },
  { name: 'claimed on an exempt code', ...one('33610', SMALL, '63'), finds: F, lines: ['33610'] },
  { name: 'claimed on the skin', ...one('11042', SMALL, '63'), finds: F, lines: ['11042'] },
  {
    name: 'claimed with a weight at birth only',
    ...one('33641', AT_BIRTH, '63'),
    finds: ['Q infant-weight'],
    lines: ['33641'],
    asks: ['infant.weight'],
  },
  { name: 'an exempt code', ...one('49491', SMALL), finds: [] },
  { name: 'a larger infant', ...one('33641', LARGE), finds: [] },
  { name: 'a weight at birth', ...one('33641', AT_BIRTH), finds: [] },
  { name: 'the weight of a specimen', ...one('49186', SPECIMEN), finds: [] },
]);
