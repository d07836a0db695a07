import { describe, expect, it } from 'vitest';
import { factsOver, joinTexts, withTold } from '../../../src/core/deidentify/addendum.ts';
import { deidentify, deidentifyText } from '../../../src/core/deidentify/deidentify.ts';
import type { IsoDate } from '../../../src/core/model/ids.ts';

const note = deidentify('DATE OF SURGERY: 03/14/2025\nThis 57-year-old woman had her gallbladder removed.');

describe('what a sender adds to a note', () => {
  it('stands in a paragraph of its own, masked', () => {
    const longer = withTold(note, 'Dr. Harriet Olmstead also did a cholangiogram. Call 555-867-5309.').note;
    expect(longer.text).toBe(
      `${note.text}\n\nADDENDUM BY THE SENDER: Dr. [NAME] also did a cholangiogram.\nCall [PHONE].`,
    );
    expect(longer.masked).toEqual({ date: 1, name: 1, phone: 1 });
  });

  it('fills what is not known of the patient and changes nothing that is', () => {
    expect(withTold(note, 'A 5-year-old graft was replaced.').note.facts).toEqual(note.facts);
    const silent = deidentify('The gallbladder was removed.');
    expect(withTold(silent, 'The patient is a 61-year-old man.').note.facts).toMatchObject({
      ageYears: 61,
      sex: 'male',
    });
  });

  it('is left out when only identifiers are in it', () => {
    expect(withTold(note, 'Harriet Olmstead', { names: ['Harriet Olmstead'] }).note).toBe(note);
    expect(withTold(note, '').note).toBe(note);
  });
});

describe('two texts of one sender', () => {
  it('stand one after the other', () => {
    const [one, other] = [deidentifyText('payer: Medicare'), deidentifyText('payer: commercial')];
    expect(joinTexts(one, other)).toBe('payer: Medicare\n\npayer: commercial');
    expect(joinTexts(deidentifyText(''), other)).toBe(other);
  });

  it('tell the facts of the later one first', () => {
    const dateOfService = '2025-03-01' as IsoDate;
    const later = { dateOfService, ageYears: undefined, sex: 'female' as const, priorDates: [] };
    expect(factsOver(note.facts, later)).toEqual({ dateOfService, ageYears: 57, sex: 'female', priorDates: [] });
  });
});
