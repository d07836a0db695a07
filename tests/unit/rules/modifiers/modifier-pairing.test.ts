import { describe, expect, it } from 'vitest';
import { isModifier } from '../../../../src/core/rules/modifiers/modifier-catalogue.ts';
import { CONFLICTS } from '../../../../src/core/rules/modifiers/modifier-conflicts.ts';
import { modifierPairing } from '../../../../src/core/rules/modifiers/modifier-pairing.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const one = (modifiers: readonly string[], after: string, ...severities: string[]): Omit<RuleCase, 'name'> => ({
  claim: claimOf([lineOf('29881', { modifiers })]),
  finds: severities.map((severity) => `${severity} modifier-pairing`),
  lines: [after],
});

ruleCases(modifierPairing, /modifier definitions/, [
  { name: 'both sides and one of them', ...one(['LT', '50'], '29881-50', 'F') },
  { name: 'a co-surgeon is no assistant', ...one(['80', '62'], '29881-62', 'F') },
  { name: 'a PA is AS alone', ...one(['80', 'AS'], '29881-AS', 'F') },
  { name: 'XS tells more than 59', ...one(['59', 'XS'], '29881-XS', 'F') },
  { name: 'a related return is not unrelated', ...one(['78', '79'], '29881-78', 'F') },
  { name: 'a resident beside, and alone', ...one(['GC', 'GE'], '29881-GC', 'F') },
  { name: 'a repeat by the same and by another', ...one(['77', '76'], '29881-76', 'F') },
  { name: 'more than four', ...one(['62', '22', '78', 'RT', 'GC'], '29881-62-22-78-RT-GC', 'W') },
  { name: 'pricing stands before the side', ...one(['RT', '59'], '29881-59-RT') },
  { name: '62 stands before 51', ...one(['51', '62'], '29881-62-51') },
  { name: 'the role stands before the side', ...one(['LT', '80'], '29881-80-LT') },
  { name: '26 stands first of all', ...one(['59', '26'], '29881-26-59') },
  { name: 'one that stands twice', ...one(['RT', 'RT'], '29881-RT') },
  { name: 'one that no order knows stays last', ...one(['SC', '22'], '29881-22-SC') },
]);

describe('the conflicts', () => {
  it.each(CONFLICTS.map((conflict) => [conflict.stays, conflict.goes] as const))(
    '%s and %s are modifiers',
    (...both) => {
      expect(both.every(isModifier)).toBe(true);
    },
  );
});
