import { describe, expect, it } from 'vitest';
import { splitSections } from '../../../src/core/extract/sections.ts';
import { sideStretches } from '../../../src/core/extract/side-stretches.ts';
import { splitStatements } from '../../../src/core/extract/statements.ts';

function stretches(text: string): Record<string, string[]> | undefined {
  const found = sideStretches(splitStatements(text, splitSections(text)));
  return (
    found &&
    Object.fromEntries(
      Object.entries(found).map(([side, told]) => [side, told.map(({ start, end }) => text.slice(start, end))]),
    )
  );
}

describe('a story that takes one side after the other', () => {
  it('is told apart by the labels of its paragraphs', () => {
    expect(stretches('Left: tube in. Glue out.\n\nR ear - wax only.\n\nExtubated.')).toEqual({
      left: ['Left: tube in.', 'Glue out.'],
      right: ['R ear - wax only.'],
    });
  });

  it('leaves out what is told of each side', () => {
    expect(stretches('OD: recession of the muscle.\nOS: resection.\nConjunctiva closed on each side.')).toEqual({
      left: ['OS: resection.'],
      right: ['OD: recession of the muscle.'],
    });
  });

  it('is not told apart where a side is named in passing, or only one', () => {
    expect(stretches('The left ureter was seen and the right one was seen.')).toBeUndefined();
    expect(stretches('L: tube in. Glue out.')).toBeUndefined();
  });
});
