import { quoteAt } from '../draft/evidence.ts';
import type { NoteExtract, Performer, SectionKind, StatementState } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';

/** Which statements count; everything counts where nothing is said. */
export interface Where {
  readonly sections?: readonly SectionKind[];
  readonly states?: readonly StatementState[];
  readonly performer?: Performer;
}

const loosened = new WeakMap<RegExp, RegExp>();

/**
 * The words of the note that tell a fact, verbatim, one quote a statement, in the note's order. The pattern is read on
 * normalized words (lower case, neither stops nor commas); a blank in it stands for any gap between two words.
 */
export function told(extract: NoteExtract, pattern: RegExp, where: Where = {}): Evidence[] {
  const expression = loosen(pattern);
  return extract.statements.flatMap((statement) => {
    if (where.sections?.includes(statement.section) === false) return [];
    if (where.states?.includes(statement.state) === false) return [];
    if (where.performer !== undefined && where.performer !== statement.performer) return [];
    const hit = expression.exec(statement.normal);
    if (hit === null) return [];
    const start = statement.start + hit.index;
    return quoteAt({ start, end: start + hit[0].length }, extract) ?? [];
  });
}

/** Whether the sender's own words around the note tell it: they prove a setting, never an operation. */
export function senderTells({ senderText }: NoteExtract, pattern: RegExp): boolean {
  return pattern.test(senderText.toLowerCase().replace(/\s+/g, ' '));
}

function loosen(pattern: RegExp): RegExp {
  const known = loosened.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern.source.replace(/ (?![*+?{])/g, ' +'), pattern.flags.replace('g', ''));
  loosened.set(pattern, made);
  return made;
}
