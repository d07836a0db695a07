import type { NoteExtract } from '../extract/note-extract.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { isOperation, isTelling, storyFamilies } from '../retrieve/story.ts';
import { DOUBT } from './confidence.ts';
import type { Doubt, ProtoLine } from './proto-line.ts';

const CLEARLY_MORE = 1.25;

/**
 * Doubts that fall on every line of a case: an act of the title without a code, and a story whose words as a whole are
 * clearly those of another operation.
 */
export function caseDoubts(
  lines: readonly ProtoLine[],
  unknownActs: number,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (unknownActs > 0) doubts.push({ weight: DOUBT.unknownAct, because: 'an act of the title has no code yet' });
  const families = storyFamilies(extract.performed, library);
  const told = families.find((each) => isOperation(each, library));
  const billed = new Set(lines.map(({ family }) => family.family));
  const own = Math.max(0, ...families.filter(({ family }) => billed.has(family.family)).map(({ score }) => score));
  if (told !== undefined && isTelling(told, library) && told.score > own * CLEARLY_MORE)
    doubts.push({ weight: DOUBT.otherStory, because: `the story has more words of: ${told.family.title}` });
  return doubts;
}
