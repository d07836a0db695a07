import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

const TUBE = 'A myringotomy incision was made in the left ear drum and a tympanostomy tube was placed.';
const lines = (text: string): string[] => labels(codeNote(text, engine).draft);

describe('a side told in the story', () => {
  it('is both where the same was done on the opposite side', () => {
    const story = `${TUBE} By a similar procedure the opposite tube was placed.`;
    expect(lines(`ANESTHESIA: General.\n\nDESCRIPTION OF PROCEDURE: ${story}`)).toEqual(['69436-50']);
    const title = 'PROCEDURE: Tympanostomy with tube placement.';
    expect(lines(`${title}\n\nANESTHESIA: General.\n\nDESCRIPTION OF PROCEDURE: ${story}`)).toEqual(['69436-50']);
  });

  it('is the one side that the story names', () => {
    expect(lines(`ANESTHESIA: General.\n\nDESCRIPTION OF PROCEDURE: ${TUBE}`)).toEqual(['69436-LT']);
  });
});
