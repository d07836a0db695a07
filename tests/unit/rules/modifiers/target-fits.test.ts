import { targetFits } from '../../../../src/core/rules/modifiers/target-fits.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const one = (code: string, ...modifiers: string[]): Pick<RuleCase, 'claim'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
});
const F = ['F target-fits'];

ruleCases(targetFits, /anatomic modifiers/, [
  { name: 'a digit on a metacarpal', ...one('26615', 'F7'), finds: F, lines: ['26615'] },
  { name: 'a toe on a heel bone', ...one('28415', 'T5'), finds: F, lines: ['28415'] },
  { name: 'a finger on a toe code', ...one('28285', 'F2'), finds: F, lines: ['28285'] },
  { name: 'a toe on a finger code', ...one('26055', 'T2'), finds: F, lines: ['26055'] },
  { name: 'a lid on the retina', ...one('67108', 'E1'), finds: F, lines: ['67108'] },
  { name: 'a coronary vessel on a leg artery', ...one('37226', 'RC'), finds: F, lines: ['37226'] },
  { name: 'a right finger and the left side', ...one('26055', 'F8', 'LT'), finds: F, lines: ['26055-F8-LT (held)'] },
  { name: 'a left lid and the right side', ...one('67904', 'RT', 'E1'), finds: F, lines: ['67904-RT-E1 (held)'] },
  { name: 'a side that the digit says already', ...one('26055', 'F8', 'RT'), finds: [], lines: ['26055-F8'] },
  { name: 'a finger', ...one('26055', 'F8'), finds: [] },
  { name: 'a toe nail', ...one('11730', 'TA'), finds: [] },
  { name: 'a bunion of the great toe', ...one('28296', 'T5'), finds: [] },
  { name: 'skin of a lid', ...one('11640', 'E4'), finds: [] },
  { name: 'a stent of the left anterior descending', ...one('92928', 'LD'), finds: [] },
  { name: 'a side on a metacarpal', ...one('26615', 'RT'), finds: [] },
]);
