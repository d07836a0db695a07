import { bilateral } from '../../../../src/core/rules/modifiers/bilateral.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const BOTH = 'PROCEDURE: Bilateral knee arthroscopy with partial medial meniscectomy.\nBoth knees were prepped.';
const LEFT = 'PROCEDURE: Left knee arthroscopy with partial medial meniscectomy.\nThe left knee was prepped.';
const EACH = 'PROCEDURE: Knee arthroscopy.\nThe left meniscus was trimmed. Then the right meniscus was trimmed.';
const NO_SIDE = 'PROCEDURE: Knee arthroscopy with partial medial meniscectomy.';

const by = (indicator: string, units?: number) => ({
  official: {
    editions: EDITIONS,
    fees: [feeOf('29881', { bilateral: indicator })],
    mues: units === undefined ? [] : [{ code: '29881', units, mai: '2' as const }],
  },
});
const knee = (modifiers: readonly string[], units = 1) =>
  lineOf('29881', { modifiers, units, evidence: [{ quote: 'PROCEDURE', start: 0, end: 9 }] });
const one = (modifiers: readonly string[], units = 1): Pick<RuleCase, 'claim'> => ({
  claim: claimOf([knee(modifiers, units)]),
});
const W = ['W bilateral'];

ruleCases(bilateral, /bilateral indicator/, [
  { name: 'indicator 1 takes 50', ...one(['50']), ...by('1'), note: BOTH, finds: [] },
  { name: 'indicator 3 takes 50', ...one(['50']), ...by('3'), note: BOTH, finds: [] },
  { name: 'indicator 2 has both sides inside', ...one(['50']), ...by('2'), note: BOTH, finds: W, lines: ['29881'] },
  { name: 'indicator 0 knows no 50', ...one(['50']), ...by('0'), note: BOTH, finds: W, lines: ['29881'] },
  { name: 'indicator 9 knows no sides', ...one(['50']), ...by('9'), note: BOTH, finds: W, lines: ['29881'] },
  { name: 'each side told in its place', ...one(['50']), ...by('1'), note: EACH, finds: [] },
  { name: 'one side told only', ...one(['50']), ...by('1'), note: LEFT, finds: W, lines: ['29881-LT'] },
  { name: 'no side told', ...one(['50']), ...by('1'), note: NO_SIDE, finds: ['Q bilateral'], lines: ['29881'] },
  { name: '50 is one unit', ...one(['50'], 2), ...by('1'), note: BOTH, finds: [], lines: ['29881-50'] },
  {
    name: 'two lines against a day limit of one are left to the edits',
    claim: claimOf([knee(['LT']), knee(['RT'])]),
    ...by('1', 1),
    note: BOTH,
    finds: [],
  },
  {
    name: 'two lines within a day limit of two',
    claim: claimOf([knee(['LT']), knee(['RT'])]),
    ...by('1', 2),
    note: BOTH,
    finds: [],
  },
  { name: 'one side stays', ...one(['LT']), ...by('1'), note: LEFT, finds: [] },
  {
    name: 'a side that says nothing goes',
    claim: claimOf([lineOf('47562', { modifiers: ['RT'] })]),
    official: { editions: EDITIONS, fees: [feeOf('47562', { bilateral: '0' })] },
    finds: [],
    lines: ['47562'],
  },
  { name: 'no fee schedule: the note alone', ...one(['50']), note: BOTH, finds: [] },
]);
