import type { NoteExtract, Side, Statement } from '../extract/note-extract.ts';
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
  const story = line.instance.story ?? extract.performed;
  const isRepeated = isRepeatedStory(story);
  // One sentence of a story tells one side of what it then says was done on both.
  const own = line.instance.source === 'body' && isRepeated ? 'bilateral' : single(line.sides);
  const title = agreed(extract.titles);
  const diagnoses = extract.statements.filter(({ section }) => /diagnosis/.test(section));
  const diagnosis = agreed(diagnoses.filter((each) => isOfTheTitle(each, extract)));
  const told = own ?? title ?? (isRepeated ? 'bilateral' : undefined);
  if (told !== undefined) {
    const isContradicted =
      diagnosis !== undefined && diagnosis !== 'bilateral' && told !== 'bilateral' && diagnosis !== told;
    return { side: told, from: 'title', isContradicted };
  }
  const side = diagnosis ?? agreed(diagnoses);
  if (side !== undefined) return { side, from: 'diagnosis', isContradicted: false };
  const body = isRepeated ? 'bilateral' : prevailing(story);
  return { side: body, from: body === undefined ? undefined : 'body', isContradicted: false };
}

const COMMON_WORD =
  /^(?:left|right|bilateral|with|from|status|post|acute|chronic|pain|mass|disease|removal|repair|placement)$/;

/** A diagnosis whose words the title shares: the side of a cancer is not that of the port for its treatment. */
export function isOfTheTitle({ normal }: Pick<Statement, 'normal'>, { titles }: Pick<NoteExtract, 'titles'>): boolean {
  const stems = (words: string): string[] =>
    words.split(/ +/).flatMap((word) => (word.length < 4 || COMMON_WORD.test(word) ? [] : [word.slice(0, 5)]));
  const titled = new Set(titles.flatMap((title) => stems(title.normal)));
  return titles.length === 0 || stems(normal).some((stem) => titled.has(stem));
}

/** One side, or both when both are named; left and right in one breath are both. */
function single(sides: readonly Side[]): Side | undefined {
  const named = new Set(sides);
  if (named.has('bilateral') || (named.has('left') && named.has('right'))) return 'bilateral';
  return named.has('left') ? 'left' : named.has('right') ? 'right' : undefined;
}

function sidesOfAll(statements: readonly Statement[]): Side[] {
  return statements.flatMap(({ normal }) => single(readTargets(normal).sides) ?? []);
}

/** The side on which every statement that names one agrees. */
function agreed(statements: readonly Statement[]): Side | undefined {
  const [first, ...rest] = sidesOfAll(statements);
  return rest.every((side) => side === first) ? first : undefined;
}

/** The story says of one side that it was done on the other as well. */
export function isRepeatedStory(story: readonly Pick<Statement, 'normal'>[]): boolean {
  return story.some(({ normal }) => REPEATED.test(normal.replace(/ +/g, ' ')));
}

/** `A similar procedure was performed on the opposite side`, `left side identical`: told once, done on both. */
const REPEATED =
  /\b(similar\w*|same|identical\w*|likewise|repeated)\b.*\b(opposite|contralateral|fellow|other (side|ear|eye|eyelid|lid|breast|foot|hand|knee|groin))\b|\b(opposite|contralateral|fellow|other (side|ear|eye|eyelid|lid|breast|foot|hand|knee|groin))\b.*\b(similar\w*|same|identical\w*|likewise)\b|^ ?(left|right|l|r) (side|eye|ear|breast|groin|foot|hand|knee)?( was| done)?( \w+)? ?(identical\w*|the same|likewise|in (the same|like) (way|fashion|manner))\b|\b(same|identical) (\w+ )?(on|for) (the )?(left|right|l|r)\b/;

/** A story names the other side in passing: the side named at least three times as often. */
const PREVAILS = 3;

function prevailing(statements: readonly Statement[]): Side | undefined {
  const sides = sidesOfAll(statements);
  const count = (wanted: Side): number => sides.filter((side) => side === wanted).length;
  const [left, right] = [count('left'), count('right')];
  if (left > 0 && left >= PREVAILS * right) return 'left';
  return right > 0 && right >= PREVAILS * left ? 'right' : undefined;
}
