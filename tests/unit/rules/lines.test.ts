import { describe, expect, it } from 'vitest';
import { quoteExists } from '../../../src/core/rules/proof/quote-exists.ts';
import { claimOf, left, lineOf, quote, ruled } from '../../support/a-claim.ts';

describe('quote-exists', () => {
  it.each([
    ['a true quote stays', [quote('gallbladder was removed')], ['47562']],
    ['an invented quote goes, and the line with it', [{ quote: 'the liver was removed', start: 3, end: 24 }], []],
    ['a quote at the wrong place goes', [{ quote: 'gallbladder', start: 0, end: 11 }], []],
    ['an empty quote is none', [{ quote: '', start: 0, end: 0 }], []],
    ['one true quote of two keeps the line', [{ quote: 'x', start: 0, end: 1 }, quote('skin')], ['47562']],
    ['no quote, no line', [], []],
  ])('%s', (_, evidence, expected) => {
    const ruling = ruled(quoteExists, claimOf([lineOf('47562', { evidence })]));
    expect(left(ruling)).toEqual(expected);
    if (expected.length === 0) expect(ruling.draft.notBilled[0]?.reason).toMatch(/no passage/);
  });

  it('says what it took away', () => {
    const ruling = ruled(quoteExists, claimOf([lineOf('47562', { evidence: [] })]));
    expect(ruling.findings).toMatchObject([{ rule: 'quote-exists', severity: 'F', codes: ['47562'] }]);
  });
});
