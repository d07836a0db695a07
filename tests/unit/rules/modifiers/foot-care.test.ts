import { footCare } from '../../../../src/core/rules/modifiers/foot-care.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const note = (findings: string): string => `PROCEDURE: Debridement of six thick toenails.\nFINDINGS: ${findings}`;
const AMPUTATED = note('He has a prior amputation of the left great toe.');
const PULSES = note('The dorsalis pedis pulse is absent. The posterior tibial pulse is not palpable.');
const MIXED = note('Absent dorsalis pedis pulse. There is edema. He complains of burning.');
const ONE = note('Absent dorsalis pedis pulse. The nails are thick.');
const GOOD = note('Dorsalis pedis and posterior tibial pulses are 2/4. No edema.');
const COMMERCIAL = { settings: { payer: { value: 'commercial', from: 'mail' } } } as const;
const one = (text: string, modifiers: readonly string[] = [], code = '11721'): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  note: text,
});
const F = ['F foot-care'];
const W = ['W foot-care'];

ruleCases(footCare, /ch\. 15, 290/, [
  { name: 'class A', ...one(AMPUTATED), finds: [], lines: ['11721-Q7'] },
  { name: 'two of class B', ...one(PULSES), finds: [], lines: ['11721-Q8'] },
  { name: 'one of class B, two of class C', ...one(MIXED), finds: [], lines: ['11721-Q9'] },
  { name: 'too few findings', ...one(ONE), finds: W },
  { name: 'good pulses', ...one(GOOD), finds: W },
  { name: 'claimed without findings', ...one(GOOD, ['Q8']), finds: [...F, ...W], lines: ['11721'] },
  { name: 'claimed for another class', ...one(PULSES, ['Q7']), finds: F, lines: ['11721-Q8'] },
  { name: 'claimed and proven', ...one(PULSES, ['Q8']), finds: [] },
  { name: 'another payer', ...one(GOOD), ...COMMERCIAL, finds: [] },
  { name: 'an operation of the foot', ...one(PULSES, [], '28285'), finds: [] },
]);
