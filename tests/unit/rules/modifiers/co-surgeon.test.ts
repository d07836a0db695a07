import { coSurgeon } from '../../../../src/core/rules/modifiers/co-surgeon.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const TITLE = 'PROCEDURE: Anterior fusion of two lumbar spaces.\nTECHNIQUE: ';
const EXPOSED = `${TITLE}The exposure was done by Dr. Vale. I removed the discs and set the cages.`;
const TWO_SPECIALTIES = `${TITLE}The exposure was done by the general surgery team, then orthopedic surgery fused the spaces.`;
const PARTNERS = `${TITLE}The exposure was done by Dr. Vale, of the same group and specialty. I set the cages.`;
const NAMED_ONLY = `CO-SURGEON: A. Vale, MD\n${TITLE}The discs were removed and cages were set. The co-surgeon was present.`;
const ALONE = `${TITLE}The discs were removed and cages were set.`;

const by = (indicator: string) => ({
  official: { editions: EDITIONS, fees: [feeOf('22558', { coSurgeon: indicator })] },
});
const AS_CO_SURGEON = { settings: { role: { value: 'co-surgeon', from: 'mail' } } } as const;
const claimed: Pick<RuleCase, 'claim'> = {
  claim: claimOf([lineOf('22558', { modifiers: ['62'], evidence: [{ quote: 'PROCEDURE', start: 0, end: 9 }] })]),
};
const without = { lines: ['22558'] };

ruleCases(coSurgeon, /co-surgeon indicator/, [
  { name: 'indicator 2, two specialties told', ...claimed, ...by('2'), note: TWO_SPECIALTIES, finds: [] },
  { name: 'indicator 2, specialties not told', ...claimed, ...by('2'), note: EXPOSED, finds: ['W co-surgeon'] },
  {
    name: 'indicator 2, one specialty and group',
    ...claimed,
    ...by('2'),
    note: PARTNERS,
    finds: ['W co-surgeon'],
    ...without,
  },
  { name: 'indicator 1 needs documents', ...claimed, ...by('1'), note: EXPOSED, finds: ['W co-surgeon'] },
  { name: 'indicator 0, claimed', ...claimed, ...by('0'), note: ALONE, finds: ['F co-surgeon'], ...without },
  {
    name: 'indicator 0, suggested by the note',
    ...claimed,
    ...by('0'),
    note: EXPOSED,
    finds: ['W co-surgeon'],
    ...without,
  },
  {
    name: 'indicator 9 on the own claim of a co-surgeon',
    ...claimed,
    ...by('9'),
    ...AS_CO_SURGEON,
    note: EXPOSED,
    finds: ['F co-surgeon'],
    lines: ['22558 (held)'],
  },
  {
    name: 'a name and no part',
    ...claimed,
    ...by('2'),
    note: NAMED_ONLY,
    finds: ['Q co-surgeon'],
    asks: ['co-surgeon.parts'],
    ...without,
  },
  { name: 'the sender says so', ...claimed, ...by('2'), ...AS_CO_SURGEON, note: ALONE, finds: ['W co-surgeon'] },
  { name: 'no fee schedule: the note alone', ...claimed, note: EXPOSED, finds: [] },
  {
    name: 'an exposure by general surgery suggests it',
    claim: claimOf([lineOf('22558')]),
    ...by('2'),
    note: TWO_SPECIALTIES,
    finds: [],
    lines: ['22558-62'],
  },
  { name: 'nobody else took part', claim: claimOf([lineOf('22558')]), ...by('2'), note: ALONE, finds: [] },
]);
