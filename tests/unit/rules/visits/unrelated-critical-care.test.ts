import type { PriorOperation } from '../../../../src/core/model/prior-operation.ts';
import { unrelatedCriticalCare } from '../../../../src/core/rules/visits/unrelated-critical-care.ts';
import type { Given } from '../../../support/a-claim.ts';
import { billed, told, visitNote } from '../../../support/a-visit.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const note = `${visitNote('ICU NOTE', { assessment: 'Septic shock.' })}\nCritical care time: 40 minutes.`;
const UNRELATED = `${note}\nThis illness is not related to the surgery.`;

/** Medicare, with an operation some days before. */
function after(
  given: Partial<PriorOperation>,
  payer: 'medicare' | 'commercial' = 'medicare',
): NonNullable<Given['settings']> {
  const value: PriorOperation = {
    code: '27447',
    daysBefore: 4,
    surgeon: 'own',
    side: undefined,
    relation: undefined,
    quote: undefined,
    ...given,
  };
  return { ...told(payer), priorOperation: { value, from: 'mail' } };
}

ruleCases(unrelatedCriticalCare, /global period, FT/, [
  {
    name: 'the note says that it is another illness',
    claim: billed('99291'),
    note: UNRELATED,
    settings: after({}),
    finds: [],
    lines: ['99291-FT'],
  },
  {
    name: 'the mail says so',
    claim: billed('99291', '99292'),
    note,
    settings: after({ relation: 'unrelated' }),
    finds: [],
    lines: ['99291-FT', '99292-FT'],
  },
  {
    name: 'nobody says so: it is asked',
    claim: billed('99291'),
    note,
    settings: after({}),
    finds: ['Q unrelated-critical-care'],
    asks: ['visit-critical-reason'],
  },
  {
    name: 'a complication is related',
    claim: billed('99291-FT'),
    note,
    settings: after({ relation: 'complication' }),
    finds: ['F unrelated-critical-care'],
    lines: ['99291 (held)'],
  },
  {
    name: 'another surgeon has no global period here',
    claim: billed('99291'),
    note,
    settings: after({ surgeon: 'other' }),
    finds: [],
  },
  { name: 'no operation before', claim: billed('99291'), note, settings: told('medicare'), finds: [] },
  { name: 'other payers have no FT', claim: billed('99291'), note, settings: after({}, 'commercial'), finds: [] },
  {
    name: 'a hospital visit takes 24 instead',
    claim: billed('99232'),
    note: UNRELATED,
    settings: after({}),
    finds: [],
  },
]);
