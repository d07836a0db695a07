import { professionalComponent } from '../../../../src/core/rules/modifiers/professional-component.ts';
import { claimOf, EDITIONS, feeOf, lineOf } from '../../../support/a-claim.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const by = (pcTc: string) => ({ official: { editions: EDITIONS, fees: [feeOf('77001', { pcTc })] } });
const IN_OFFICE = { settings: { place: { value: 'office', from: 'mail' } } } as const;
const one = (...modifiers: string[]): Pick<RuleCase, 'claim'> => ({ claim: claimOf([lineOf('77001', { modifiers })]) });
const F = ['F professional-component'];

ruleCases(professionalComponent, /PC\/TC indicator/, [
  { name: 'a split code in a facility takes 26', ...one(), ...by('1'), finds: [], lines: ['77001-26'] },
  { name: 'it has it already', ...one('26'), ...by('1'), finds: [] },
  { name: 'TC in a facility is the hospital', ...one('TC'), ...by('1'), finds: F, lines: ['77001-26'] },
  { name: 'both parts in a facility', ...one('26', 'TC'), ...by('1'), finds: F, lines: ['77001-26'] },
  {
    name: 'both parts in the office are the whole',
    ...one('26', 'TC'),
    ...by('1'),
    ...IN_OFFICE,
    finds: F,
    lines: ['77001'],
  },
  { name: 'the whole in the office', ...one(), ...by('1'), ...IN_OFFICE, finds: [] },
  { name: 'the reading alone in the office', ...one('26'), ...by('1'), ...IN_OFFICE, finds: [] },
  { name: 'TC in the office', ...one('TC'), ...by('1'), ...IN_OFFICE, finds: [] },
  { name: '26 on a physician service', ...one('26'), ...by('0'), finds: F, lines: ['77001'] },
  { name: '26 on a code that is the reading', ...one('26'), ...by('2'), finds: F, lines: ['77001'] },
  { name: 'TC on a code that is technical', ...one('TC'), ...by('3'), ...IN_OFFICE, finds: F, lines: ['77001'] },
  { name: '26 on a laboratory test that a physician reads', ...one('26'), ...by('6'), finds: [] },
  { name: 'an operation takes nothing', ...one('LT'), ...by('0'), finds: [] },
  { name: 'no fee schedule, no judgement', ...one('26'), finds: [] },
]);
