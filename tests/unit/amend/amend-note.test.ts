import { describe, expect, it } from 'vitest';
import { amendNote } from '../../../src/core/amend/amend-note.ts';
import { noteOf } from '../../support/code-a-note.ts';

const NOTE = `PROCEDURE PERFORMED: Right knee arthroscopy with partial medial meniscectomy and removal of a loose body.
DESCRIPTION OF PROCEDURE: The arthroscope was introduced. The medial meniscus was resected with a shaver. A 4 mm loose body was removed.`;

function amended(...told: readonly string[]) {
  const read = amendNote(noteOf(`${NOTE}\n\nADDENDUM BY THE SENDER: ${told.join('\n')}`));
  return { ...read, text: read.note.text };
}

describe('a note that its sender corrects', () => {
  it('shows the changed words in brackets, and whose they are', () => {
    const { text, amendments } = amended('It was the left knee, not the right.');
    expect(text).toContain('PROCEDURE PERFORMED: [left] knee arthroscopy');
    expect(text).toContain('\n\nCORRECTION BY THE SENDER: It was the left knee, not the right.');
    expect(amendments).toHaveLength(1);
    for (const { start, end, quote } of amendments) {
      expect(text.slice(start, end)).toBe('[left]');
      expect(text.slice(quote.start, quote.end)).toBe(quote.quote);
    }
  });

  it('keeps the places of earlier changes when a later one stands before them', () => {
    const { text, amendments } = amended('The loose body was 6 mm, not 4 mm.', 'Sorry, left side.');
    expect(amendments.map(({ start, end }) => text.slice(start, end)).sort()).toEqual(['[6 mm]', '[left]']);
  });

  it('leaves out what was not done, the item of the title and the sentence of the story', () => {
    const { text } = amended('No loose body was removed.');
    expect(text).toContain('meniscectomy [...].');
    expect(text).toContain('with a shaver. [...].');
  });

  it('is left as it stands when the operation itself is denied', () => {
    const { isDenied, text } = amended('No knee arthroscopy, no meniscectomy and no loose body removal was done.');
    expect(isDenied).toBe(true);
    expect(text).toContain(NOTE);
  });

  it.each([
    'No drain was placed.',
    'The left leg was placed in a holder.',
    'The tumor was in the left lobe.',
    'The patient is not diabetic.',
    'The lateral meniscus was intact.',
    'The portals were 5 mm.',
  ])('is not changed by what tells of something else: %s', (told) => {
    const { text, amendments } = amended(told);
    expect(amendments).toEqual([]);
    expect(text).toBe(`${NOTE}\n\nADDENDUM BY THE SENDER: ${told}`);
  });

  it('without a follow-up is the same note', () => {
    const note = noteOf(NOTE);
    expect(amendNote(note)).toEqual({ note, amendments: [], isDenied: false });
  });

  it('of hostile length is read in one pass', () => {
    const told = Array.from({ length: 200 }, (_, at) => `The loose body was ${at % 9} mm, not ${(at + 1) % 9} mm.`);
    expect(amended(...told).text.length).toBeLessThan(40_000);
  });
});
