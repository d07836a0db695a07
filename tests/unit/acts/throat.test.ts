import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const draftOf = (text: string) => codeNote(text, REAL_LIBRARY).draft.lines;

describe('a throat looked at without the bronchi', () => {
  it('takes bites for the larynx where no bronchoscopy was done', () => {
    const text = `PROCEDURE: Direct laryngoscopy.
DESCRIPTION: The Jako laryngoscope was passed. Several cup forceps bites were taken of an ulcer of the right aryepiglottic fold. The piriform sinus lesion measured 2 cm. No bronchoscopy was done.`;
    const codes = draftOf(text).map(({ code }) => code);
    expect(codes).toContain('31535');
    expect(codes).not.toContain('31628');
  });
});

describe('lesions summed up in their sentence', () => {
  it('counts what is told in total', () => {
    const text = `PROCEDURE: Cryotherapy of actinic keratoses.
DESCRIPTION: On the scalp five and on the forehead four scaly macules were found, nine in total. Each was frozen with liquid nitrogen.`;
    expect(draftOf(text).map(({ code, units }) => [code, units])).toEqual([
      ['17000', 1],
      ['17003', 8],
    ]);
  });
});
