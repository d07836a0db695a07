import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

const draft = (text: string) => codeNote(text, engine).draft;
const diagnoses = (text: string): string[] => draft(text).diagnoses.map(({ code }) => code);

const SCOPE = 'PROCEDURE: Colonoscopy.\n\nDESCRIPTION: The colonoscope was advanced to the cecum.';
const lists = (before: string, after: string): string =>
  `PREOPERATIVE DIAGNOSIS: ${before}\n\nPOSTOPERATIVE DIAGNOSIS: ${after}\n\n${SCOPE}`;

describe('the reason of a look into the colon', () => {
  it.each([
    ['a screening goes first', 'Screening.', 'Diverticulosis.', ['Z12.11', 'K57.30']],
    ['polyps of the past stand behind', 'History of polyps.', 'Diverticulosis.', ['K57.30', 'Z86.0100']],
    ['polyps without an organ are of the colon', 'Rectal bleeding.', 'Tiny polyps.', ['K63.5']],
    ['what was not found leaves the symptom', 'Diarrhea.', 'Normal colonoscopy.', ['R19.7']],
  ])('%s', (_, before, after, expected) => {
    expect(diagnoses(lists(before, after))).toEqual(expected);
  });
});

describe('a failed item of the title', () => {
  const story = 'The needle was not seen in the stomach and we were unable to proceed. A midline incision was made.';
  const tube = 'A purse string was sewn in the stomach wall and a tube led out.';

  it('gives way to what came of it', () => {
    const title = '1. Failed percutaneous endoscopic gastrostomy.\n\n2. Open Stamm gastrostomy.';
    expect(labels(draft(`PROCEDURE: ${title}\n\nDESCRIPTION: ${story} ${tube}`))).toEqual(['43830']);
  });
});
