import { teamSurgery } from '../../../../src/core/rules/modifiers/team-surgery.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const TEAM = 'PROCEDURE: Heart and lung transplant.\nA team of five surgeons took part.';
const ALONE = 'PROCEDURE: Heart and lung transplant.\nThe heart was sewn in.';
const by = (team: string) => ({ official: { editions: EDITIONS, fees: [feeOf('33935', { team })] } });
const claimed: Pick<RuleCase, 'claim'> = { claim: claimOf([lineOf('33935', { modifiers: ['66'] })]) };
const AS_TEAM = { settings: { role: { value: 'team', from: 'mail' } } } as const;
const without = { lines: ['33935'] };

ruleCases(teamSurgery, /team indicator/, [
  { name: 'indicator 2 is paid by report', ...claimed, ...by('2'), note: TEAM, finds: ['W team-surgery'] },
  { name: 'indicator 1 is paid by report', ...claimed, ...by('1'), note: TEAM, finds: ['W team-surgery'] },
  { name: 'indicator 0', ...claimed, ...by('0'), note: TEAM, finds: ['F team-surgery'], ...without },
  { name: 'indicator 9', ...claimed, ...by('9'), note: TEAM, finds: ['F team-surgery'], ...without },
  { name: 'nobody tells of a team', ...claimed, ...by('2'), note: ALONE, finds: ['Q team-surgery'], ...without },
  { name: 'the sender tells of it', ...claimed, ...by('2'), ...AS_TEAM, note: ALONE, finds: ['W team-surgery'] },
  { name: 'no 66', claim: claimOf([lineOf('33935')]), ...by('2'), note: TEAM, finds: [] },
  {
    name: 'no 66 and no team',
    claim: claimOf([lineOf('33935', { modifiers: ['62'] })]),
    ...by('0'),
    note: ALONE,
    finds: [],
  },
]);
