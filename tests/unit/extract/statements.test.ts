import { describe, expect, it } from 'vitest';
import { splitSections } from '../../../src/core/extract/sections.ts';
import { splitStatements } from '../../../src/core/extract/statements.ts';

const states = (story: string): string[] => {
  const text = `PROCEDURE: Colonoscopy\n\nDESCRIPTION OF PROCEDURE: ${story}`;
  return splitStatements(text, splitSections(text))
    .filter(({ section }) => section === 'body')
    .map(({ start, end, state }) => `${text.slice(start, end)} ${state}`);
};

describe('what a surgeon asks himself', () => {
  it('and answers with no was not done', () => {
    expect(states('Flat polyp, lifted? No, not lifted. Wire? no. Snared.')).toEqual([
      'Flat polyp, lifted? hypothetical',
      'No, not lifted. negated',
      'Wire? hypothetical',
      'no. completed',
      'Snared. completed',
    ]);
  });

  it('is told as done where the answer is another', () => {
    expect(states('Hemostasis? Good. Snared.')[0]).toBe('Hemostasis? completed');
  });
});
