import { describe, expect, it } from 'vitest';
import { splitSections } from '../../../src/core/extract/sections.ts';
import { splitStatements } from '../../../src/core/extract/statements.ts';
import { untreatedDigits } from '../../../src/core/extract/untreated.ts';

const untreated = (text: string): string[] => {
  const statements = splitStatements(text, splitSections(text));
  return [...untreatedDigits({ statements }, ['right'])];
};

describe('digits left alone', () => {
  it.each([
    ['DETAILS: Skin was cut.\n\nToe 5 - marked, but lying straight. No incision there.', ['T9']],
    ['DETAILS: Skin was cut.\n\nRing: it glides, so we agreed not to operate on it.', ['F8']],
    ['DETAILS: Skin was cut.\n\nRing: the A1 pulley was divided. No incision over the wrist.', []],
    ['DETAILS: Skin was cut.\n\nMiddle: the A1 pulley was divided.', []],
    ['DETAILS: The ring pulley was divided. I decided not to release the middle.', ['F7']],
    ['DETAILS: I decided not to release the middle and the ring.', []],
  ])('%s', (text, digits) => {
    expect(untreated(text)).toEqual(digits);
  });
});
