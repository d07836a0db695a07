import { wrongSurgery } from '../../../../src/core/rules/modifiers/wrong-surgery.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const note = (story: string): string =>
  `PROCEDURE: Lumbar discectomy.\nDESCRIPTION OF PROCEDURE: ${story} The wound was closed.`;
const RIGHT = note('A film confirmed L4-5 and the disc was removed.');
const WRONG = note('The film showed that the wrong level had been opened.');
const one = (story: string, ...modifiers: string[]): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf('63030', { modifiers })]),
  note: story,
});
const HELD = { finds: ['F wrong-surgery'] };

ruleCases(wrongSurgery, /140\.6/, [
  { name: 'the wrong level', ...one(WRONG), ...HELD, lines: ['63030 (held)'] },
  {
    name: 'an operation on the wrong side',
    ...one(note('We had operated on the wrong side.')),
    ...HELD,
    lines: ['63030 (held)'],
  },
  { name: 'PA claimed', ...one(RIGHT, 'PA'), ...HELD, lines: ['63030-PA (held)'] },
  { name: 'PC claimed', ...one(RIGHT, 'PC'), ...HELD, lines: ['63030-PC (held)'] },
  { name: 'the right level', ...one(RIGHT), finds: [] },
  { name: 'a time-out against it', ...one(note('A time-out was held so that no wrong site is operated.')), finds: [] },
  {
    name: 'a risk that was discussed',
    ...one(note('The risks discussed include an operation at the wrong level.')),
    finds: [],
  },
  { name: 'something else went wrong', ...one(note('The wrong screwdriver was handed over.')), finds: [] },
]);
