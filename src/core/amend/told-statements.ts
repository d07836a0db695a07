import type { SectionKind, Statement, StatementState } from '../extract/note-extract.ts';
import { splitSections } from '../extract/sections.ts';
import { splitStatements } from '../extract/statements.ts';
import type { Edit } from './edited-text.ts';

/** As a quotation shows words left out. */
const LEFT_OUT = '...';
/** Sections that tell nothing of the operation; notes without headings have their story under any other one. */
const NOT_TOLD: ReadonlySet<SectionKind> = new Set(['history', 'plan', 'staff', 'anesthesia']);
const DENIED: ReadonlySet<StatementState> = new Set(['negated', 'historical', 'planned', 'hypothetical']);

/** The statements of a note that say what was found and done. */
export function toldStatements(text: string): readonly Statement[] {
  return splitStatements(text, splitSections(text)).filter(
    ({ section, state }) => !NOT_TOLD.has(section) && !DENIED.has(state),
  );
}

/** Leaves out the words from `start` to `end`; the full stop stays, and so does the number of a list item. */
export function leftOut(text: string, start: number, end: number): Edit {
  const words = text.slice(start, end);
  const mark = /^\s*(?:\(?\d{1,2}[.)]\s+)?/.exec(words)?.[0].length ?? 0;
  return { start: start + mark, end: start + words.replace(/[.\s]+$/, '').length, words: LEFT_OUT };
}
