import { describe, expect, it } from 'vitest';
import { buildBm25, scoreBm25 } from '../../../src/core/retrieve/bm25.ts';
import { stem } from '../../../src/core/retrieve/stem.ts';
import { buildLexicon, termsOf } from '../../../src/core/retrieve/terms.ts';
import { buildSpeller, editDistance, mend } from '../../../src/core/retrieve/typo.ts';

describe('stemming', () => {
  it.each([
    ['excision', 'excised'],
    ['laparoscopic', 'laparoscopy'],
    ['laparoscopically', 'laparoscopy'],
    ['biopsies', 'biopsy'],
    ['removal', 'removed'],
    ['placement', 'placed'],
    ['dilatation', 'dilation'],
    ['ligation', 'ligated'],
    ['fusion', 'fused'],
    ['diskectomy', 'discectomy'],
    ['tumours', 'tumor'],
    ['injections', 'injected'],
  ])('%s meets %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['ileum', 'ilium'],
    ['peroneal', 'perineal'],
    ['arthroscopy', 'arthrotomy'],
    ['hysteroscopy', 'hysterectomy'],
  ])('%s stays apart from %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('the lexicon', () => {
  it('adds the meaning at the place of the abbreviation', () => {
    const lexicon = buildLexicon([{ term: 'lap chole', means: ['laparoscopic cholecystectomy'] }]);
    const terms = termsOf('a lap chole', 10, lexicon);
    expect(terms.filter(({ start, end }) => start === 12 && end === 21).map(({ term }) => term)).toEqual([
      stem('laparoscopic'),
      stem('cholecystectomy'),
    ]);
  });

  it.each(['the tip of the needle', 'cranial nerves were spared', 'the cavity was tapped'])(
    'reads no abbreviation into a word that only begins like one: %s',
    (text) => {
      const short = buildLexicon([
        { term: 'tips', means: ['shunt'] },
        { term: 'crani', means: ['craniotomy'] },
        { term: 'tapp', means: ['hernia'] },
      ]);
      const terms = termsOf(text, 0, short).map(({ term }) => term);
      expect(terms).not.toEqual(expect.arrayContaining([stem('shunt')]));
      expect(terms).not.toEqual(expect.arrayContaining([stem('craniotomy')]));
      expect(terms).not.toEqual(expect.arrayContaining([stem('hernia')]));
    },
  );

  it('needs the whole term', () => {
    const lexicon = buildLexicon([{ term: 'lap chole', means: ['laparoscopic cholecystectomy'] }]);
    expect(termsOf('lap appy', 0, lexicon)).toHaveLength(2);
  });
});

describe('mending', () => {
  const speller = buildSpeller(['appendectom', 'cholecystectom', 'herniorrhaph']);

  it.each([
    ['apendectom', 'appendectom'],
    ['cholecsytectom', 'cholecystectom'],
    ['herniorhaph', 'herniorrhaph'],
    ['hernia', 'hernia'],
    ['mastectom', 'mastectom'],
  ])('%s becomes %s', (word, mended) => {
    expect(mend(speller, word)).toBe(mended);
  });

  it('counts a swap as one edit and gives up above the limit', () => {
    expect(editDistance('abcd', 'abdc', 2)).toBe(1);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

describe('BM25', () => {
  const index = buildBm25([
    {
      id: 0,
      terms: new Map([
        ['knee', 3],
        ['scope', 1],
      ]),
    },
    {
      id: 1,
      terms: new Map([
        ['knee', 1],
        ['fracture', 3],
      ]),
    },
    {
      id: 2,
      terms: new Map([
        ['hip', 3],
        ['fracture', 1],
      ]),
    },
  ]);

  it('ranks the document that holds the rarer words', () => {
    const scores = scoreBm25(
      index,
      new Map([
        ['knee', 1],
        ['scope', 1],
      ]),
    );
    expect([...scores].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(0);
  });

  it('gives nothing for unknown words', () => {
    expect(scoreBm25(index, new Map([['elbow', 1]]))).toEqual([]);
  });
});
