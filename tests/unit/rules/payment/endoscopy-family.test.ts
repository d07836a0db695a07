import { expect, it } from 'vitest';
import { endoscopyFamily } from '../../../../src/core/rules/payment/endoscopy-family.ts';
import { claimOf, EDITIONS, feeOf, lineOf, ruled } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const member = (code: string, endoscopicBase: string) => feeOf(code, { multipleProcedure: '3', endoscopicBase });
const official = {
  editions: EDITIONS,
  fees: [
    feeOf('45378'),
    member('45380', '45378'),
    member('45385', '45378'),
    feeOf('43235'),
    member('43239', '43235'),
    feeOf('29870'),
    member('29881', '29870'),
  ],
};
const claim = (...codes: string[]) => claimOf(codes.map((code) => lineOf(code)));
const knee = (one: string[], other: string[]) =>
  claimOf([lineOf('29881', { modifiers: one }), lineOf('29870', { modifiers: other })]);
const fell = (lines: string[]) => ({ finds: ['F endoscopy-family'], lines });

ruleCases(endoscopyFamily, /endoscopic base/, [
  { name: 'the base beside a member', claim: claim('45378', '45385'), official, ...fell(['45385']) },
  {
    name: 'the base beside two members',
    claim: claim('45380', '45378', '45385'),
    official,
    ...fell(['45380', '45385']),
  },
  { name: 'the base of another family', claim: claim('43235', '45385'), official, finds: [] },
  { name: 'the base alone', claim: claim('45378'), official, finds: [] },
  { name: 'two members stand', claim: claim('45380', '45385'), official, finds: [] },
  { name: 'the same knee', claim: knee(['RT'], ['RT']), official, ...fell(['29881-RT']) },
  { name: 'the other knee', claim: knee(['RT'], ['LT']), official, finds: [] },
  { name: 'another session', claim: knee([], ['58']), official, finds: [] },
  { name: 'no fee schedule', claim: claim('45378', '45385'), finds: [] },
]);

it('tells what members of a family are paid', () => {
  const { findings } = ruled(endoscopyFamily, claim('45385', '45380', '43239'), { official });
  expect(findings).toMatchObject([{ severity: 'I', codes: ['45385', '45380'] }]);
  expect(findings[0]?.text).toMatch(/endoscopic base 45378/);
});
