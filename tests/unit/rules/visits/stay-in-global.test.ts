import type { Draft } from '../../../../src/core/model/draft.ts';
import { stayInGlobal } from '../../../../src/core/rules/visits/stay-in-global.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { billed, globals } from '../../../support/a-visit.ts';
import { REAL_LIBRARY } from '../../../support/real-library.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const official = globals({ '58260': '090', '11402': '010', '52332': '000', '99238': 'XXX' });
const given = { official, library: REAL_LIBRARY };

/** A claim whose note also tells operations of the stay. */
function after(operations: readonly string[], ...lines: readonly string[]): Draft {
  const told = operations.map((code) => ({ code: lineOf(code).code, title: code, reason: 'told', evidence: [] }));
  return { ...billed(...lines), notBilled: told };
}

ruleCases(stayInGlobal, /global surgical package/, [
  {
    name: 'the discharge after a hysterectomy lies inside its global days',
    claim: after(['58260'], '99238'),
    finds: ['W stay-in-global'],
    lines: ['99024'],
    ...given,
  },
  {
    name: 'the long discharge too',
    claim: after(['58260'], '99239'),
    finds: ['W stay-in-global'],
    lines: ['99024'],
    ...given,
  },
  {
    name: 'a visit on a later day of the stay too',
    claim: after(['58260'], '99232'),
    finds: ['W stay-in-global'],
    lines: ['99024'],
    ...given,
  },
  {
    name: 'ten days cover a discharge',
    claim: after(['11402'], '99238'),
    finds: ['W stay-in-global'],
    lines: ['99024'],
    ...given,
  },
  {
    name: 'an operation without days after leaves the discharge billable',
    claim: after(['52332'], '99238'),
    finds: [],
    ...given,
  },
  { name: 'without an operation it stands', claim: after([], '99238'), finds: [], ...given },
  {
    name: '24 makes it another matter',
    claim: after(['58260'], '99232-24'),
    finds: [],
    ...given,
  },
  {
    name: 'an office visit is judged elsewhere',
    claim: after(['58260'], '99213'),
    finds: [],
    ...given,
  },
  {
    name: 'without a fee schedule nothing is known of its days',
    claim: after(['58260'], '99238'),
    finds: [],
    library: REAL_LIBRARY,
  },
]);
