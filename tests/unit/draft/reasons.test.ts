import { describe, expect, it } from 'vitest';
import { codeNote, labels } from '../../support/code-a-note.ts';
import { smallEngine } from '../../support/small-library.ts';

const library = smallEngine();

describe('why a line is chosen', () => {
  it('is the fact that decides against a neighbour', () => {
    const text =
      'PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: A cholangiogram showed free flow. The gallbladder was removed.';
    const { draft } = codeNote(text, library);
    expect(draft.lines[0]?.why).toBe('47563, not 47562: pictures of the ducts were taken');
    expect(draft.lines[0]?.evidence[0]?.quote).toBe('A cholangiogram showed free flow.');
  });

  it('names the levels that were counted', () => {
    const { draft } = codeNote('PROCEDURE: ACDF C3-C6.', library);
    expect(draft.lines[1]?.why).toMatch(/^3 interspaces \(C3-C4, C4-C5, C5-C6\)/);
  });

  it('gives the title where nothing else decides', () => {
    expect(codeNote('PROCEDURE: Left knee arthroscopy.', library).draft.lines[0]?.why).toBe('Meniscus trimmed');
  });
});

describe('quotes', () => {
  it('are whole clauses of a long statement, told once', () => {
    const long =
      'The patient was brought to the room and placed supine, the abdomen was prepped and draped in the usual fashion, a cholangiogram showed free flow into the bowel, and the instruments were then withdrawn one by one while we watched';
    const { draft } = codeNote(`PROCEDURE: Laparoscopic cholecystectomy.\nTECHNIQUE: ${long}.`, library);
    const quotes = draft.lines[0]?.evidence.map(({ quote }) => quote) ?? [];
    expect(quotes.some((quote) => quote.includes('a cholangiogram showed free flow into the bowel'))).toBe(true);
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(140);
    expect(new Set(quotes).size).toBe(quotes.length);
  });

  it('do not end in the middle of a wrapped phrase', () => {
    const text = 'PROCEDURE: Repair of laceration, 4 cm.\nTECHNIQUE: The wound was closed with\n4-0 Vicryl.';
    const { extract } = codeNote(text, library);
    expect(extract.performed.map(({ start, end }) => text.slice(start, end))).toContain(
      'The wound was closed with\n4-0 Vicryl.',
    );
  });
});

describe('levels counted by name', () => {
  it.each([
    ['C5 to C7', '22845'],
    ['C3-C6', '22846'],
    ['C4, C5, C6 and C7', '22846'],
  ])('a plate at %s is %s, without a question', (levels, code) => {
    const { draft } = codeNote(`PROCEDURE: 1. ACDF C5-C6.\n2. Anterior plate ${levels}.`, library);
    expect(labels(draft)).toContain(code);
    expect(draft.questions.filter(({ id }) => id.startsWith('front-plate'))).toEqual([]);
  });
});

describe('a question', () => {
  it('is asked only where an answer changes the code, and tells the coder how', () => {
    const { draft } = codeNote('PROCEDURE: Cholecystectomy.', library);
    expect(draft.questions).toMatchObject([
      {
        to: 'surgeon',
        text: 'Please document the approach.',
        options: ['open', 'laparoscopic', 'other / cannot be determined'],
        ifThen: 'open: 47600 instead of 47562; without an answer 47562 stands.',
      },
    ]);
  });

  it('names the measure and its unit', () => {
    const { draft } = codeNote('PROCEDURE: Repair of laceration.', library);
    expect(draft.questions[0]).toMatchObject({
      text: 'Please document the length in cm.',
      options: ['____ cm', 'other / cannot be determined'],
      ifThen:
        'over 2.5 to 7.5 cm: 12002 instead of 12001; over 7.5 cm: 12004 instead of 12001; without an answer 12001 stands.',
    });
  });
});
