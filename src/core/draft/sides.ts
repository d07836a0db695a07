import type { NoteExtract, Side } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
import { readTargets } from '../extract/targets.ts';
import type { ProtoLine } from './proto-line.ts';

/** Where a side was read, and whether the parts of the note agree. */
export interface SideReading {
  readonly side: Side | undefined;
  readonly from: 'title' | 'diagnosis' | 'body' | undefined;
  readonly isContradicted: boolean;
}

/**
 * The side of a paired target: the instance's own words, then the rest of the title, the diagnoses, the body. A single
 * other side in the post-operative diagnosis contradicts.
 */
export function sideOf(line: ProtoLine, extract: NoteExtract): SideReading {
  const own = single(line.sides);
  const title = single(sidesIn(extract, 'title'));
  const diagnosis = single([...sidesIn(extract, 'postop-diagnosis'), ...sidesIn(extract, 'preop-diagnosis')]);
  const told = own ?? title;
  if (told !== undefined) {
    const isContradicted =
      diagnosis !== undefined && diagnosis !== 'bilateral' && told !== 'bilateral' && diagnosis !== told;
    return { side: told, from: 'title', isContradicted };
  }
  if (diagnosis !== undefined) return { side: diagnosis, from: 'diagnosis', isContradicted: false };
  const body = single(sidesIn(extract, 'body'));
  return { side: body, from: body === undefined ? undefined : 'body', isContradicted: false };
}

function sidesIn(extract: NoteExtract, section: string): Side[] {
  return extract.statements
    .filter((statement) => statement.section === section && (section !== 'body' || isPerformed(statement)))
    .flatMap((statement) => readTargets(statement.normal).sides);
}

/** One side, or both when both are named; left and right in one breath are both. */
function single(sides: readonly Side[]): Side | undefined {
  const named = new Set(sides);
  if (named.has('bilateral') || (named.has('left') && named.has('right'))) return 'bilateral';
  return named.has('left') ? 'left' : named.has('right') ? 'right' : undefined;
}
