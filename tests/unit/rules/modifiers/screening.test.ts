import { screening } from '../../../../src/core/rules/modifiers/screening.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const scope = (reason: string): string =>
  `PREOPERATIVE DIAGNOSIS: ${reason}.\nPROCEDURE: Colonoscopy with snare removal of a polyp.\nThe polyp was snared.`;
const SCREENED = scope('Colon cancer screening');
const WATCHED = scope('Surveillance of colon polyps');
const BLEEDING = scope('Screening colonoscopy asked for; rectal bleeding');
const ANEMIA = scope('Iron deficiency anemia');

const COMMERCIAL = { settings: { payer: { value: 'commercial', from: 'mail' } } } as const;
const one = (code: string, note: string, ...modifiers: string[]): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  note,
});
const F = ['F screening'];

ruleCases(screening, /ch\. 18, 60/, [
  { name: 'a screening that removed a polyp', ...one('45385', SCREENED), finds: [], lines: ['45385-PT'] },
  { name: 'surveillance after polyps', ...one('45385', WATCHED), finds: [], lines: ['45385-PT'] },
  { name: 'another payer', ...one('45385', SCREENED), ...COMMERCIAL, finds: [], lines: ['45385-33'] },
  { name: 'the wrong one of the two for Medicare', ...one('45385', SCREENED, '33'), finds: F, lines: ['45385-PT'] },
  {
    name: 'the wrong one of the two elsewhere',
    ...one('45385', SCREENED, 'PT'),
    ...COMMERCIAL,
    finds: F,
    lines: ['45385-33'],
  },
  { name: 'bleeding was the reason', ...one('45385', BLEEDING, 'PT'), finds: F, lines: ['45385'] },
  { name: 'nothing was done', ...one('45378', SCREENED), finds: ['W screening'] },
  { name: 'nothing was done, another payer', ...one('45378', SCREENED), ...COMMERCIAL, finds: [] },
  { name: 'anemia was the reason', ...one('45385', ANEMIA), finds: [] },
  { name: 'bleeding beside a wish to be screened', ...one('45385', BLEEDING), finds: [] },
  { name: 'an upper endoscopy', ...one('43239', SCREENED), finds: [] },
  { name: 'claimed without a word of it', ...one('45385', ANEMIA, 'PT'), finds: F, lines: ['45385'] },
]);
