import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/core/draft/verdict.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();
const lines = (text: string, sender = ''): string[] => labels(codeNote(text, library, { sender }).draft);

describe('the lines of a note', () => {
  it.each([
    ['PROCEDURE: Laparoscopic cholecystectomy.', ['47562']],
    ['PROCEDURE: 1. Lap chole.\n2. Diagnostic laparoscopy.', ['47562']],
    ['PROCEDURE: ACDF C5-C6.', ['22551']],
    ['PROCEDURE: ACDF C3-C6.', ['22551', '22552 x2']],
    ['PROCEDURE: ACDF at C4-C5 and C5-C6 with allograft.', ['22551', '22552', '20931']],
    ['PROCEDURE: Left knee arthroscopy.', ['29881-LT']],
    ['PROCEDURE: Bilateral knee arthroscopy.', ['29881-50']],
    ['PROCEDURE: 1. Right knee arthroscopy.\n2. Left knee arthroscopy.', ['29881-50']],
    ['PROCEDURE: Knee arthroscopy.\nTECHNIQUE: The right knee was prepped.', ['29881-RT']],
    ['PROCEDURE: Long leg splint.', ['29505']],
    ['PROCEDURE: 1. Left knee arthroscopy.\n2. Long leg splint.', ['29881-LT']],
    ['PROCEDURE: 1. Long leg splint.\n2. Cataract extraction, right eye.', ['29505', '66984-RT']],
    ['PROCEDURE: Open cholecystectomy.\nTECHNIQUE: The gallbladder was removed.', ['47600']],
    [
      'PROCEDURE: 1. Laparoscopic hysterectomy.\n2. Open cholecystectomy.\nTECHNIQUE: Laparoscope in.',
      ['58571', '47600'],
    ],
    ['PROCEDURE: 1. Left knee arthroscopy.\n2. Cholecystectomy.\nTECHNIQUE: Laparoscope in.', ['29881-LT', '47562']],
    ['Pain clinic\nRight room\nACDF C5-C6\nThe patient was taken to the room and positioned.', ['22551']],
    ['PROCEDURE: Allograft.', []],
    ['PROCEDURE: Something nobody has heard of.', []],
    ['', []],
  ])('%s -> %j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('reads a note without headings', () => {
    expect(lines('The gallbladder was removed with the laparoscope. Cholecystectomy was uneventful.')).toEqual([
      '47562',
    ]);
  });
});

describe('measured things', () => {
  it('excised diameter is the lesion and twice the narrowest margin', () => {
    const text =
      'PROCEDURE: Excision of lesion, left cheek.\nTECHNIQUE: The cheek lesion was 0.8 cm. A 3 mm margin was taken.';
    expect(lines(text)).toEqual(['11442']);
  });

  it('every lesion is a line of its own, equal ones are units', () => {
    const text = `PROCEDURE: Excision of lesions.
TECHNIQUE:
1. Cheek lesion 0.6 cm was cut out.

2. Back lesion 0.9 cm was cut out.

3. Arm lesion 0.5 cm was cut out.`;
    expect(lines(text).toSorted()).toEqual(['11401 x2', '11441']);
  });

  it('lengths of wounds are summed', () => {
    const text =
      'PROCEDURE: Repair of lacerations.\nTECHNIQUE:\n1. Arm wound 2.0 cm sutured.\n\n2. Leg wound 3.5 cm sutured.';
    expect(lines(text)).toEqual(['12002']);
  });

  it.each([
    ['Closed in layers, final length 3 cm.', ['11441', '12002']],
    ['Closed in layers.', ['11441']],
    ['The skin was closed, length 3 cm.', ['11441']],
  ])('an excision brings its closure only when told and measured: %s', (closure, expected) => {
    const text = `PROCEDURE: Excision of lesion, left cheek.\nTECHNIQUE: The cheek lesion was 0.8 cm. ${closure}`;
    expect(lines(text)).toEqual(expected);
  });

  it('an undocumented size is the lowest one, with a question', () => {
    const { draft } = codeNote('PROCEDURE: Excision of lesion of the nose.', library);
    expect(labels(draft)).toEqual(['11441']);
    expect(draft.questions.map(({ id }) => id)).toContain('lesion-excision.diameter');
  });
});

describe('role and circumstance', () => {
  it.each([
    ['DOS: 2025-03-01, assistant surgeon', '47562-80'],
    ['for the co-surgeon', '47562-62'],
    ['', '47562'],
  ])('sender says "%s" -> %s', (sender, line) => {
    expect(lines('PROCEDURE: Laparoscopic cholecystectomy.', sender)).toEqual([line]);
  });

  it('an assistant without an available resident bills 82', () => {
    const text = 'PROCEDURE: Lap chole.\nNOTE: No qualified resident was available.';
    expect(lines(text, 'role: assistant')).toEqual(['47562-82']);
  });

  it('a broken-off operation carries 53', () => {
    const ruled = (text: string) => labels(codeNote(text, library).ruled);
    expect(ruled('PROCEDURE: Laparoscopic cholecystectomy, not completed.')).toEqual(['47562-53']);
    expect(ruled('PROCEDURE: Lap chole.\nTECHNIQUE: The procedure was aborted.')).toEqual(['47562-53']);
  });

  it('a step given up is not an operation given up', () => {
    expect(lines('PROCEDURE: Lap chole.\nTECHNIQUE: The cholangiogram was abandoned.')).toEqual(['47562']);
  });

  it('what another surgeon did alone is not billed, and the reason is told', () => {
    const { draft } = codeNote('PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy performed by Dr. X.', library);
    expect(labels(draft)).toEqual(['47562']);
    expect(draft.notBilled).toMatchObject([{ code: '29881', reason: 'performed or dictated by somebody else' }]);
  });
});

describe('what is not billed', () => {
  it('a titled procedure that the body denies', () => {
    const text =
      'PROCEDURE: 1. Lap chole.\n2. Left knee arthroscopy.\nTECHNIQUE: The knee arthroscopy was not performed.';
    const { draft } = codeNote(text, library);
    expect(labels(draft)).toEqual(['47562']);
    expect(draft.notBilled).toMatchObject([{ code: '29881', reason: 'the note says that it was not done' }]);
  });

  it('a code the library never bills beside another, with its authority', () => {
    const { draft } = codeNote('PROCEDURE: 1. Diagnostic laparoscopy.\n2. Lap chole.', library);
    expect(draft.notBilled).toMatchObject([{ code: '49320', reason: 'the look is the start (NCCI ch. 1)' }]);
  });
});

describe('sides', () => {
  it('an eye without a side holds the line', () => {
    const { draft } = codeNote('PROCEDURE: Cataract extraction.', library);
    expect(draft.lines[0]?.held).toBe('the note does not tell the side');
    expect(verdictOf(draft)).toMatch(/^Hold/);
  });

  it('a joint without a side is asked for', () => {
    const { draft } = codeNote('PROCEDURE: Knee arthroscopy.', library);
    expect(draft.lines[0]?.held).toBeUndefined();
    expect(draft.questions.map(({ id }) => id)).toContain('knee-scope.side');
  });

  it('title and diagnosis that name different sides become a question', () => {
    const text = 'POSTOPERATIVE DIAGNOSIS: Tear, right knee.\nPROCEDURE: Left knee arthroscopy.';
    const { draft } = codeNote(text, library);
    expect(labels(draft)).toEqual(['29881-LT']);
    expect(draft.questions.map(({ id }) => id)).toContain('knee-scope.side');
    expect(draft.lines[0]?.confidence.because).toMatch(/different sides/);
  });
});

describe('questions', () => {
  it('name no code and no money and leave a way out', () => {
    const notes = ['PROCEDURE: Cholecystectomy.', 'PROCEDURE: Knee arthroscopy.', 'PROCEDURE: Excision of lesion.'];
    const asked = notes.flatMap((text) => codeNote(text, library).draft.questions);
    expect(asked.length).toBeGreaterThan(2);
    for (const { text, options } of asked) {
      expect(`${text} ${options.join(' ')}`).not.toMatch(/\b\d{5}\b|modifier|RVU|\$/);
      expect(options.at(-1)).toMatch(/cannot be determined/);
    }
  });
});

describe('evidence', () => {
  it('is verbatim, with its place', () => {
    const text = 'PROCEDURE: ACDF at C4-C5 and C5-C6 with allograft.\nTECHNIQUE: An allograft was tapped in.';
    const { draft } = codeNote(text, library);
    for (const { evidence } of draft.lines) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote);
    }
  });
});

describe('a title that no code fits', () => {
  it('is told and never stretched to a code that shares generic words', () => {
    const { draft } = codeNote('PROCEDURE: Removal of splint and repair of the frobnicated gizmo.', library);
    expect(labels(draft)).toEqual([]);
    expect(draft.questions.map(({ id, to }) => [id, to])).toEqual([['procedure.unknown.1', 'sender']]);
    expect(verdictOf(draft)).toMatch(/^Cannot code: none of our codes fits "Removal of splint/);
  });

  it('leaves the other lines but is named in the verdict', () => {
    const text = 'POSTOPERATIVE DIAGNOSIS: Gallstones.\nPROCEDURE: 1. Lap chole.\n2. Repair of the frobnicated gizmo.';
    const { draft } = codeNote(text, library);
    expect(labels(draft)).toEqual(['47562']);
    expect(verdictOf(draft)).toMatch(/^Ready except a procedure that none of our codes fits/);
  });
});

describe('the verdict', () => {
  it.each([
    ['POSTOPERATIVE DIAGNOSIS: Gallstones.\nPROCEDURE: Laparoscopic cholecystectomy.', /^Ready to bill, 1 line/],
    ['PROCEDURE: Laparoscopic cholecystectomy.', /^Ready except a diagnosis/],
    ['PROCEDURE: Nothing known.', /^Cannot code/],
  ])('%s', (text, verdict) => {
    expect(verdictOf(codeNote(text, library).draft)).toMatch(verdict);
  });
});
