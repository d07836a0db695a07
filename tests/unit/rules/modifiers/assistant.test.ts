import { assistant } from '../../../../src/core/rules/modifiers/assistant.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const TITLE = 'PROCEDURE: Open left colectomy.\n';
const BODY = 'TECHNIQUE: The colon was freed and divided.';
const WORK = ' The assistant retracted the bowel and held the stapler.';
const PHYSICIAN = `${TITLE}ASSISTANT: Kim Vale, MD\n${BODY}${WORK}`;
const PA = `${TITLE}The first assistant was Kim Vale, PA-C.\n${BODY} The PA-C retracted the bowel and closed the skin.`;
const TECH = `${TITLE}The first assistant was Kim Vale, CSFA.\n${BODY}${WORK}`;
const NAME_ONLY = `${TITLE}ASSISTANT: Kim Vale, MD\n${BODY}`;
const RESIDENT = `${PHYSICIAN} No qualified resident was available.`;
const NEED = `${PHYSICIAN} The assistant was necessary because of dense adhesions.`;

const by = (indicator: string) => ({
  official: { editions: EDITIONS, fees: [feeOf('44140', { assistant: indicator })] },
});
const as = (...modifiers: string[]): Pick<RuleCase, 'claim'> => ({
  claim: claimOf([lineOf('44140', { modifiers, evidence: [{ quote: 'PROCEDURE', start: 0, end: 9 }] })]),
});
const F = ['F assistant'];
const Q = ['Q assistant'];
const ASKS = { asks: ['assistant.work'] };

ruleCases(assistant, /assistant indicator/, [
  { name: 'indicator 2, work told', ...as('80'), ...by('2'), note: PHYSICIAN, finds: [] },
  { name: 'a PA, work told', ...as('AS'), ...by('2'), note: PA, finds: [] },
  { name: 'a PA billed as a physician', ...as('80'), ...by('2'), note: PA, finds: F, lines: ['44140-AS'] },
  {
    name: 'a physician billed as a PA',
    ...as('AS'),
    ...by('2'),
    note: `${TITLE}${BODY} The assistant was Dr. Vale.${WORK}`,
    finds: F,
    lines: ['44140-80'],
  },
  {
    name: 'a name in the header only',
    ...as('80'),
    ...by('2'),
    note: NAME_ONLY,
    finds: Q,
    lines: ['44140-80 (held)'],
    ...ASKS,
  },
  { name: 'indicator 1 is never paid', ...as('80'), ...by('1'), note: PHYSICIAN, finds: F, lines: ['44140-80 (held)'] },
  { name: 'indicator 9 leaves the claim', ...as('80'), ...by('9'), note: PHYSICIAN, finds: [], lines: [] },
  {
    name: 'indicator 0 without a reason',
    ...as('80'),
    ...by('0'),
    note: PHYSICIAN,
    finds: Q,
    lines: ['44140-80 (held)'],
    ...ASKS,
  },
  { name: 'indicator 0 with its reason', ...as('80'), ...by('0'), note: NEED, finds: [] },
  {
    name: '82 without the statement',
    ...as('82'),
    ...by('2'),
    note: PHYSICIAN,
    finds: Q,
    lines: ['44140-82 (held)'],
    ...ASKS,
  },
  { name: '82 with the statement', ...as('82'), ...by('2'), note: RESIDENT, finds: [] },
  { name: 'a surgical technologist', ...as('AS'), ...by('2'), note: TECH, finds: F, lines: ['44140-AS (held)'] },
  { name: 'the surgeon himself', ...as(), ...by('1'), note: NAME_ONLY, finds: [] },
  { name: 'no fee schedule: the note alone', ...as('80'), note: PHYSICIAN, finds: [] },
]);
