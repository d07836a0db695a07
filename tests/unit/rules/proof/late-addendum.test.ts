import { lateAddendum } from '../../../../src/core/rules/proof/late-addendum.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const NOTE =
  'PROCEDURE: Repair of laceration.\nTECHNIQUE: The wound was closed with nylon.\nADDENDUM: The wound was 6 cm long.';
const of = (words: string, note = NOTE) => lineOf('12002', { evidence: [quote(words, note)] });
const dated = (...priorDates: readonly number[]) => ({ facts: { facts: { priorDates } } });

const COPIED = `${NOTE}\nThe technique was copied forward from the first stage.`;

ruleCases(lateAddendum, /Program Integrity/, [
  {
    name: 'the deciding words were added two months later',
    note: NOTE,
    claim: claimOf([of('The wound was 6 cm long.')]),
    ...dated(63),
    finds: ['W late-addendum'],
  },
  {
    name: 'they were added within a week',
    note: NOTE,
    claim: claimOf([of('The wound was 6 cm long.')]),
    ...dated(5),
    finds: [],
  },
  {
    name: 'on the thirtieth day',
    note: NOTE,
    claim: claimOf([of('The wound was 6 cm long.')]),
    ...dated(30),
    finds: [],
  },
  {
    name: 'on the day after',
    note: NOTE,
    claim: claimOf([of('The wound was 6 cm long.')]),
    ...dated(31),
    finds: ['W late-addendum'],
  },
  {
    name: 'the body proves the line without it',
    note: NOTE,
    claim: claimOf([of('The wound was closed with nylon.')]),
    ...dated(63),
    finds: [],
  },
  {
    name: 'other dates lie before the operation',
    note: NOTE,
    claim: claimOf([of('The wound was 6 cm long.')]),
    ...dated(-400, -3),
    finds: [],
  },
  {
    name: 'the title may stand beside the addendum',
    note: NOTE,
    claim: claimOf([
      lineOf('12002', { evidence: [quote('Repair of laceration', NOTE), quote('The wound was 6 cm long.', NOTE)] }),
    ]),
    ...dated(90),
    finds: ['W late-addendum'],
  },
  { name: 'no addendum at all', claim: claimOf([lineOf('47562')]), ...dated(120), finds: [] },
  {
    name: 'words copied from another note',
    note: COPIED,
    claim: claimOf([of('The wound was closed with nylon.', COPIED)]),
    finds: ['W late-addendum'],
  },
  {
    name: 'an incision that was carried forward',
    note: NOTE.replace('closed with nylon', 'carried forward to the chin'),
    claim: claimOf([]),
    finds: [],
  },
]);
