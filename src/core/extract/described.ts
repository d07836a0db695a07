import type { Cue } from '../model/code-record.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { isOperation, isTelling, statementOf, storyFamilies } from '../retrieve/story.ts';
import { hasCue, partsOf } from './cue.ts';
import type { Statement } from './note-extract.ts';
import { type Piece, pieceAt } from './piece.ts';
import { isPerformed } from './statement-state.ts';

/** What a described procedure is worth beside named ones: more than words in common, less than a full name. */
const DESCRIBED = 1.2;

/** A story whose title names nothing tells what was done by its acts: `the colonoscope was advanced to the cecum`. */
export function describedIn(
  text: string,
  statements: readonly Statement[],
  named: ReadonlySet<string>,
  library: EngineLibrary,
): Piece[] {
  const told: Piece[] = [];
  const known = new Set(named);
  const performed = statements.filter(isPerformed);
  for (const { family, code, cues } of library.described) {
    const statement = known.has(family) ? undefined : tellingStatement(cues, performed);
    if (statement === undefined) continue;
    known.add(family);
    const { start, end } = statement;
    const mention = { family, code, score: DESCRIBED * library.names.rarest, start, end };
    told.push(pieceAt(text, statement, start, end, 'body', [mention]));
  }
  return told.sort((a, b) => a.start - b.start);
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

/** The statement in which an act is told; of parts that are told apart (`a && b`) the one with the last. */
function tellingStatement(cues: readonly Cue[], performed: readonly Statement[]): Statement | undefined {
  for (const cue of cues) {
    const telling = partsOf(cue).map((part) => performed.find(({ normal }) => hasCue([part], normal)));
    if (telling.every((each) => each !== undefined)) return telling.at(-1);
  }
  return undefined;
}
