import { multipleProcedures } from '../../../../src/core/rules/payment/multiple-procedures.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const OFFICIAL = {
  editions: EDITIONS,
  fees: [
    feeOf('47562'),
    feeOf('49505'),
    feeOf('31500', { multipleProcedure: '0' }),
    feeOf('22552', { multipleProcedure: '0' }),
  ],
};
const COMMERCIAL = { settings: { payer: { value: 'commercial', from: 'mail' } } } as const;
const MEDICARE = { settings: { payer: { value: 'medicare', from: 'mail' } } } as const;
const WANTED = { facts: { sender: 'Payer: Cigna. This payer wants modifier 51.' } };
const lines = (first: string[], second: string[], code = '49505'): Pick<RuleCase, 'claim'> => ({
  claim: claimOf([lineOf('47562', { modifiers: first }), lineOf(code, { modifiers: second })]),
});
const one = { official: OFFICIAL };
const W = ['W multiple-procedures'];
const F = ['F multiple-procedures'];

ruleCases(multipleProcedures, /multiple procedure indicator/, [
  { name: 'Medicare does not want it', ...lines([], ['51']), ...one, finds: W, lines: ['47562', '49505'] },
  { name: 'a commercial claim may keep it', ...lines([], ['51']), ...one, ...COMMERCIAL, finds: [] },
  { name: 'nothing is added by default', ...lines([], []), ...one, ...COMMERCIAL, finds: [] },
  {
    name: 'added where the payer wants it',
    ...lines([], ['LT']),
    ...one,
    ...COMMERCIAL,
    ...WANTED,
    finds: [],
    lines: ['47562', '49505-51-LT'],
  },
  { name: 'never for Medicare, whoever wants it', ...lines([], []), ...one, ...MEDICARE, ...WANTED, finds: [] },
  {
    name: 'the first line is paid in full',
    ...lines(['51'], []),
    ...one,
    ...COMMERCIAL,
    finds: W,
    lines: ['47562', '49505'],
  },
  { name: 'an exempt code', ...lines([], ['51'], '31500'), ...one, ...COMMERCIAL, finds: F, lines: ['47562', '31500'] },
  { name: 'an add-on', ...lines([], ['51'], '22552'), ...one, ...COMMERCIAL, finds: F, lines: ['47562', '22552'] },
  {
    name: 'an add-on is not reduced either where 51 is wanted',
    ...lines([], [], '22552'),
    ...one,
    ...COMMERCIAL,
    ...WANTED,
    finds: [],
  },
]);
