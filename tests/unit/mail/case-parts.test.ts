import { describe, expect, test } from 'vitest';
import { partAt, partsOf } from '../../../src/core/mail/case-text/case-parts.ts';
import { quotesOf } from '../../../src/core/reply/quotes.ts';

const NOTE =
  'MAIL TEXT\n\nleft knee\n\nATTACHMENT 1 (PDF)\n\nmeniscus torn\n\nATTACHMENT 2.1 (Word)\n\nplate 4 mm\n\nADDENDUM BY THE SENDER: also a drain';

function evidence(quote: string) {
  const start = NOTE.indexOf(quote);
  return { quote, start, end: start + quote.length };
}

describe('a case of several texts', () => {
  const parts = partsOf(NOTE);

  test.each([
    ['left knee', 'the mail'],
    ['meniscus torn', 'attachment 1, PDF'],
    ['plate 4 mm', 'attachment 2.1, Word'],
    ['also a drain', 'your reply'],
  ])('%j is from %s', (quote, name) => {
    expect(partAt(parts, NOTE.indexOf(quote))).toBe(name);
  });

  test('each quote of the reply stands with the text it is from', () => {
    const found = ['meniscus torn', 'plate 4 mm', 'meniscus torn'].map(evidence);
    expect(quotesOf(found, parts)).toEqual({
      quotes: ['meniscus torn', 'plate 4 mm'],
      from: ['attachment 1, PDF', 'attachment 2.1, Word'],
    });
  });
});

describe('a case of one text', () => {
  test.each([
    ['a note', 'PROCEDURE: hernia repair'],
    ['a note that speaks of its attachment', 'PROCEDURE: hernia repair\nATTACHMENT 1 (PDF)\nend'],
    ['a note with an addendum', 'PROCEDURE: hernia repair\n\nADDENDUM BY THE SENDER: left side'],
  ])('%s has no parts, and its quotes no names', (_, note) => {
    const parts = partsOf(note);
    expect(parts).toEqual([]);
    expect(quotesOf([{ quote: 'hernia repair', start: 11, end: 24 }], parts).from).toBeUndefined();
  });
});
