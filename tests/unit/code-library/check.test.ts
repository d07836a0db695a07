import { describe, expect, it } from 'vitest';
import { checkCues } from '../../../src/code-library/check/check-cues.ts';
import { checkExamples } from '../../../src/code-library/check/check-examples.ts';
import { checkGrids } from '../../../src/code-library/check/check-grids.ts';
import { checkRecords } from '../../../src/code-library/check/check-library.ts';
import { checkNames } from '../../../src/code-library/check/check-names.ts';
import { loadCodeLibrary } from '../../../src/code-library/load.ts';
import type { CodeLibrary, CodeRecord } from '../../../src/core/model/code-record.ts';
import { prepareLibrary } from '../../../src/core/retrieve/engine-library.ts';
import { smallLibrary } from '../../support/small-library.ts';

const small = smallLibrary();

function withCode(change: (code: CodeRecord) => CodeRecord): CodeLibrary {
  return { ...small, codes: small.codes.map((code) => (code.code === '47562' ? change(code) : code)) };
}

describe('the check of records', () => {
  it('finds nothing in a sound library', () => {
    expect(checkRecords(small)).toEqual([]);
  });

  it.each([
    [
      'an unknown axis',
      withCode((code) => ({ ...code, cell: { ...code.cell, colour: ['red'] } })),
      /cell names axis colour/,
    ],
    [
      'a missing axis',
      withCode((code) => ({ ...code, cell: { approach: ['laparoscopic'] } })),
      /cell lacks axis ducts/,
    ],
    [
      'an unknown value',
      withCode((code) => ({ ...code, cell: { ...code.cell, approach: ['vaginal'] } })),
      /approach has no value vaginal/,
    ],
    [
      'an unknown facet',
      withCode((code) => ({ ...code, needs: [{ facet: 'organ', values: ['liver'] }] })),
      /organ=liver/,
    ],
    ['an unknown step', withCode((code) => ({ ...code, includes: ['magic'] })), /step magic/],
    ['an unknown family', withCode((code) => ({ ...code, family: 'none' })), /family none/],
    ['a code twice', { ...small, codes: [...small.codes, ...small.codes.slice(0, 1)] }, /twice/],
    [
      'a question that names a code',
      withCode((code) => ({ ...code, ask: [{ id: 'q', to: 'surgeon', text: 'Was it 47563?', options: [] }] })),
      /question q names a code/,
    ],
  ])('finds %s', (_, library, what) => {
    expect(checkRecords(library).map((problem) => problem.what)).toEqual([expect.stringMatching(what)]);
  });
});

describe('the check of names', () => {
  const shared = { text: 'whipping the spleen', kind: 'dictation', ambiguousWith: [] } as const;
  const twoFamilies = (section: string): CodeLibrary => ({
    ...small,
    families: small.families
      .slice(0, 2)
      .map((family, at) => ({ ...family, names: [shared], section: at === 0 ? section : 'digestive' })),
    codes: [],
  });

  it('finds a name that two families share undeclared', () => {
    expect(checkNames(twoFamilies('digestive')).map(({ what }) => what)).toEqual([
      'name "whipping the spleen" is not declared ambiguous',
    ]);
  });

  it('lets a drug share its name with an act', () => {
    expect(checkNames(twoFamilies('hcpcs-drugs'))).toEqual([]);
  });
});

describe('the check of examples', () => {
  it('tells a yes sentence that does not select its code and a no sentence that does', () => {
    const examples = { yes: ['Knee arthroscopy.'], no: ['Laparoscopic cholecystectomy.'] };
    const library = withCode((code) => ({ ...code, examples }));
    const { problems } = checkExamples(prepareLibrary(library));
    expect(problems.map(({ where }) => where)).toEqual(expect.arrayContaining(['47562 yes', '47562 no']));
  });
});

describe('our own library', () => {
  it('keeps its rules', async () => {
    expect(checkRecords(await loadCodeLibrary())).toEqual([]);
  });

  it('has no cue that can never be found', async () => {
    expect(checkCues(await loadCodeLibrary())).toEqual([]);
  });
});

describe('the check of grids', () => {
  it('finds nothing where every cell has one code', () => {
    expect(checkGrids(small)).toEqual([]);
  });

  it('tells two codes that fill one cell, unless the patient tells them apart', () => {
    const twin = small.codes.find(({ code }) => code === '47562');
    if (twin === undefined) throw new Error('the small library has no 47562');
    const beside = (change: Partial<CodeRecord>): CodeLibrary => ({
      ...small,
      codes: [...small.codes, { ...twin, code: '47999' as CodeRecord['code'], ...change }],
    });
    expect(checkGrids(beside({})).map(({ where }) => where)).toEqual(['47562 47999']);
    const adult = { sex: undefined, ageFrom: 5, ageBelow: undefined };
    const child = { sex: undefined, ageFrom: undefined, ageBelow: 5 };
    const apart = beside({ patient: adult });
    const codes = apart.codes.map((code) => (code.code === '47562' ? { ...code, patient: child } : code));
    expect(checkGrids({ ...apart, codes })).toEqual([]);
  });
});

describe('the check of cues', () => {
  it.each([
    'guide ?wire',
    '(a1|a 1) (pulley )?.. (divided|cut)',
    '(separate |small )*(resections|stomas)',
    'clips x ?2',
    'mesh && non ?absorbable',
  ])('tells that %j is found in no note', (cue) => {
    expect(checkCues(withCode((code) => ({ ...code, favours: [cue] })))).toEqual([
      { where: '47562', what: expect.stringContaining(cue) },
    ]);
  });

  it.each(['bile duct*', '(cut|divided) .. (left |right )?duct', '*ectomy', 'duct && (clip|stapler)'])(
    'accepts %j',
    (cue) => {
      expect(checkCues(withCode((code) => ({ ...code, favours: [cue] })))).toEqual([]);
    },
  );
});
