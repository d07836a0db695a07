import type { NoteExtract } from '../extract/note-extract.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { knownShare } from '../retrieve/shared-words.ts';
import { isOperation, isTelling, storyFamilies } from '../retrieve/story.ts';
import { DOUBT } from './confidence.ts';
import type { Doubt, ProtoLine } from './proto-line.ts';

/** A title whose words the billed codes know but for a few is told as they tell it. */
const FEW_WORDS = 0.05;

/**
 * Doubts that fall on every line of a case: an act of the title without a code, words of the title that no billed code
 * knows, no title at all, and a story that has more words of other operations.
 */
export function caseDoubts(
  lines: readonly ProtoLine[],
  unknownActs: number,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly Doubt[] {
  const doubts = [wordsDoubt(lines, extract, library), storyDoubt(lines, extract, library)];
  if (unknownActs > 0) doubts.push({ weight: DOUBT.unknownAct, because: 'an act of the title has no code yet' });
  return doubts.filter((doubt) => doubt !== undefined);
}

function wordsDoubt(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): Doubt | undefined {
  const titles = extract.instances.filter(({ source }) => source === 'title').map(({ text }) => text);
  if (titles.length === 0) return { weight: DOUBT.untitled, because: 'no title of the note tells what was done' };
  const codes = lines.map(({ record }) => record);
  const unknown = 1 - knownShare(titles, codes, library);
  if (unknown < FEW_WORDS) return undefined;
  return { weight: DOUBT.unknownWords * unknown, because: 'the title has words that the billed codes do not know' };
}

/** By the billed operation that stands lowest among those whose words the story uses. */
function storyDoubt(lines: readonly ProtoLine[], extract: NoteExtract, library: EngineLibrary): Doubt | undefined {
  const told = storyFamilies(extract.performed, library).filter((each) => isOperation(each, library));
  const ranks = lines
    .filter(({ family, record }) => record.role === 'primary' && isOperation({ family }, library))
    .map(({ family }) => told.findIndex((each) => each.family.family === family.family));
  const lowest = Math.max(...ranks.map((rank) => (rank < 0 ? told.length : rank)), 0);
  const [first] = told;
  if (lowest === 0 || first === undefined || !isTelling(first, library)) return undefined;
  const weight = lowest < FAR ? DOUBT.otherStory : DOUBT.farStory;
  return { weight, because: `the story has more words of: ${first.family.title}` };
}

/** Six families whose words the story has more of. */
const FAR = 6;
