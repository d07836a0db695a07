import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../src/core/draft/pointers.ts';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const codes = (text: string): string[] => codeNote(text, library).draft.diagnoses.map(({ code }) => code);

describe('diagnoses', () => {
  it.each([
    ['POSTOPERATIVE DIAGNOSIS: Gallstones.', ['K80.20']],
    ['POSTOPERATIVE DIAGNOSIS: 1. Cholelithiasis.\n2. Acute cholecystitis.', ['K80.20', 'K81.0']],
    ['PREOPERATIVE DIAGNOSIS: Gallstones.\nPOSTOPERATIVE DIAGNOSIS: Acute cholecystitis.', ['K81.0']],
    ['PREOPERATIVE DIAGNOSIS: Gallstones.\nPOSTOPERATIVE DIAGNOSIS: Same.', ['K80.20']],
    ['PREOPERATIVE DIAGNOSIS: Gallstones.\nPOSTOPERATIVE DIAGNOSIS: Same. Acute cholecystitis.', ['K80.20', 'K81.0']],
    ['PREOPERATIVE DIAGNOSIS: Gallstones.', ['K80.20']],
    ['POSTOPERATIVE DIAGNOSIS: Probable gallstones.', []],
    ['POSTOPERATIVE DIAGNOSIS: Rule out acute cholecystitis.', []],
    ['POSTOPERATIVE DIAGNOSIS: Findings consistent with gallstones.', []],
    ['POSTOPERATIVE DIAGNOSIS: Medial meniscus tear, left knee.', ['S83.242A']],
    ['POSTOPERATIVE DIAGNOSIS: Medial meniscus tear.\nPROCEDURE: Right knee arthroscopy.', ['S83.241A']],
    ['POSTOPERATIVE DIAGNOSIS: Nuclear cataract, OS.', ['H25.12']],
    ['INDICATIONS: Gallstones.', ['K80.20']],
    ['INDICATIONS: History of gallstones.', []],
    ['PROCEDURE: Cholecystectomy for gallstones.', ['K80.20']],
    ['PREOPERATIVE DIAGNOSIS: Probable polyp.\nPROCEDURE: Cholecystectomy for gallstones.', ['K80.20']],
    ['POSTOPERATIVE DIAGNOSIS: 1. History of gallstones.\n2. Acute cholecystitis.', ['K81.0']],
    ['POSTOPERATIVE DIAGNOSIS: History of gallstones.', ['K80.20']],
  ])('%s -> %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['Carcinoma of the right upper lobe, invading the chest wall.', ['C34.11']],
    ['Lung cancer, left upper lobe.', ['C34.12']],
    ['Metastatic carcinoma to the left lung.', ['C78.02']],
    ['Probable carcinoma of the right upper lobe.', ['R91.8']],
    ['History of carcinoma of the right upper lobe.', []],
    ['Sarcoma of nothing we know.', []],
  ])('read a growth by what and where it is: %s -> %j', (post, expected) => {
    expect(codes(`PREOPERATIVE DIAGNOSIS: Mass of the lung.\nPOSTOPERATIVE DIAGNOSIS: ${post}`)).toEqual(expected);
  });

  it('say which post-operative diagnosis the library cannot code', () => {
    const text = 'PREOPERATIVE DIAGNOSIS: Mass of the lung.\nPOSTOPERATIVE DIAGNOSIS: Sarcoma of nothing we know.';
    const { draft } = codeNote(text, library);
    expect(draft.questions.map(({ id, to }) => [id, to])).toContainEqual(['diagnosis.unknown', 'sender']);
  });

  it('point from the line to what its record expects, at most four', () => {
    const text =
      'POSTOPERATIVE DIAGNOSIS: 1. Acute cholecystitis.\n2. Gallstones.\nPROCEDURE: Laparoscopic cholecystectomy.';
    expect(codeNote(text, library).draft.lines[0]?.dx).toEqual(['K80.20']);
  });

  it('match a pattern that ends in a dash', () => {
    expect(matchesPattern('K80.20', 'K80.-')).toBe(true);
    expect(matchesPattern('K80.20', 'K80.2-')).toBe(true);
    expect(matchesPattern('K80.20', 'K80.1-')).toBe(false);
    expect(matchesPattern('K80.20', 'K80.20')).toBe(true);
  });
});
