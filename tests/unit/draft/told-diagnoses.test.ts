import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const drafted = (text: string, sender = '') => codeNote(text, library, { sender }).draft.diagnoses;
const codes = (text: string, sender = ''): string[] => drafted(text, sender).map(({ code }) => code);

describe('doubt within a diagnosis', () => {
  it.each([
    ['Gallstones, possible acute cholecystitis.', ['K80.20']],
    ['Gallstones with likely acute cholecystitis.', ['K80.20']],
    ['Mass of the lung, suspicious for carcinoma.', ['R91.8']],
    ['Mass of the lung, rule out lung cancer.', ['R91.8']],
    ['Gallstones, suspected.', []],
    ['Gallstones (probable).', []],
    ['Gallstones versus acute cholecystitis.', []],
    ['CT findings consistent with gallstones.', []],
    ['Pathology pending, working dx gallstones.', []],
    ['Suspicion for gallstones.', []],
  ])('%s -> %j', (words, expected) => {
    expect(codes(`POSTOPERATIVE DIAGNOSIS: ${words}`)).toEqual(expected);
  });

  it('is not in the quote of what is certain', () => {
    const [line] = drafted('POSTOPERATIVE DIAGNOSIS: Gallstones, possible acute cholecystitis.');
    expect(line?.evidence.map(({ quote }) => quote)).toEqual(['Gallstones']);
  });
});

describe('what the note tells otherwise', () => {
  it.each([
    ['No evidence of gallstones.', []],
    ['Family history of lung cancer.', []],
    ['Gallstones, no evidence of acute cholecystitis.', ['K80.20']],
    ['Lung cancer, status post lobectomy.', ['C34.90']],
    ['History of lung cancer.', []],
  ])('%s -> %j', (words, expected) => {
    expect(codes(`POSTOPERATIVE DIAGNOSIS: ${words}`)).toEqual(expected);
  });

  it('takes no normal finding for a diagnosis', () => {
    expect(codes('FINDINGS: The nuclear cataract was not there, the medial meniscus tear intact and normal.')).toEqual(
      [],
    );
  });
});

describe('a code that the surgeon writes', () => {
  it.each([
    ['is used where it is of the same category', 'Gallstones (K80.21).', ['K80.21']],
    ['stands for words our library does not know', 'Strange colic of the left flank, Q99.8.', ['Q99.8']],
    ['is used where its title has the words', 'Acute swelling of the gallbladder, cholecystitis K81.0.', ['K81.0']],
    ['leaves another diagnosis of the same item', 'Gallstones K80.21 and nuclear cataract.', ['K80.21', 'H25.11']],
    ['does not overrule the words', 'Gallstones, Q99.8.', ['K80.20']],
    ['needs no dot behind the name of the code set', 'Strange colic, ICD-10: Q998.', ['Q99.8']],
    ['is no vertebra', 'Strange colic at T12.', []],
    ['is none of the ninth revision', 'Strange colic, V45.89, 574.10.', []],
  ])('%s: %s', (_, words, expected) => {
    expect(codes(`POSTOPERATIVE DIAGNOSIS: ${words}`)).toEqual(expected);
  });

  it('is titled by its words until an order file tells better', () => {
    const [line] = drafted('POSTOPERATIVE DIAGNOSIS: 1. Strange colic of the left flank (Q99.8).');
    expect(line?.title).toBe('Strange colic of the left flank');
  });
});

describe('a code that the mail tells', () => {
  const PROCEDURE = '\nPROCEDURE: Laparoscopic cholecystectomy.';

  it('answers for a diagnosis that has none', () => {
    const [line] = drafted(
      `POSTOPERATIVE DIAGNOSIS: Sarcoma of nothing we know.${PROCEDURE}`,
      'The diagnosis is C49.9.',
    );
    expect([line?.code, line?.evidence[0]?.quote]).toEqual(['C49.9', 'Sarcoma of nothing we know.']);
    expect(line?.confidence.word).toBe('needs a coder');
  });

  it('stands for a note without a diagnosis, and outlives the check of quotes', () => {
    const { ruled } = codeNote(PROCEDURE.trim(), library, { sender: 'Dx code K80.20, please code' });
    expect(ruled.diagnoses.map(({ code, evidence }) => [code, evidence.length])).toEqual([['K80.20', 0]]);
  });

  it('says nothing where the note tells its diagnosis', () => {
    expect(codes(`POSTOPERATIVE DIAGNOSIS: Gallstones.${PROCEDURE}`, 'Dx: H25.11')).toEqual(['K80.20']);
  });
});
