import { expect, it } from 'vitest';
import type { EngineLibrary } from '../../../../src/core/retrieve/engine-library.ts';
import { libraryExclusion } from '../../../../src/core/rules/edits/library-exclusion.ts';
import { claimOf, lineOf, quote, ruled } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { ruleCases } from '../../../support/rule-cases.ts';
import { smallEngine } from '../../../support/small-library.ts';

/** The small library where one knee code excludes another on the same knee, and one level excludes another. */
function excluding(code: string, other: string): EngineLibrary {
  const engine = smallEngine();
  const record = engine.find(code);
  if (record === undefined) throw new Error(`${code} is not in the small library`);
  const never = [{ code: other, when: 'sameTarget', why: 'the lesser act', authority: 'NCCI ch. 4' }] as const;
  return { ...engine, find: (asked) => (asked === code ? { ...record, never } : engine.find(asked)) };
}

const knees = excluding('29881', '66984');
const both = (one: string[], other: string[]) =>
  claimOf([lineOf('29881', { modifiers: one }), lineOf('66984', { modifiers: other })]);
const necks = excluding('22551', '63047');
const SPINE = 'PROCEDURE: Spine.\nTECHNIQUE: C5-C6 was fused. C3-C4 was decompressed. It was decompressed.';
const spine = (words: string) =>
  claimOf([
    lineOf('22551', { evidence: [quote('C5-C6 was fused', SPINE)] }),
    lineOf('63047', { evidence: [quote(words, SPINE)] }),
  ]);

ruleCases(libraryExclusion, /code library/, [
  {
    name: 'a look beside the operation',
    claim: claimOf([lineOf('47562'), lineOf('49320')]),
    finds: ['F library-exclusion'],
    lines: ['47562'],
  },
  {
    name: 'in either order',
    claim: claimOf([lineOf('49320'), lineOf('47562')]),
    finds: ['F library-exclusion'],
    lines: ['47562'],
  },
  { name: 'a look alone', claim: claimOf([lineOf('49320')]), finds: [] },
  { name: 'codes that exclude nothing', claim: claimOf([lineOf('47562'), lineOf('29881')]), finds: [] },
  {
    name: 'the same target',
    claim: both(['RT'], ['RT']),
    library: knees,
    finds: ['F library-exclusion'],
    lines: ['29881-RT'],
  },
  {
    name: 'no target told is the same',
    claim: both([], []),
    library: knees,
    finds: ['F library-exclusion'],
    lines: ['29881'],
  },
  { name: 'the other side', claim: both(['RT'], ['LT']), library: knees, finds: [] },
  { name: 'another level', claim: spine('C3-C4 was decompressed'), note: SPINE, library: necks, finds: [] },
  {
    name: 'a level not told, and no edit that would ask for it',
    claim: spine('It was decompressed'),
    note: SPINE,
    library: necks,
    finds: ['F library-exclusion'],
    lines: ['22551'],
  },
  {
    name: 'a level not told is left to the edit, which asks',
    claim: spine('It was decompressed'),
    note: SPINE,
    library: necks,
    official: editsOf(pairOf('22551', '63047', '1')),
    finds: [],
  },
  { name: 'codes that the library does not know', claim: claimOf([lineOf('97597'), lineOf('99999')]), finds: [] },
]);

it('tells the reason, its authority and the code beside', () => {
  const { draft } = ruled(libraryExclusion, claimOf([lineOf('47562'), lineOf('49320')]));
  expect(draft.notBilled[0]).toMatchObject({
    code: '49320',
    reason: 'the look is the start (NCCI ch. 1, beside 47562)',
  });
});
