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

/** `Inguinal and umbilical hernia repair`: names that share their last words are parted where the second begins. */
export function boundary(text: string, leader: Named, next: Named): number {
  return isCoordinated(text, leader, next)
    ? clauseStart(text, leader.own, next.own)
    : clauseStart(text, leader.end, next.start);
}

/** Two names that one word ends: `inguinal and umbilical | hernia repair`. */
export function isCoordinated(text: string, { own, end }: Named, next: Named): boolean {
  return end > next.own && end === next.end && /^[^,;.]*\band $/i.test(text.slice(own, next.own));
}

/** One act on two things: `repair of right inguinal hernia and umbilical hernia`. The words after `and` name the second only. */
export function isListed(text: string, first: Named, second: Named): boolean {
  return (
    second.start < first.end && second.end > first.end && /^ and (?:\w+ )?$/i.test(text.slice(first.end, second.own))
  );
}

interface Named {
  /** Where the words begin that no stronger name has taken. */
  readonly own: number;
  readonly start: number;
  readonly end: number;
}

/** The boundary between two names: the last separator between them, else the end of the first. */
function clauseStart(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const cut = Math.max(
    between.lastIndexOf(','),
    between.lastIndexOf(';'),
    between.lastIndexOf(' and '),
    between.lastIndexOf(' with '),
  );
  return cut < 0 ? from : from + cut + 1;
}
