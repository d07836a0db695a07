import { teaching } from '../../../../src/core/rules/modifiers/teaching.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const TITLE = 'PROCEDURE: Laparoscopic cholecystectomy.\n';
const RESIDENT = `${TITLE}The resident performed the dissection.`;
const PRESENT = 'I was present and scrubbed for the entire procedure.';
const ALONE = `${TITLE}The gallbladder was removed.`;
const COMMERCIAL = { settings: { payer: { value: 'commercial', from: 'mail' } } } as const;
const one = (note: string, modifiers: readonly string[] = [], code = '47562'): Pick<RuleCase, 'claim' | 'note'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  note,
});
const Q = { finds: ['Q teaching'], asks: ['teaching.presence'] };

ruleCases(teaching, /ch\. 12, 100\.1/, [
  { name: 'a resident and the attestation', ...one(`${RESIDENT} ${PRESENT}`), finds: [], lines: ['47562-GC'] },
  {
    name: 'a fellow in the header, the attending present throughout',
    ...one(`OPERATORS: [NAME] (fellow; attending present throughout)\n${ALONE}`),
    finds: [],
    lines: ['47562-GC'],
  },
  {
    name: 'key portions supervised',
    ...one(`${RESIDENT} The attending was present for all key portions.`),
    finds: [],
    lines: ['47562-GC'],
  },
  { name: 'a resident without a statement', ...one(RESIDENT), ...Q },
  { name: 'claimed without a statement', ...one(RESIDENT, ['GC']), ...Q, lines: ['47562'] },
  { name: 'another payer does not ask', ...one(RESIDENT), ...COMMERCIAL, finds: [] },
  { name: 'presence without a resident', ...one(`${ALONE} ${PRESENT}`), finds: [] },
  { name: 'no resident was available', ...one(`${ALONE} No qualified resident was available to assist.`), finds: [] },
  { name: 'a clinic of residents', ...one(`${ALONE} She will follow up in the resident clinic.`), finds: [] },
  { name: 'the fellow eye', ...one(`${ALONE} The procedure was repeated on the fellow eye.`), finds: [] },
  {
    name: 'the exception of primary care on an operation',
    ...one(ALONE, ['GE']),
    finds: ['F teaching'],
    lines: ['47562'],
  },
  { name: 'the exception on a low visit', ...one(ALONE, ['GE'], '99213'), finds: [] },
]);
