import type { NoteExtract } from '../extract/note-extract.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { foreignWords } from '../retrieve/shared-words.ts';
import { isOperation, isTelling, storyFamilies } from '../retrieve/story.ts';
import { DOUBT } from './confidence.ts';
import type { Doubt, ProtoLine, Rejection } from './proto-line.ts';

/** A title of which so little is told by other codes is told as the billed ones tell it. */
const FEW_WORDS = 0.1;

/**
 * Doubts that fall on every line of a case: an act of the title without a code, words of the title that only other codes
 * know, no title at all, a story that has more words of other operations, and a note in key words.
 */
export function caseDoubts(
  lines: readonly ProtoLine[],
  rejections: readonly Rejection[],
  unknownActs: number,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly Doubt[] {
  const doubts = [wordsDoubt(lines, rejections, extract, library), storyDoubt(lines, extract, library)];
  if (unknownActs > 0) doubts.push({ weight: DOUBT.unknownAct, because: 'an act of the title has no code yet' });
  if (isInKeyWords(extract)) doubts.push({ weight: DOUBT.keyWords, because: 'the note is jotted down in key words' });
  return doubts.filter((doubt) => doubt !== undefined);
}

const SENTENCE = /\b(was|were|is|are|had|has|have|been|i|we)\b/;
/** Of the sentences of a dictated note at least half have a verb that tells a deed, of one in key words at most a third. */
const LEAST_SENTENCES = 0.4;
/** `Left carpal tunnel release` alone is no note yet. */
const LEAST_STATEMENTS = 4;

function isInKeyWords({ performed }: NoteExtract): boolean {
  const sentences = performed.filter(({ normal }) => SENTENCE.test(normal)).length;
  return performed.length >= LEAST_STATEMENTS && sentences < performed.length * LEAST_SENTENCES;
}

function wordsDoubt(
  lines: readonly ProtoLine[],
  rejections: readonly Rejection[],
  extract: NoteExtract,
  library: EngineLibrary,
): Doubt | undefined {
  const titles = extract.instances.filter(({ source }) => source === 'title').map(({ text }) => text);
  if (titles.length === 0) return { weight: DOUBT.untitled, because: 'no title of the note tells what was done' };
  // What has no code of its own is told in words of others.
  if (lines.every(({ record }) => record.code.endsWith('99'))) return undefined;
  const codes = [...lines, ...rejections].map(({ record }) => record);
  const told = lines.flatMap(({ readings }) => readings).filter(({ how }) => how === 'told');
  const understood = told.flatMap(({ at }) => (at === undefined ? [] : [extract.text.slice(at.start, at.end)]));
  const foreign = foreignWords(titles, codes, understood, library);
  if (foreign < FEW_WORDS) return undefined;
  return { weight: DOUBT.foreignWords * foreign, because: 'the title has words of other codes than these' };
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
