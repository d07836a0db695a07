import type { Cue } from '../model/code-record.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { isOperation, isTelling, statementOf, storyFamilies } from '../retrieve/story.ts';
import { hasCue, partsOf } from './cue.ts';
import type { Side, Statement, TargetFacts } from './note-extract.ts';
import { type Piece, pieceAt } from './piece.ts';
import { LIST_ITEM } from './section-end.ts';
import { isPerformed } from './statement-state.ts';
import { readTargets, sidesOf } from './targets.ts';

/** What a described procedure is worth beside named ones: more than words in common, less than a full name. */
const DESCRIBED = 1.2;

/** A story whose title names nothing tells what was done by its acts: `the colonoscope was advanced to the cecum`. */
export function describedIn(
  acts: EngineLibrary['described'],
  text: string,
  statements: readonly Statement[],
  named: readonly Piece[],
  library: EngineLibrary,
): Piece[] {
  const told: Piece[] = [];
  const known = new Set(named.flatMap(({ families: [first] }) => first?.family ?? []));
  const performed = statements.filter(isPerformed);
  const diagnoses = statements.filter(({ section, state }) => section.endsWith('diagnosis') && state === 'completed');
  for (const { family, code, cues } of acts) {
    for (const statement of tellingStatements(cues, performed, diagnoses)) {
      const { start, end } = statement;
      const isTold = [...named, ...told].some((piece) => piece.start < end && piece.end > start);
      if (known.has(family) && (isTold || !isItem(statement, text) || !isToldOneByOne(family, library))) continue;
      known.add(family);
      const mention = { family, code, score: DESCRIBED * library.names.rarest, start, end };
      told.push(pieceAt(text, statement, start, end, 'body', [mention]));
    }
  }
  return told.sort((a, b) => a.start - b.start);
}

/** What is told on either side of an act that no title names: where it was, how it was done. */
const AROUND = { before: 1, after: 2 } as const;

/** An act that the story tells beside a title that names another: its own sentences tell of it, not the whole story. */
export function untitledIn(
  text: string,
  statements: readonly Statement[],
  named: readonly Piece[],
  library: EngineLibrary,
): Piece[] {
  const story = statements.filter(({ section }) => section !== 'title');
  const performed = story.filter(isPerformed);
  const diagnoses = statements.filter(({ section, state }) => section.endsWith('diagnosis') && state === 'completed');
  const sides = [...named.map(({ facts }) => facts.sides), ...diagnoses.map(({ normal }) => sidesOf(normal))].flat();
  return describedIn(library.untitled, text, story, named, library).map((piece) => {
    const at = performed.findIndex(({ start }) => start === piece.start);
    const own = performed.slice(Math.max(0, at - AROUND.before), at + 1 + AROUND.after);
    return { ...piece, facts: factsNear(piece, [piece, ...own, ...diagnoses], new Set(sides)), story: own };
  });
}

/** The side is the one of the title and the diagnoses; the digit stands in a sentence before or after the act. */
function factsNear({ facts }: Piece, near: readonly Told[], named: ReadonlySet<Side>): TargetFacts {
  const [only, ...others] = facts.sides.length > 0 ? facts.sides : named;
  const side = others.length === 0 ? only : undefined;
  if (side === undefined) return facts;
  const told = near.map(({ normal }) => readTargets(`${side} ${normal}`).digits).find((digits) => digits.length > 0);
  return { ...facts, sides: [side], digits: told ?? [] };
}

type Told = Pick<Piece, 'normal' | 'start'>;

function isItem({ start, end }: Statement, text: string): boolean {
  return LIST_ITEM.test(text.slice(start, end));
}

/** Samples of several lesions, each by its own technique, are told item by item; what is measured is told apart anyway. */
export function isToldOneByOne(family: string, { families }: EngineLibrary): boolean {
  const record = families.get(family);
  return record?.target === 'lesion' && Object.values(record.axes).every(({ kind }) => kind === 'cue');
}

/** What the words of the whole story point to: less than a described act. */
const IN_STORY = 1;

/** The family that the story as a whole points to, for where neither a name nor a described act tells any. */
export function inStory(text: string, performed: readonly Statement[], library: EngineLibrary): Piece[] {
  const [best] = storyFamilies(performed, library).filter((each) => isOperation(each, library));
  if (best === undefined || !isTelling(best, library)) return [];
  const statement = statementOf(best, performed, library);
  if (statement === undefined) return [];
  const { start, end } = statement;
  const mention = {
    family: best.family.family,
    code: undefined,
    score: IN_STORY * library.names.rarest,
    start,
    end,
  };
  return [pieceAt(text, statement, start, end, 'body', [mention])];
}

/**
 * The statements in which an act is told; of parts that are told apart (`a && b`) the first with the last part. What was
 * operated on may stand in the diagnosis only, the act (the last part) never.
 */
function tellingStatements(
  cues: readonly Cue[],
  performed: readonly Statement[],
  diagnoses: readonly Statement[],
): readonly Statement[] {
  const isTold = (part: Cue): boolean => [...performed, ...diagnoses].some(({ normal }) => hasCue([part], normal));
  return cues.flatMap((cue) => {
    const parts = partsOf(cue);
    const telling = performed.filter(({ normal }) => hasCue([parts.at(-1) ?? cue], normal));
    return parts.length === 1 ? telling : parts.slice(0, -1).every(isTold) ? telling.slice(0, 1) : [];
  });
}
