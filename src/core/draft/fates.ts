import type { NoteExtract, ProcedureInstance, Statement, StatementState } from '../extract/note-extract.ts';
import { isPerformed, tellsInstead } from '../extract/statement-state.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import type { Place } from './proto-line.ts';

/** Why a titled act is not billed. */
export const REASONS = {
  negated: 'the note says that it was not done',
  attempted: 'attempted and not achieved',
  planned: 'planned, not done in this operation',
  other: 'performed or dictated by somebody else',
  possible: 'only possible by the title, and the story does not tell it',
  cancelled: 'cancelled before it began',
} as const;

interface Denial {
  readonly reason: string;
  readonly place: Place;
  /** The words by which the body names what it denies. */
  readonly words: ReadonlySet<string>;
}

/** What the body says of a family: done by the author, denied, or shared with another surgeon. */
export interface Fate {
  performed: boolean;
  readonly denials: Denial[];
  isShared: boolean;
}

/** Not the anesthetist, the radiologist or a nurse: somebody who bills the same operation. */
const OTHER_SURGEON = /\b(dr|doctor|surgeon|neurosurgery|surgery|orthop\w*|urolog\w*|vascular|gastroenterolog\w*)\b/;

/** `The papilla had been cut at a former ERCP, so a new sphincterotomy was not needed`: it denies no ERCP of today. */
const FORMER = /\b(former|prior|previous|earlier|past|last|recent|outside|another|second|further|repeat)\s+$/;

/** What the body says of each family it names. */
export function fatesOf(extract: NoteExtract, library: EngineLibrary): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  const isInstead = extract.performed.some(tellsInstead);
  for (const statement of extract.statements) {
    if (statement.section !== 'body' && statement.section !== 'findings') continue;
    const terms = termsOf(statement.normal, statement.start, library.lexicon);
    const reason = reasonOf(statement, isInstead);
    for (const { family, positions, start } of findNames(library.names, terms)) {
      if (reason !== undefined && FORMER.test(statement.normal.slice(0, start - statement.start))) continue;
      const fate = fates.get(family) ?? { performed: false, denials: [], isShared: false };
      if (isPerformed(statement)) fate.performed = true;
      if (statement.performer === 'other' && OTHER_SURGEON.test(statement.normal)) fate.isShared = true;
      if (reason !== undefined) {
        const words = new Set(terms.filter(({ position }) => positions.includes(position)).map(({ term }) => term));
        fate.denials.push({ reason, place: { start: statement.start, end: statement.end }, words });
      }
      fates.set(family, fate);
    }
  }
  return fates;
}

/**
 * The denial that is of the titled act itself: `colposcopy was not repeated` denies no titled LEEP, though one family
 * holds both. What another surgeon did is of the family, by whatever name.
 */
export function denialIn(
  fate: Fate | undefined,
  { normal, start }: Pick<ProcedureInstance, 'normal' | 'start'>,
  { lexicon }: EngineLibrary,
): Denial | undefined {
  if (fate === undefined || fate.denials.length === 0) return undefined;
  const titled = new Set(termsOf(normal, start, lexicon).map(({ term }) => term));
  return fate.denials.find(
    ({ reason, words }) => reason === REASONS.other || [...words].some((word) => titled.has(word)),
  );
}

function reasonOf({ state, performer }: Statement, isInstead: boolean): string | undefined {
  if (performer === 'other') return REASONS.other;
  if (state === 'negated') return REASONS.negated;
  return isInstead && GIVEN_UP.has(state) ? REASONS.attempted : undefined;
}

/** What gives way to another act, told with `instead`, was not done. */
const GIVEN_UP: ReadonlySet<StatementState> = new Set(['planned', 'abandoned', 'attempted']);
