import { describe, expect, it } from 'vitest';
import { deniedPhrases } from '../../../src/core/extract/denied-phrase.ts';
import { normalize } from '../../../src/core/extract/normalize.ts';

/** `thing # deed` of every denial that a statement tells. */
function denied(statement: string): string[] {
  return [...new Set(deniedPhrases(normalize(statement)).map(({ words, deed }) => `${words} # ${deed}`))];
}

describe('what a statement says was not done', () => {
  it.each([
    ['Biopsy was not attempted because the patient desaturated.', 'biopsy # attempted'],
    ['The AC joint looked healthy, so the distal clavicle was not resected.', 'the distal clavicle # resected'],
    ['The appendix was normal and was left in place.', 'the appendix # left in place'],
    ['The ovaries and tubes were healthy and were preserved.', 'the ovaries and tubes # preserved'],
    ['No resection was done.', 'resection # done'],
    ['Nothing was resected.', 'nothing # resected'],
    ['No stent was left.', 'stent # left'],
    ['No adenoid tissue was found.', 'adenoid tissue # found'],
    ['Decortication was deferred.', 'decortication # deferred'],
    ['I elected not to open the left side.', 'open the left side # open'],
    ['There was no need for a shunt.', 'a shunt # needed'],
    ['We dispensed with the cholangiogram.', 'the cholangiogram # dispensed with'],
    ['Sling cancelled.', 'sling # cancelled'],
    ['The mastoid was never drilled.', 'the mastoid # drilled'],
    ["The turbinates weren't touched.", 'the turbinates # touched'],
    ['A stent had been planned but proved unnecessary.', 'a stent # unnecessary'],
    ['The adenoid bed was seen and there was only a remnant, not removed.', 'the adenoid bed # removed'],
  ])('%s', (statement, expected) => {
    expect(denied(statement)).toEqual([expected]);
  });

  it.each([
    'The duct was not dilated.',
    'No further biopsies were taken.',
    'A drain was placed and no bleeding was noted.',
    'No residual tumor was seen.',
    'No nodes were identified around the esophagus.',
    'It was not necessary to convert.',
  ])('is nothing in: %s', (statement) => {
    expect(denied(statement)).toEqual([]);
  });

  it('tells a pronoun by the things told before it', () => {
    expect(denied('A cholangiogram was attempted but the duct was small and it was abandoned.')).toEqual([
      'a cholangiogram # abandoned',
      'the duct # abandoned',
    ]);
  });

  it('tells a pronoun that opens a statement by the statement before it', () => {
    const before = normalize('The turbinates had shrunk.');
    expect(deniedPhrases(normalize('They were not touched.'), before)).toEqual([
      { words: 'the turbinates', deed: 'touched', kind: 'undone' },
    ]);
  });

  it('tells each of several things', () => {
    expect(denied('No wires or stents went up.')).toEqual(['wires # went up', 'stents # went up']);
  });
});
