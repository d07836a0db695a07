import type { NoteExtract, Side, Statement } from './note-extract.ts';
import { readTargets } from './targets.ts';

const LEFT_ALONE =
  /\b(no incision|not (to )?(operate|operated|cut|opened|released|touched|treated)|(left|leave|left it) (it|alone|untouched))\b/g;
const DONE = /\b(incision (was )?made|incised|divided|cut|opened|released|resected|removed)\b/;

/**
 * Digits that the story says were left alone: a statement that refuses one, or a paragraph that begins with the digit (`Toe 5: marked, but lying straight;
 * no incision there`) and tells no act.
 */
export function untreatedDigits({ statements }: Pick<NoteExtract, 'statements'>, sides: readonly Side[]): Set<string> {
  const [side] = sides.filter((each) => each !== 'bilateral');
  const paragraphs = Map.groupBy(
    statements.filter(({ section }) => section !== 'title' && section !== 'history' && section !== 'plan'),
    ({ paragraph }) => paragraph,
  );
  if (side === undefined) return new Set();
  const found = new Set(statements.flatMap((statement) => refusedDigits(statement, side)));
  for (const paragraph of paragraphs.values()) {
    const words = paragraph
      .map(({ normal }) => normal)
      .join(' . ')
      .replace(/ +/g, ' ')
      .trim();
    const others = words.replace(LEFT_ALONE, ' ');
    if (others === words || DONE.test(others)) continue;
    for (const digit of headDigits(words, side)) found.add(digit);
  }
  return found;
}

const FINGERS = /\b(thumb|index|middle|long|ring|small|little)\b/g;

/** `I decided not to release the middle.` */
function refusedDigits({ state, section, normal }: Statement, side: Side): readonly string[] {
  if (state !== 'negated' || section === 'history' || !/\b(decided|elected|chose) not to\b/.test(normal)) return [];
  const named = [...normal.matchAll(FINGERS)].map(([word]) => word);
  return named.length === 1 ? readTargets(`${side} ${named[0]} finger`).digits : [];
}

/** The digit with which a paragraph begins. */
function headDigits(words: string, side: Side): readonly string[] {
  const toe = /^(?:toe ([1-5])|(?:the )?(second|third|fourth|fifth|2nd|3rd|4th|5th) toe)\b/.exec(words);
  const finger = /^(?:the )?(thumb|index|middle|long|ring|small|little)\b/.exec(words);
  if (toe !== null) return readTargets(`${side} hammertoe ${toe[1] ?? ''} ${toe[2] ?? ''} toe`).digits;
  return finger === null ? [] : readTargets(`${side} ${finger[1]} finger`).digits;
}
