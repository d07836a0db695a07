import { describe, expect, it } from 'vitest';
import type { OfficialTexts } from '../../../src/core/model/official.ts';
import { prepareLibrary } from '../../../src/core/retrieve/engine-library.ts';
import { officialDiagnoses } from '../../../src/core/retrieve/official-diagnoses.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine, smallLibrary } from '../../support/small-library.ts';

/** A made-up corner of the order file and of its index. */
const TEXTS: OfficialTexts = {
  levelTwo: [],
  diagnoses: (
    [
      ['H26', false, 'Other cataract'],
      ['H26.49', false, 'Other secondary cataract'],
      ['H26.491', true, 'Other secondary cataract, right eye'],
      ['H26.492', true, 'Other secondary cataract, left eye'],
      ['H26.499', true, 'Other secondary cataract, unspecified eye'],
      ['H44.9', true, 'Unspecified disorder of globe'],
      ['S52.501A', true, 'Unspecified fracture of the lower end of right radius, initial encounter'],
      ['S52.501D', true, 'Unspecified fracture of the lower end of right radius, subsequent encounter'],
      ['W01.0XXA', true, 'Fall on same level from slipping, initial encounter'],
    ] as const
  ).map(([code, isBillable, title]) => ({ code, isBillable, title })),
  terms: [
    { path: 'Opacity, opacities > capsule, posterior NEC', code: 'H26.49-' },
    { path: 'Cataract (capsular) > secondary > obscured vision', code: 'H26.49' },
    { path: 'Disorder > globe', code: 'H44.9' },
    { path: 'Fracture, traumatic > radius > lower end', code: 'S52.50' },
    { path: 'Fall > slipping', code: 'W01.0' },
    { path: 'Nothing > known', code: 'Z99.99' },
  ],
};

describe('the official file as a catalogue', () => {
  const records = new Map(officialDiagnoses(TEXTS).map((record) => [record.code as string, record]));

  it('holds what may be billed, without the causes of accidents', () => {
    expect([...records.keys()]).toEqual(['H26.491', 'H26.492', 'H26.499', 'H44.9', 'S52.501A', 'S52.501D']);
  });

  it('gives the words of a category to the code below it that claims least', () => {
    expect(records.get('H26.499')?.terms).toEqual(['Opacity capsule', 'Cataract secondary obscured vision']);
    expect(records.get('S52.501A')?.terms).toEqual(['Fracture radius lower end']);
    expect(records.get('S52.501D')?.terms).toEqual([]);
  });
});

describe('a diagnosis that our own list lacks', () => {
  const known = prepareLibrary(smallLibrary(), TEXTS);
  const codes = (text: string, library = known): string[] =>
    codeNote(text, library).draft.diagnoses.map(({ code }) => code);

  it.each([
    ['POSTOPERATIVE DIAGNOSIS: Posterior capsule opacity, left eye.', ['H26.492']],
    ['POSTOPERATIVE DIAGNOSIS: Posterior capsule opacity.', ['H26.499']],
    ['POSTOPERATIVE DIAGNOSIS: No posterior capsule opacity.', []],
    ['INDICATIONS: Posterior capsule opacity.', []],
    ['POSTOPERATIVE DIAGNOSIS: Disorder of the globe.', []],
    ['POSTOPERATIVE DIAGNOSIS: Gallstones.', ['K80.20']],
  ])('is found through the official index, where it tells enough: %s -> %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is told as such, and stays unknown where no file is loaded', () => {
    const text = 'POSTOPERATIVE DIAGNOSIS: Posterior capsule opacity, left eye.';
    const [line] = codeNote(text, known).draft.diagnoses;
    expect(line?.confidence.because).toContain('found through the index of ICD-10-CM');
    expect(codes(text, smallEngine())).toEqual([]);
  });
});
