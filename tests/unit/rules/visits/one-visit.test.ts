import { oneVisit } from '../../../../src/core/rules/visits/one-visit.ts';
import { billed } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

ruleCases(oneVisit, /one visit a day/, [
  {
    name: 'emergency visit and admission by the same physician',
    claim: billed('99285', '99223'),
    finds: ['F one-visit'],
    lines: ['99223'],
  },
  { name: 'office and admission', claim: billed('99215', '99222'), finds: ['F one-visit'], lines: ['99222'] },
  {
    name: 'a visit on the day of discharge',
    claim: billed('99232', '99239'),
    finds: ['F one-visit'],
    lines: ['99239'],
  },
  { name: 'two office visits', claim: billed('99213', '99214'), finds: ['F one-visit'], lines: ['99214'] },
  {
    name: 'two office visits of which one has 25 are looked at',
    claim: billed('99213-25', '99214'),
    finds: ['W one-visit'],
  },
  { name: 'one visit', claim: billed('99214'), finds: [] },
  { name: 'critical care beside an emergency visit', claim: billed('99285-25', '99291'), finds: [] },
  { name: 'a preventive visit beside another problem', claim: billed('99396', '99213-25'), finds: [] },
  { name: 'from hospital to nursing facility on one day', claim: billed('99238', '99305'), finds: [] },
  { name: 'prolonged time and G2211 are no visits', claim: billed('99215', 'G2212', 'G2211'), finds: [] },
  { name: 'operations are not counted', claim: billed('99213', '20610', '11402'), finds: [] },
]);
