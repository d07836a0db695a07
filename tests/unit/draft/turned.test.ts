import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();
const codes = (text: string): string[] =>
  labels(codeNote(text, engine).draft)
    .map((label) => label.slice(0, 5))
    .toSorted();

const BACK = 'A 5 cm lipoma of the back was shelled out of the subcutaneous fat.';
const CYST = 'Then the 1.5 cm sebaceous cyst of the neck was excised with its punctum and closed with nylon.';

describe('a lump that proves to be another thing', () => {
  it('is coded by its own words, not by those of the title', () => {
    expect(codes(`PROCEDURE: Excision of masses x2.\n\nDESCRIPTION: ${BACK}\n\n${CYST}`)).toEqual(['11422', '21931']);
  });

  it('is coded once where the title names both', () => {
    const title = 'PROCEDURE: Excision of lipoma of back and sebaceous cyst of neck.';
    expect(codes(`${title}\n\nDESCRIPTION: ${BACK}\n\n${CYST}`)).toEqual(['11422', '21931']);
  });

  it('is told by the diagnosis where it is the only one', () => {
    const note =
      'POSTOPERATIVE DIAGNOSIS: Epidermal inclusion cyst.\n\nPROCEDURE: Excision of mass, upper back.\n\nDESCRIPTION: The mass measured 3.2 cm, and with a narrow margin 3.6 cm in greatest width. It was excised with the skin.';
    expect(codes(note)).toEqual(['11404']);
  });

  it('is told by the diagnosis where nothing of it is measured', () => {
    const note =
      'POSTOPERATIVE DIAGNOSIS: Pilonidal abscess.\n\nPROCEDURE: Incision and drainage.\n\nDESCRIPTION: A stab let out 10 ml of pus from the natal cleft. A wick was placed.';
    expect(codes(note)).toEqual(['10080']);
  });
});

describe('one act on two things', () => {
  it.each(['Left inguinal and umbilical herniorrhaphies.', 'Repair of left inguinal hernia and umbilical hernia.'])(
    'is two procedures: %s',
    (title) => {
      const story = 'The cord was looped and the sac reduced. At the umbilicus the 1 cm defect was closed.';
      expect(codes(`PROCEDURE: ${title}\n\nDESCRIPTION: ${story}`)).toEqual(['49505', '49591']);
    },
  );
});

describe('samples told one after the other', () => {
  it('are counted by the last of them', () => {
    const story =
      'First target: the vacuum device took 8 cores and a clip was left. Second target: 6 cores, another clip. Third target: 6 cores and a clip.';
    const note = `PROCEDURE: MRI guided vacuum biopsy, left breast.\n\nDESCRIPTION: ${story}`;
    expect(labels(codeNote(note, engine).draft)).toContain('19086 x2');
  });

  it('are two where a nodule of either side was sampled', () => {
    const story =
      'Under ultrasound the right nodule was sampled with four passes. The left nodule was sampled likewise.';
    expect(codes(`PROCEDURE: Ultrasound guided FNA of thyroid nodules.\n\nDESCRIPTION: ${story}`)).toEqual([
      '10005',
      '10006',
    ]);
  });
});

describe('a flap told after Mohs surgery', () => {
  it('comes with it, and does not where it was only thought of', () => {
    const stage = 'PROCEDURE: Mohs surgery, nose.\n\nSTAGE I: one layer, 2 blocks, clear.\n\nREPAIR: ';
    expect(codes(`${stage}A bilobed flap was raised and rotated into the defect.`)).toEqual(['14060', '17311']);
    expect(codes(`${stage}We looked at a bilobed flap. The wound was left open.`)).toEqual(['17311']);
  });
});

describe('an old port taken out', () => {
  const OUT = 'The old port with all of its tubing was pulled out.';
  const note = (story: string): string => `PROCEDURE: Revision of port-a-cath.\n\nDESCRIPTION: A 66-year-old. ${story}`;

  it('is the removal where nothing else was done', () => {
    expect(codes(note(`The pocket was opened. ${OUT}`))).toEqual(['36590']);
  });

  it('stands beside the new one', () => {
    const story = `The left jugular vein was accessed under ultrasound guidance, a pocket was made and a new port was seated in it. ${OUT}`;
    expect(codes(note(story))).toContain('36561');
  });
});
