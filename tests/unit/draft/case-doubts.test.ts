import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../../src/core/model/draft.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const STORY =
  'Four ports were placed. The cystic duct and the cystic artery were clipped and divided. The gallbladder was dissected from its bed and removed.';

function confidenceOf(note: string): Confidence {
  const [line] = codeNote(note, REAL_LIBRARY).draft.lines;
  if (line === undefined) throw new Error('no line was drafted');
  return line.confidence;
}

describe('how sure a line is', () => {
  const clear = confidenceOf(`Procedure: Laparoscopic cholecystectomy\nTechnique: ${STORY}`);

  it('is sure where title and story tell the same', () => {
    expect(clear.word).toBe('sure');
  });

  it('sinks with words of the title that only other codes know', () => {
    const told = confidenceOf(
      `Procedure: Laparoscopic cholecystectomy with splenic flexure hemangioma sclerosis\nTechnique: ${STORY}`,
    );
    expect(told.value).toBeLessThan(clear.value);
  });

  it('sinks where the story is of another operation', () => {
    const told = confidenceOf(
      'Procedure: Laparoscopic cholecystectomy\nTechnique: The knee was scoped. The torn medial meniscus was trimmed with a shaver. The lateral meniscus and the cruciate ligament were probed and intact. The articular cartilage was smooth.',
    );
    expect(told.because).toMatch(/^the story has more words of/);
    expect(told.value).toBeLessThan(clear.value);
  });

  it('needs a coder where no title tells what was done', () => {
    const told = confidenceOf(
      `Patient brought to the room and put to sleep. Time out. ${STORY} The laparoscopic cholecystectomy was completed in 40 minutes. Counts were right. The skin was glued. He went to recovery awake.`,
    );
    expect(told.value).toBeLessThan(clear.value);
  });

  it('is not sure of a note in key words, whose facts are easily read amiss', () => {
    const told = confidenceOf(
      'Procedure: Laparoscopic cholecystectomy\nTechnique: Four ports in. Duct and artery clipped, cut. Gallbladder off the bed w/ hook. Out in a bag. Ports dry. Glue.',
    );
    expect(told.because).toBe('the note is jotted down in key words');
    expect(told.word).not.toBe('sure');
  });

  it('sinks where the title alone means another code, and says which', () => {
    const told = confidenceOf(
      'Procedure: Left ureteroscopy with laser lithotripsy of a stone.\nTechnique: The scope was passed into the ureter. The stone was broken with the laser. A double-J stent was placed over the wire.',
    );
    expect(told.because).toBe('the title by itself may mean 52353');
    expect(told.word).toBe('likely');
  });

  it('asks of no title the size that the story tells', () => {
    const told = confidenceOf(
      'Procedure: Cystoscopy with transurethral resection of a bladder tumor.\nTechnique: The scope was passed into the bladder. A 3 cm tumor was resected with the loop and its base was fulgurated.',
    );
    expect(told.because).not.toContain('title');
  });
});
