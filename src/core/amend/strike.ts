import type { SectionKind, Statement } from '../extract/note-extract.ts';
import type { Edit } from './edited-text.ts';
import { sharedThings } from './things.ts';
import { leftOut, toldStatements } from './told-statements.ts';

/** What separates the things of a title, and the deeds of a sentence. */
const PIECE = /(?=\s*(?:[,;]|\b(?:and|with|plus)\b))|(?<=[,;])/i;
const STORY: ReadonlySet<SectionKind> = new Set(['body', 'findings', 'other', 'lead']);

interface Struck {
  readonly section: SectionKind;
  readonly edits: readonly Edit[];
  /** Nothing of the statement is left. */
  readonly isEmptied: boolean;
}

/**
 * Leaves out of the note what its sender says was not done: of a title the item, of a sentence the clause. Undefined
 * when that is the operation itself: nothing of the title would be left, or the title does not name it and the story is
 * about it.
 */
export function strike(text: string, things: ReadonlySet<string>): readonly Edit[] | undefined {
  const told = toldStatements(text);
  const most = Math.max(0, ...told.map(({ start, end }) => sharedThings(text.slice(start, end), things)));
  if (most === 0 || most * 2 < things.size) return [];
  const struck = told.map((statement) => strikeOne(statement, text, things, most));
  return isOperation(struck) ? undefined : struck.flatMap(({ edits }) => edits);
}

function isOperation(struck: readonly Struck[]): boolean {
  const titles = struck.filter(({ section }) => section === 'title');
  if (titles.some(({ edits }) => edits.length > 0)) return titles.every(({ isEmptied }) => isEmptied);
  const story = struck.filter(({ section }) => STORY.has(section));
  return story.length > 1 && story.filter(({ edits }) => edits.length > 0).length * 2 >= story.length;
}

function strikeOne(
  { section, start, end }: Statement,
  text: string,
  things: ReadonlySet<string>,
  most: number,
): Struck {
  const words = text.slice(start, end);
  if (sharedThings(words, things) < most) return { section, edits: [], isEmptied: false };
  const edits: Edit[] = [];
  let at = start;
  let isEmptied = true;
  for (const piece of words.split(PIECE)) {
    if (sharedThings(piece, things) > 0) edits.push(leftOut(text, at, at + piece.length));
    else if (/[a-z]{3}/i.test(piece.replace(/\b(?:and|with|plus)\b/gi, ''))) isEmptied = false;
    at += piece.length;
  }
  return { section, edits, isEmptied };
}
