import { expect, it } from 'vitest';
import { verdictOf } from '../../src/core/draft/verdict.ts';
import type { NoteFacts } from '../../src/core/model/deidentified-note.ts';
import type { Draft } from '../../src/core/model/draft.ts';
import type { OfficialFacts } from '../../src/core/model/official.ts';
import { codeNote } from './code-a-note.ts';
import { REAL_LIBRARY } from './real-library.ts';

/** One short note with what a coder would make of it. */
export interface CodedCase {
  readonly name: string;
  readonly sender?: string;
  readonly note: readonly string[];
  readonly facts?: Partial<NoteFacts>;
  /** `00790-QK x102`, `(held)` behind a held one. */
  readonly lines: readonly string[];
  readonly asks?: readonly string[];
  readonly notBilled?: readonly string[];
  /** Words that must stand in the reason of the first line. */
  readonly why?: RegExp;
  readonly verdict?: RegExp;
}

/** Questions of the rooms under test; what the library or another room asks is theirs to test. */
const OWN = /^(anesthesia|drug|sedation)\./;

/** Every case through the whole engine, rules included: lines, questions, what is not billed, the verdict. */
export function codedCases(cases: readonly CodedCase[], official?: OfficialFacts): void {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { sender = '', facts = {} } = one;
    const given = { sender, facts, ...(official === undefined ? {} : { official }) };
    const { ruled } = codeNote(one.note.join('\n'), REAL_LIBRARY, given);
    expect(linesOf(ruled)).toEqual(one.lines);
    expect(ruled.questions.map(({ id }) => id).filter((id) => OWN.test(id))).toEqual(one.asks ?? []);
    if (one.notBilled !== undefined) expect(ruled.notBilled.map(({ code }) => code)).toEqual(one.notBilled);
    if (one.why !== undefined) expect(ruled.lines[0]?.why).toMatch(one.why);
    if (one.verdict !== undefined) expect(verdictOf(ruled)).toMatch(one.verdict);
    for (const { quote, start, end } of ruled.lines.flatMap(({ evidence }) => evidence)) {
      expect(one.note.join('\n').slice(start, end)).toBe(quote);
    }
  });
}

function linesOf({ lines }: Draft): string[] {
  return lines.map(({ code, modifiers, units, held }) => {
    const counted = units > 1 ? ` x${units}` : '';
    return `${[code, ...modifiers].join('-')}${counted}${held === undefined ? '' : ' (held)'}`;
  });
}
