import { modifierKnown } from '../../../../src/core/rules/modifiers/modifier-known.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const one = (code: string, modifiers: readonly string[], after: string, finds: number): Omit<RuleCase, 'name'> => ({
  claim: claimOf([lineOf(code, { modifiers })]),
  finds: Array.from({ length: finds }, () => 'F modifier-known'),
  lines: [after],
});

ruleCases(modifierKnown, /HCPCS Level II/, [
  { name: 'a modifier that nobody defined', ...one('47562', ['ZQ'], '47562', 1) },
  { name: 'three signs are no modifier', ...one('47562', ['590'], '47562', 1) },
  { name: 'hospital visits of one day on a physician claim', ...one('99213', ['27'], '99213', 1) },
  { name: 'a stop before anesthesia is told by the facility', ...one('45378', ['73'], '45378', 1) },
  { name: 'a physical status on an operation', ...one('27447', ['RT', 'P3'], '27447-RT', 1) },
  { name: 'medical direction on an operation', ...one('27447', ['QK'], '27447', 1) },
  { name: 'the same on its anesthesia code', ...one('01402', ['QK', 'P3', 'QS'], '01402-QK-P3-QS', 0) },
  { name: 'two that do not exist on one line', ...one('47562', ['Z9', 'YY'], '47562', 2) },
  { name: 'digits, lids and vessels exist', ...one('28285', ['T9'], '28285-T9', 0) },
  { name: 'seldom ones exist', ...one('47562', ['ST', 'SC', '2P'], '47562-ST-SC-2P', 0) },
  { name: 'one that only informs', ...one('47562', ['GC', 'AQ'], '47562-GC-AQ', 0) },
  { name: 'no modifier', ...one('47562', [], '47562', 0) },
]);
