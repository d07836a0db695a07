import { repeatedService } from '../../../../src/core/rules/modifiers/repeated-service.ts';
import { claimOf, lineOf } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const noteWith = (words: string) => `PROCEDURE: As above.\nTECHNIQUE: ${words}`;
const line = (code: string, ...modifiers: string[]) => claimOf([lineOf(code, { modifiers })]);

ruleCases(repeatedService, /modifiers 76, 77, 91/, [
  {
    name: 'the same shock again later that day: 76',
    note: noteWith('Cardioversion at noon. Six hours later cardioversion was repeated again with success.'),
    claim: line('92960', '76'),
    finds: [],
  },
  {
    name: '76 for which the note tells one',
    note: noteWith('Cardioversion with one shock.'),
    claim: line('92960', '76'),
    finds: ['Q repeated-service'],
    lines: ['92960'],
    asks: ['repeated.92960'],
  },
  {
    name: '76 though another doctor did the first',
    note: noteWith('The first tube was placed by Dr Smith. Later that day I placed another one again.'),
    claim: line('32551', '76'),
    finds: ['W repeated-service'],
    lines: ['32551'],
  },
  {
    name: '77: the first by another doctor',
    note: noteWith('The first tube was placed by Dr Smith. Later that day I placed another one again.'),
    claim: line('32551', '77'),
    finds: [],
  },
  {
    name: '91 for a serial level',
    note: noteWith('Troponin was repeated every three hours to follow the trend.'),
    claim: line('84484', '91'),
    finds: [],
  },
  {
    name: '91 for a hemolyzed specimen',
    note: noteWith('The potassium was hemolyzed and rerun.'),
    claim: line('84132', '91'),
    finds: ['W repeated-service'],
    lines: ['84132'],
  },
  { name: '91 on a procedure', claim: line('32551', '91'), finds: ['W repeated-service'], lines: ['32551'] },
  {
    name: '76 on a laboratory test',
    note: noteWith('Glucose repeated later today.'),
    claim: line('82947', '76'),
    finds: ['W repeated-service'],
    lines: ['82947'],
  },
  { name: '76 on a visit', claim: line('99213', '76'), finds: ['W repeated-service'], lines: ['99213'] },
  {
    name: 'two equal lines',
    claim: claimOf([lineOf('29881'), lineOf('29881', { seq: 2 })]),
    finds: ['W duplicate-line'],
  },
  {
    name: 'two lines told apart by their side',
    claim: claimOf([lineOf('29881', { modifiers: ['LT'] }), lineOf('29881', { seq: 2, modifiers: ['RT'] })]),
    finds: [],
  },
  { name: 'one line', claim: line('29881'), finds: [] },
]);
