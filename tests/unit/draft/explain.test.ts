import { describe, expect, it } from 'vitest';
import { explainNote, setAside } from '../../../src/core/draft/explain.ts';
import { extractNote } from '../../../src/core/extract/extract.ts';
import { noteOf } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const NOTE = `PROCEDURE: Laparoscopic cholecystectomy.
DESCRIPTION: A cholangiogram showed free flow of contrast. The gallbladder was removed. A biopsy of the liver was not performed.`;

describe('an explanation', () => {
  const extract = extractNote(noteOf(NOTE), library);

  it('gives the family, the facts with the words that tell them, and the code they lead to', () => {
    const [first] = explainNote(extract, library);
    expect(first).toMatchObject({
      words: 'Laparoscopic cholecystectomy.',
      source: 'title',
      facts: [
        { axis: 'approach', value: 'laparoscopic', how: 'told', quote: 'Laparoscopic' },
        { axis: 'ducts', value: 'imaged', how: 'told', quote: 'cholangiogram showed' },
      ],
      codes: ['47563'],
    });
    expect(first?.families[0]).toMatchObject({
      title: 'Gallbladder removal',
      why: expect.arrayContaining(['named in the note']),
    });
  });

  it('says how a silent fact was settled', () => {
    const [first] = explainNote(extractNote(noteOf('PROCEDURE: Cholecystectomy.'), library), library);
    expect(first?.facts[0]).toMatchObject({ how: 'not told: taken, and asked', quote: undefined });
  });

  it('lists what was read and not counted', () => {
    expect(setAside(extract)).toEqual([
      { words: 'A biopsy of the liver was not performed.', why: 'the note says that it was not done' },
    ]);
  });
});
