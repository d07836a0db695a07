import type { FamilyMention, ProcedureInstance, Statement } from './note-extract.ts';
import { readTargets } from './targets.ts';

/** A stretch of a statement that names or describes one procedure. */
export type Piece = Omit<ProcedureInstance, 'index'>;

/** The stretch of `text` from `start` to `end`, with the targets it names and the families it may mean. */
export function pieceAt(
  text: string,
  statement: Statement,
  start: number,
  end: number,
  source: Piece['source'],
  families: readonly FamilyMention[],
): Piece {
  const normal = statement.normal.slice(start - statement.start, end - statement.start);
  return {
    source,
    text: text.slice(start, end),
    normal,
    start,
    end,
    facts: readTargets(normal),
    story: undefined,
    families,
  };
}
