import { describe, expect, it } from 'vitest';
import { codeNote, operativeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

function codesOf(diagnosis: string, title: string, story: string): string[] {
  return codeNote(operativeNote(diagnosis, title, story), REAL_LIBRARY).draft.lines.map(({ code }) => code);
}

const PORTS = 'A Hasson port was placed at the umbilicus with two working ports.';

describe('an act that the title claims and the story denies', () => {
  it('leaves the way in', () => {
    const story = `${PORTS} The appendix was normal and was left in place. The pelvis was washed out.`;
    expect(codesOf('Suspected appendicitis', 'Laparoscopic appendectomy', story)).toEqual(['49320']);
  });

  it('leaves the act where the story tells it', () => {
    const story = `${PORTS} The appendix was divided with a stapler and removed in a bag. The cecum was left in place.`;
    expect(codesOf('Appendicitis', 'Laparoscopic appendectomy', story)).toEqual(['44970']);
  });

  it('leaves the lesser work of the family', () => {
    const story =
      'The arthroscope was introduced into the knee. The medial meniscus was probed, no tear was found and nothing was resected.';
    expect(codesOf('Knee pain', 'Left knee arthroscopy with partial medial meniscectomy', story)).toEqual(['29870']);
  });

  it('leaves the other acts of the title', () => {
    const story =
      'Both tonsils were dissected with the coblator. The nasopharynx was examined, and adenoidectomy was not needed.';
    expect(codesOf('Chronic tonsillitis, age 7', 'Tonsillectomy and adenoidectomy, 7-year-old', story)).toEqual([
      '42825',
    ]);
  });

  it('is no companion either', () => {
    const story =
      'The bronchoscope was passed through the airway. Bronchoalveolar lavage of the right upper lobe was carried out. Biopsy was not attempted.';
    expect(codesOf('Lung nodule', 'Bronchoscopy with transbronchial biopsy', story)).toEqual(['31624']);
  });

  it('is not denied by what is said of another part', () => {
    const story =
      'The bronchoscope was passed. Forceps biopsies of the endobronchial lesion were taken. No transbronchial biopsy was done.';
    expect(codesOf('Endobronchial lesion', 'Bronchoscopy with endobronchial biopsy', story)).toEqual(['31625']);
  });

  it('stays where the title says itself that it was not finished', () => {
    const story = `${PORTS} The mesoappendix was divided. The heart rate fell. The appendix was left in place.`;
    expect(codesOf('Appendicitis', 'Laparoscopic appendectomy, not completed', story)).toEqual(['44970']);
  });

  it('is told as not billed, with the words that deny it', () => {
    const story = `${PORTS} The appendix was normal and was left in place.`;
    const { draft } = codeNote(operativeNote('Pain', 'Laparoscopic appendectomy', story), REAL_LIBRARY);
    expect(draft.notBilled).toContainEqual(
      expect.objectContaining({ code: '44970', reason: 'the note says that it was not done' }),
    );
  });
});
