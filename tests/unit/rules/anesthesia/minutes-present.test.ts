import { minutesPresent } from '../../../../src/core/rules/anesthesia/minutes-present.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const CLOCK = record('Procedure: Hernia repair.', 'Anesthesia start 0732, stop 0914.');
const NONE = record('Procedure: Hernia repair.', 'Surgery start 0801, surgery end 0855.');

ruleCases(minutesPresent, /chapter 12, section 50/, [
  { name: 'the minutes of the record stand', claim: billed('00830-AA x102'), ...CLOCK, finds: [], asks: [] },
  {
    name: 'without start and stop the line waits and the sender is asked',
    claim: billed('00830-AA'),
    ...NONE,
    finds: ['F anesthesia-minutes'],
    lines: ['00830-AA (held)'],
    asks: ['anesthesia.minutes'],
  },
  {
    name: 'times of the surgery are no anesthesia time',
    claim: billed('00830-AA x6'),
    ...NONE,
    finds: ['F anesthesia-minutes'],
    lines: ['00830-AA x6 (held)'],
  },
  {
    name: 'time units are told from minutes and replaced',
    claim: billed('00830-AA x7'),
    ...CLOCK,
    finds: ['F anesthesia-minutes'],
    lines: ['00830-AA x102'],
  },
  {
    name: 'other minutes than the record has are replaced',
    claim: billed('00830-AA x120'),
    ...CLOCK,
    finds: ['F anesthesia-minutes'],
    lines: ['00830-AA x102'],
  },
  {
    name: 'minutes billed without any in the record stand',
    claim: billed('00830-AA x88'),
    ...NONE,
    finds: [],
    asks: [],
  },
  {
    name: 'over midnight the clock begins again',
    claim: billed('00840-AA x75'),
    ...record('Procedure: Appendectomy.', 'Anesthesia began at 23:20 and ended at 00:35.', 'Anesthesia end: 00:35'),
    finds: [],
  },
  {
    name: 'two numbers that do not agree are asked about',
    claim: billed('00830-AA x102'),
    ...record('Procedure: Hernia repair.', 'Anesthesia start 0732, stop 0914.', 'Total anesthesia time: 95 minutes.'),
    finds: ['W anesthesia-minutes'],
    asks: ['anesthesia.minutes-differ'],
  },
  { name: 'a day of catheter care has no minutes', claim: billed('01996'), ...NONE, finds: [], asks: [] },
  { name: 'an operation has no minutes', claim: billed('47562'), ...NONE, finds: [], asks: [] },
]);
