import { claimedFacts } from '../../../../src/core/rules/modifiers/claimed-facts.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const PLAIN = 'PROCEDURE: Carpal tunnel release.\nThe ligament was divided under local anesthesia.';
const BLOCK = 'PROCEDURE: Carpal tunnel release.\nI administered an axillary block. The ligament was divided.';
const COURT = 'PROCEDURE: Evaluation.\nThe evaluation was mandated by the court.';
const COMMERCIAL = { settings: { payer: { value: 'commercial', from: 'mail' } } } as const;
const one = (note: string, code: string, ...modifiers: string[]): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  note,
});
const F = ['F claimed-facts'];
const W = ['W claimed-facts'];

ruleCases(claimedFacts, /modifier|Manual/, [
  { name: '32 without anybody who ordered it', ...one(PLAIN, '64721', '32'), finds: W },
  { name: '32 by a court', ...one(COURT, '99204', '32'), finds: [] },
  { name: '47 for Medicare', ...one(BLOCK, '64721', '47'), finds: F, lines: ['64721'] },
  { name: '47 for another payer, block told', ...one(BLOCK, '64721', '47'), ...COMMERCIAL, finds: [] },
  { name: '47 for a local anesthetic', ...one(PLAIN, '64721', '47'), ...COMMERCIAL, finds: W },
  { name: 'KX without a policy', ...one(PLAIN, '97110', 'GP', 'KX'), finds: W },
  {
    name: 'KX beyond the threshold, by mail',
    ...one(PLAIN, '97110', 'GP', 'KX'),
    facts: { sender: 'Over the therapy cap.' },
    finds: [],
  },
  { name: 'CQ without its plan of care', ...one(PLAIN, '97110', 'CQ'), finds: F, lines: ['97110-CQ-GP'] },
  { name: 'CO beside its plan of care', ...one(PLAIN, '97530', 'CO', 'GO'), finds: [] },
  { name: 'a therapy assistant on an operation', ...one(PLAIN, '64721', 'CQ'), finds: F, lines: ['64721'] },
  { name: 'no such modifier', ...one(PLAIN, '64721', 'RT'), finds: [] },
]);
