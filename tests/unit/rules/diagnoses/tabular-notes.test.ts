import { describe, expect, it } from 'vitest';
import { NO_OFFICIAL_FACTS } from '../../../../src/core/model/official.ts';
import { notesOver, refersTo, standsUnder } from '../../../../src/core/rules/diagnoses/tabular-notes.ts';
import { noteRows } from '../../../support/diagnoses.ts';

describe('notes of the tabular list', () => {
  it.each([
    ['a category named with a dash (K80.-)', 'K80.20', true],
    ['a category named with a dash (K80.-)', 'K81.0', false],
    ['one code (N23)', 'N23', true],
    ['one code, its longer ones too (T74.22)', 'T74.22XA', true],
    ['a range (A00-B99)', 'B20', true],
    ['a range (A00-B99)', 'C18.7', false],
    ['a range of subcategories (M22.0-M22.3)', 'M22.2X1', true],
    ['a range of subcategories (M22.0-M22.3)', 'M22.41', false],
    ['a list (S24.0, S24.1-, S34.0-)', 'S34.01XA', true],
    ['open skull fracture (S02.- with 7th character B)', 'S02.0XXB', true],
    ['open skull fracture (S02.- with 7th character B)', 'S02.0XXA', false],
    ['drug (T36-T50 with fifth or sixth character 1-4 or 6)', 'T40.1X1A', true],
    ['drug (T36-T50 with fifth or sixth character 1-4 or 6)', 'T40.1X5A', false],
    ['no code at all', 'K80.20', false],
  ])('%s names %s: %s', (note, code, isNamed) => {
    expect(refersTo(note, code)).toBe(isNamed);
  });

  it.each([
    ['K80.20', 'K80', true],
    ['K80.20', 'K80-K87', true],
    ['K80.20', 'K00-K95', true],
    ['K80.20', 'K80.21', false],
    ['O9A.111', 'O00-O9A', true],
    ['C7A.020', 'C7A-C7A', true],
    ['S72.001A', 'S70-S79', true],
  ])('%s stands under %s: %s', (code, subject, stands) => {
    expect(standsUnder(code, subject)).toBe(stands);
  });

  it('inherits from category, block and chapter, the nearest first', () => {
    const diagnosisNotes = noteRows(`
      K00-K95 excludes1 of the chapter
      K80-K87 excludes1 of the block
      K80 excludes1 of the category
      K80.2 excludes1 of the subcategory
      K80.2 excludes2 of another kind
      K81 excludes1 of a sister`);
    const notes = notesOver('K80.20', ['excludes1'], { ...NO_OFFICIAL_FACTS, diagnosisNotes });
    expect(notes.map(({ text }) => text)).toEqual([
      'of the subcategory',
      'of the category',
      'of the chapter',
      'of the block',
    ]);
  });
});
