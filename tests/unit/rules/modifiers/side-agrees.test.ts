import { sideAgrees } from '../../../../src/core/rules/modifiers/side-agrees.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

interface Sides {
  readonly title?: string;
  readonly dx?: string;
  readonly consent?: string;
  readonly body?: string;
}

function noteOf({
  title = 'Left knee arthroscopy',
  dx = 'Torn meniscus, left knee',
  consent = '',
  body = '',
}: Sides): string {
  const story = `${consent} The patient was brought to the operating room. ${body} The wounds were closed.`;
  return `PROCEDURE: ${title}.\nPOSTOPERATIVE DIAGNOSIS: ${dx}.\nDESCRIPTION OF PROCEDURE: ${story}`;
}

const RIGHT_BODY = 'The right knee was prepped. A portal was made in the right knee.';
const one = (modifier: string, sides: Sides): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf('29881', { modifiers: [modifier] })]),
  note: noteOf(sides),
});
const WAITS = { finds: ['Q side-agrees'], lines: ['29881 (held)'], asks: ['side.contradicted'] };

ruleCases(sideAgrees, /anatomic modifiers/, [
  {
    name: 'all parts agree',
    ...one('LT', { body: 'The left knee was prepped. The left knee was entered.' }),
    finds: [],
  },
  {
    name: 'the claim names a side that no part of the note names',
    ...one('RT', { body: 'The left knee was prepped. The left knee was entered.' }),
    finds: ['F side-agrees'],
    lines: ['29881-LT'],
    asks: [],
  },
  { name: 'the body tells the other side', ...one('LT', { body: RIGHT_BODY }), ...WAITS },
  { name: 'the diagnosis tells the other side', ...one('LT', { dx: 'Torn meniscus, right knee' }), ...WAITS },
  {
    name: 'the consent was for the other side',
    ...one('LT', { consent: 'He consented to arthroscopy of the right knee.' }),
    ...WAITS,
  },
  {
    name: 'the claim follows the body, the title does not',
    ...one('RT', { dx: 'Torn meniscus', body: RIGHT_BODY }),
    ...WAITS,
  },
  { name: 'the other side once in passing', ...one('LT', { body: 'The right knee was compared.' }), finds: [] },
  { name: 'both sides in the body', ...one('LT', { body: `${RIGHT_BODY} The left knee was scoped.` }), finds: [] },
  {
    name: 'an artery and the weakness opposite to it',
    ...one('LT', { title: 'Left carotid endarterectomy', dx: 'Stroke with right weakness' }),
    finds: [],
  },
  {
    name: 'a position is no side of the operation',
    ...one('LT', { body: 'In right lateral decubitus position he was prepped. The right arm was tucked.' }),
    finds: [],
  },
  { name: 'nothing tells a side', ...one('LT', { title: 'Knee arthroscopy', dx: 'Torn meniscus' }), finds: [] },
  {
    name: 'two operations on two sides',
    claim: claimOf([lineOf('29881', { modifiers: ['LT'] }), lineOf('66984', { modifiers: ['RT'] })]),
    note: noteOf({ dx: 'Torn meniscus, right knee' }),
    finds: [],
  },
  {
    name: 'a code without sides',
    claim: claimOf([lineOf('47562', { modifiers: ['LT'] })]),
    note: noteOf({ body: RIGHT_BODY }),
    finds: [],
  },
]);
