import type { ProcedureCode } from '../../../../src/core/model/code.ts';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import { prepareLibrary } from '../../../../src/core/retrieve/engine-library.ts';
import { unlisted } from '../../../../src/core/rules/codes/unlisted.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';
import { smallLibrary } from '../../../support/small-library.ts';

const NOTE = 'PROCEDURE: Facet dowel fusion.\nTECHNIQUE: A bone dowel was put into the facet joint.';
const evidence = [quote('Facet dowel fusion', NOTE)];

/** The small library with a temporary code of that name, valid until a day. */
function withTemporary(validTo?: string) {
  const small = smallLibrary();
  const [family] = small.families.filter(({ family: id }) => id === 'knee-scope');
  const [code] = small.codes.filter(({ code: each }) => each === '29881');
  if (family === undefined || code === undefined) throw new Error('the small library has changed');
  const name = { text: 'facet dowel fusion', kind: 'dictation' as const, ambiguousWith: [] };
  return prepareLibrary({
    ...small,
    families: [...small.families, { ...family, family: 'facet-dowel', names: [name], target: 'level' }],
    codes: [
      ...small.codes,
      { ...code, code: '0221T' as ProcedureCode, family: 'facet-dowel', validTo: validTo as IsoDate | undefined },
    ],
  });
}

ruleCases(unlisted, /unlisted/, [
  {
    name: 'is held and told to go with a comparable code',
    claim: claimOf([lineOf('48999')]),
    finds: ['W unlisted'],
    lines: ['48999 (held)'],
  },
  {
    name: 'a held one has been told of already',
    claim: claimOf([lineOf('48999', { held: 'an unlisted code goes with a comparable code' })]),
    finds: [],
    lines: ['48999 (held)'],
  },
  {
    name: 'never takes 22',
    claim: claimOf([lineOf('48999', { modifiers: ['22'], held: 'x' })]),
    finds: ['F unlisted'],
    lines: ['48999 (held)'],
  },
  {
    name: 'never takes 52',
    claim: claimOf([lineOf('29999', { modifiers: ['52', 'RT'], held: 'x' })]),
    finds: ['F unlisted'],
    lines: ['29999-RT (held)'],
  },
  {
    name: 'a side, a co-surgeon and an assistant may stand',
    claim: claimOf([
      lineOf('29999', { modifiers: ['LT', '62'], held: 'x' }),
      lineOf('29999', { modifiers: ['80'], held: 'x' }),
    ]),
    finds: [],
    lines: ['29999-LT-62 (held)', '29999-80 (held)'],
  },
  {
    name: 'a temporary code that tells the service goes first',
    claim: claimOf([lineOf('22899', { evidence })]),
    note: NOTE,
    library: withTemporary(),
    finds: ['F unlisted'],
    lines: ['22899 (held)'],
  },
  {
    name: 'a temporary code that ended before the day does not',
    claim: claimOf([lineOf('22899', { evidence, held: 'x' })]),
    note: NOTE,
    library: withTemporary('2024-12-31'),
    finds: [],
    lines: ['22899 (held)'],
  },
  { name: 'a described code that ends in 99', claim: claimOf([lineOf('37299')]), finds: [] },
  { name: 'an ordinary operation with 22', claim: claimOf([lineOf('47562', { modifiers: ['22'] })]), finds: [] },
]);
