import { describe, expect, it } from 'vitest';
import { extractNote } from '../../../src/core/extract/extract.ts';
import { lookup } from '../../../src/core/lookup/lookup.ts';
import { buildVocabulary, judge, tells } from '../../../src/core/retrieve/facets.ts';
import { contextOf, readGrid } from '../../../src/core/retrieve/family-grid.ts';
import { rankFamilies } from '../../../src/core/retrieve/rank-families.ts';
import { retrieveCandidates } from '../../../src/core/retrieve/retrieve.ts';
import { noteOf } from '../../support/code-a-note.ts';
import { smallEngine, smallLibrary } from '../../support/small-library.ts';

const library = smallEngine();
const extract = (text: string) => extractNote(noteOf(text), library);
const best = (text: string): string | undefined => {
  const read = extract(text);
  const [instance] = read.instances;
  return instance && rankFamilies(instance, read, library)[0]?.family.family;
};

describe('families', () => {
  it.each([
    ['PROCEDURE: Laparoscopic cholecystectomy.', 'gallbladder-removal'],
    ['PROCEDURE: Lap chole.', 'gallbladder-removal'],
    ['PROCEDURE: Removal of the gallbladder.', 'gallbladder-removal'],
    ['PROCEDURE: ACDF C5-6.', 'neck-fusion'],
    ['PROCEDURE: Anterior cervical diskectomy with fusion C5-6.', 'neck-fusion'],
    ['PROCEDURE: Laparoscopic cholecystecomy.', 'gallbladder-removal'],
    ['PROCEDURE: Left knee arthroscopy.', 'knee-scope'],
    ['PROCEDURE: Repair of a laceration of the arm.', 'wound-repair'],
  ])('%s is %s', (text, family) => {
    expect(best(text)).toBe(family);
  });
});

describe('candidates', () => {
  it('put the told cell first and its neighbours behind', () => {
    const codes = retrieveCandidates(extract('PROCEDURE: Laparoscopic cholecystectomy.'), library).map(
      ({ code }) => code,
    );
    expect(codes[0]).toBe('47562');
    expect(codes.slice(0, 4)).toEqual(expect.arrayContaining(['47563', '47600']));
  });

  it('give every instance a place among the first', () => {
    const found = retrieveCandidates(extract('PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy.'), library);
    expect(
      found
        .slice(0, 2)
        .map(({ code }) => code as string)
        .toSorted(),
    ).toEqual(['29881', '47562']);
  });

  it('hold the companions of a family', () => {
    const codes = retrieveCandidates(extract('PROCEDURE: ACDF C5-6 with allograft.'), library).map(({ code }) => code);
    expect(codes).toContain('20931');
  });

  it('leave out codes outside a documented age or sex', () => {
    const note = noteOf('PROCEDURE: Tonsillectomy and adenoidectomy.', { ageYears: 5 });
    const codes = retrieveCandidates(extractNote(note, library), library).map(({ code }) => code);
    expect(codes).toContain('42820');
    expect(codes).not.toContain('42821');
  });

  it('are empty for an empty note', () => {
    expect(retrieveCandidates(extract(''), library)).toEqual([]);
  });
});

describe('a grid', () => {
  const grid = (text: string) => {
    const read = extract(text);
    const [instance] = read.instances;
    const family = instance && library.families.get(instance.families[0]?.family ?? '');
    if (instance === undefined || family === undefined) throw new Error('no family in the text');
    return readGrid(library, family, contextOf(read, instance), read);
  };

  it.each([
    ['PROCEDURE: Laparoscopic cholecystectomy.', '47562'],
    ['PROCEDURE: Open cholecystectomy.', '47600'],
    ['PROCEDURE: Cholecystectomy.', '47562'],
    ['PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: We converted to an open operation.', '47600'],
    ['PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: The cholangiogram was normal.', '47563'],
    [
      'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: We were unable to do a cholangiogram that showed anything.',
      '47562',
    ],
    ['PROCEDURE: Lap chole with normal cholangiogram.\nTECHNIQUE: Ports were placed.', '47562'],
    ['PROCEDURE: Lap chole.\nPLAN: a cholangiogram that shows the duct will be done.', '47562'],
  ])('%s -> %s', (text, code) => {
    expect(grid(text).codes.map((each) => each.code)).toEqual([code]);
  });

  it('says how each value came about', () => {
    const { readings } = grid('PROCEDURE: Cholecystectomy.');
    expect(readings.map(({ axis, how }) => [axis, how])).toEqual([
      ['approach', 'ask'],
      ['ducts', 'assume'],
    ]);
  });
});

describe('facets', () => {
  const vocabulary = buildVocabulary(smallLibrary().vocabulary);

  it('a narrower value satisfies a wider one, not the reverse', () => {
    expect(tells(vocabulary, { facet: 'anatomy', values: ['biliary'] }, 'the bile duct')).toBe(true);
    expect(tells(vocabulary, { facet: 'anatomy', values: ['bile-duct'] }, 'the biliary tree')).toBe(false);
  });

  it('another approach in the same words is a conflict; another organ is not', () => {
    expect(judge(vocabulary, { facet: 'approach', values: ['thoracoscopic'] }, 'laparoscopic')).toBe('conflict');
    expect(judge(vocabulary, { facet: 'anatomy', values: ['biliary'] }, 'the gallbladder')).toBe('silent');
  });
});

describe('lookup', () => {
  it('puts the code itself first', () => {
    expect(lookup(library, '47562', { limit: 3 })[0]).toMatchObject({ code: '47562', why: ['the code itself'] });
  });

  it('finds procedures and diagnoses by words, abbreviations and misspelt words', () => {
    expect(lookup(library, 'lap chole', { limit: 3 })[0]?.code).toBe('47562');
    expect(lookup(library, 'gallstones', { limit: 3 }).map(({ code }) => code)).toContain('K80.20');
    expect(lookup(library, 'cholecystecomy', { limit: 3 }).map(({ system }) => system)).toContain('cpt');
  });

  it('finds nothing for nonsense', () => {
    expect(lookup(library, 'zzzz', { limit: 3 })).toEqual([]);
  });
});
