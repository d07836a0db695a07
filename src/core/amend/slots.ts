/** A fact of one kind with its place in a text. */
export interface SlotValue {
  readonly slot: Slot;
  /** Equal for equal facts: `left`, `C5-C6`, `1.2`. */
  readonly value: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What a sender corrects by naming it alone. */
export type Slot = 'side' | 'digit' | 'level' | 'part' | 'length';

const SIDE =
  /\b(left|right|bilateral(?:ly)?|both sides)\b(?! (?:main|anterior descending|ventric|atri|circumflex|heart|coronary|lateral decubitus|in\b|behind|open\b|alone|intact|untouched|at\b|to\b|angle))/gi;
const DIGIT =
  /\b(?:(?:thumb|index|middle|long|ring|small|little|pinky)(?: finger)?|(?:great|big|second|third|fourth|fifth|2nd|3rd|4th|5th) toe|hallux)\b/gi;
const LEVEL = /\b([CTLS])(\d{1,2}) ?(?:[-–/]|to) ?([CTLS]?)(\d{1,2})\b/gi;
/** Halves of one thing: the inner and the outer meniscus, the upper and the lower lid. */
const PART = /\b(medial|lateral|upper|lower|anterior|posterior|proximal|distal)\b(?= \w)/gi;
const LENGTH = /(?<![\d.x-])(\d{1,3}(?:\.\d{1,2})?)[ -]?(cm|mm|centimeters?|millimeters?)\b/gi;

/** Every fact of the kinds that can be corrected, in the order of the text. */
export function slotsIn(text: string): SlotValue[] {
  return [
    ...found(text, SIDE, 'side', ([words]) => (/^b/i.test(words) ? 'bilateral' : words.toLowerCase())),
    ...found(text, DIGIT, 'digit', ([words]) => words.toLowerCase().replace(/ finger$/, '')),
    ...found(text, LEVEL, 'level', ([, from = '', at, to, next]) =>
      `${from}${at}-${to === undefined || to === '' ? from : to}${next}`.toUpperCase(),
    ),
    ...found(text, PART, 'part', ([words]) => words.toLowerCase()),
    ...found(text, LENGTH, 'length', ([, number, unit = '']) => String(Number(number) * (/^m/i.test(unit) ? 0.1 : 1))),
  ].sort((a, b) => a.start - b.start);
}

function found(text: string, pattern: RegExp, slot: Slot, tell: (hit: RegExpExecArray) => string): SlotValue[] {
  return [...text.matchAll(pattern)].map((hit) => ({
    slot,
    value: tell(hit),
    words: hit[0],
    start: hit.index,
    end: hit.index + hit[0].length,
  }));
}
