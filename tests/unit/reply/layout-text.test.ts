import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src/core/reply/layout-text.ts';

describe('plain text layout', () => {
  it('aligns columns within a paragraph and not beyond it', () => {
    expect(layoutText('#⇥Code⇥Mod\n1⇥22551⇥-\n\nA⇥M47.12⇥Title')).toBe(
      '#  Code   Mod\n1  22551  -\n\nA  M47.12  Title\n',
    );
  });

  it('wraps a long line under its last column', () => {
    expect(layoutText('1-2⇥one two three four five\n3⇥six', 20)).toBe('1-2  one two three\n     four five\n3    six\n');
  });

  it('wraps a line without columns under its own indent', () => {
    expect(layoutText('Title\n    one two three four', 16)).toBe('Title\n    one two\n    three four\n');
  });

  it('leaves real tabs and short lines as they are', () => {
    expect(layoutText('Copy\n 22551\t\t1\tABC')).toBe('Copy\n 22551\t\t1\tABC\n');
  });

  it('keeps every word, and no line is too long unless one word is', () => {
    const word = fc.stringMatching(/^[a-z]{1,14}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const laidOut = layoutText(`label⇥${words.join(' ')}`, 40);
        expect(laidOut.split(/\s+/).filter((part) => part !== '')).toEqual(['label', ...words]);
        for (const line of laidOut.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
