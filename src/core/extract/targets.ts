import type { Side, TargetFacts } from './note-extract.ts';
import { spineOf } from './spine-levels.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
};

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(1st|first)$/, 1],
  [/^(2nd|second)$/, 2],
  [/^(3rd|third)$/, 3],
  [/^(4th|fourth)$/, 4],
  [/^(5th|fifth)$/, 5],
];

const FINGERS: Readonly<Record<string, number>> = {
  thumb: 0,
  index: 1,
  pointer: 1,
  middle: 2,
  long: 2,
  ring: 3,
  small: 4,
  little: 4,
  pinky: 4,
};
const TOES: Readonly<Record<string, number>> = { hallux: 0, great: 0, big: 0 };

const CORONARY: readonly (readonly [RegExp, string])[] = [
  [/\bleft main\b/, 'LM'],
  [/\b(lad|left anterior descending|diagonal)\b/, 'LD'],
  [/\b(circumflex|lcx|obtuse marginal|om1|om2|om)\b/, 'LC'],
  [/\b(rca|right coronary|posterior descending|pda)\b/, 'RC'],
  [/\b(ramus( intermedius)?)\b/, 'RI'],
];

/** What a stretch of normalized text says about its targets. */
export function readTargets(normal: string): TargetFacts {
  const words = normal.replace(/ +/g, ' ').trim();
  const sides = sidesOf(words);
  const spine = spineOf(normal);
  return {
    sides,
    vertebrae: spine.vertebrae,
    spaces: spine.spaces,
    digits: digitsOf(words, sides),
    rays: raysOf(words),
    eyelids: eyelidsOf(words, sides),
    vessels: CORONARY.filter(([pattern]) => pattern.test(words)).map(([, modifier]) => modifier),
    times: timesOf(words),
  };
}

/** `A stent was left on that side`, `left in place`: what stays is no side. */
const LEFT_THERE =
  /\b(?:was|were|be|been|being|is|are) (?:then )?left (?=in|on|at|to|with|as|for|off|out|by|until|there|over|open|long|loose|overnight|hanging|connected|draining)\b|\bleft (?=in place|in situ|indwelling|alone|intact|behind|undisturbed|untouched)\b/g;

/** Sides named, without repetition; `both`, `bilateral` stand for both. */
export function sidesOf(told: string): Side[] {
  const words = told.replace(LEFT_THERE, ' ');
  const both =
    /\b(bilat(eral(ly)?)?|both (sides|eyes|ears|knees|hips|feet|hands|legs|breasts|nostrils|tubes|ovaries|upper|lower|groins|carotids|kidneys|ureters|wrists|shoulders|groin)|b l|ou|bmt|bmtt)\b/.test(
      words,
    );
  const left =
    /\b(left|lt|(?<!\bb )l|os)\b(?! (main|anterior descending|ventric\w+|heart|atri\w+|circumflex|internal mammary|mammary|lateral decubitus))/.test(
      words,
    );
  const right = /\b(right|rt|r|od)\b(?! (heart|ventric\w+|atri\w+|coronary))/.test(words);
  const sides: Side[] = [];
  if (both) sides.push('bilateral');
  if (left) sides.push('left');
  if (right) sides.push('right');
  return sides;
}

const RAY =
  /((?:(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth)(?: and)? )+)(metatars\w*|mts?|metacarp\w*|mcs?)\b/g;
/** `ring and small metacarpals`: the bones of the hand by their fingers. */
const FINGER_RAY = /((?:(?:thumb|index|middle|long|ring|small|little)(?: and)? )+)(?:metacarp\w*|mcs?)\b/g;

/** Metatarsals and metacarpals by their numbers: `2nd and 3rd metatarsals`. */
function raysOf(words: string): string[] {
  const found = new Set<string>();
  for (const [, list = '', bone = ''] of words.matchAll(RAY)) {
    const limb = /^(metat|mt)/.test(bone) ? 'MT' : 'MC';
    for (const word of list.split(' ')) {
      const ordinal = ORDINALS.find(([pattern]) => pattern.test(word));
      if (ordinal !== undefined) found.add(`${limb}${ordinal[1]}`);
    }
  }
  for (const [, list = ''] of words.matchAll(FINGER_RAY)) {
    for (const word of list.split(' ')) {
      const rank = FINGERS[word];
      if (rank !== undefined) found.add(`MC${rank + 1}`);
    }
  }
  return [...found];
}

/** HCPCS digit modifiers of fingers and toes named; needs a side in the same text. */
function digitsOf(words: string, sides: readonly Side[]): string[] {
  const found = new Set<string>();
  const pattern =
    /\b(\w+)(?: and (?:the )?(\w+)| (\w+))?(?: (?:digit|finger|toe|thumb|hallux|ray|extensor)s?)\b|\b(hallux|thumb)\b/g;
  for (const hit of words.matchAll(pattern)) {
    const side = sideAround(words, Math.max(hit.index, hit.index + hit[0].length - NEAR), sides);
    const isBoth = side === undefined && sides.includes('bilateral');
    if (side === undefined && !isBoth) continue;
    const isFoot =
      /toe|hallux/.test(hit[0]) ||
      (/digit/.test(hit[0]) && /\b(foot|toe|metatars\w*|hammer ?toe\w*|bunion\w*|hallux)\b/.test(words));
    for (const name of [hit[1], hit[2], hit[3], hit[4], ...(/thumb|hallux/.exec(hit[0]) ?? [])]) {
      const rank = name === undefined ? undefined : digitRank(name, isFoot);
      if (rank === undefined) continue;
      for (const each of side === undefined ? BOTH : [side]) found.add(digitModifier(isFoot, each, rank));
    }
  }
  if (/\b(finger|trigger|digit|pulley)s?\b/.test(words)) {
    for (const [, side, name = ''] of words.matchAll(SIDED_FINGER)) {
      const rank = FINGERS[name];
      if (rank !== undefined) found.add(digitModifier(false, /^l/.test(side ?? '') ? 'left' : 'right', rank));
    }
  }
  for (const hit of words.matchAll(FINGER_JOINTS)) {
    const side = sideAround(words, hit.index, sides);
    for (const name of side === undefined ? [] : (hit[1] ?? '').split(' ')) {
      const rank = FINGERS[name];
      if (side !== undefined && rank !== undefined) found.add(digitModifier(false, side, rank));
    }
  }
  const isOneSide = !(sides.includes('left') && sides.includes('right'));
  for (const [, toes, list = ''] of isOneSide ? words.matchAll(DIGIT_LIST) : []) {
    const isFoot = toes !== undefined;
    for (const hit of list.matchAll(/\w+/g)) {
      const side = sideAround(words, words.length, sides);
      const rank = digitRank(hit[0], isFoot) ?? (isFoot && /^[1-5]$/.test(hit[0]) ? Number(hit[0]) - 1 : undefined);
      if (side !== undefined && rank !== undefined) found.add(digitModifier(isFoot, side, rank));
    }
  }
  return [...found];
}

/** `Both great toes`, `hallux B/L`. */
const BOTH = ['left', 'right'] as const;

/** `trigger fingers right ring, right middle`: the finger's own name with its side is enough beside fingers. */
const SIDED_FINGER = /\b(left|right|l|r) (index|middle|long|ring|small|little)\b/g;

/** `index and middle DIP joints`: the finger's name with its joint is enough. */
const FINGER_JOINTS =
  /\b((?:(?:thumb|index|middle|long|ring|small|little)(?: and(?: the)?)? )+)(?:(?:[dp]ip|mc?p|ip)j?s?|(?:distal |proximal )?interphalangeal|metacarpophalangeal)\b/g;

/** The side of a digit may stand so many letters behind its first. */
const NEAR = 12;

/** `hammertoes 2, 3, 4`; `trigger fingers: index, middle and ring`, which no word follows. */
const DIGIT_LIST =
  /\b(?:(hammer ?toes?|toes)|(?:trigger|fingers))\b(?: \w+){0,5}?((?: (?:and )?(?:[1-5]|2nd|3rd|4th|5th|thumb|index|middle|long|ring|small|little))+)\b(?! (?:cm|mm|weeks?|days?))/g;

function digitRank(word: string, isFoot: boolean): number | undefined {
  const named = isFoot ? TOES[word] : FINGERS[word];
  if (named !== undefined) return named;
  const ordinal = ORDINALS.find(([pattern]) => pattern.test(word));
  if (ordinal !== undefined) return ordinal[1] - 1;
  return undefined;
}

function digitModifier(isFoot: boolean, side: 'left' | 'right', rank: number): string {
  const at = side === 'left' ? rank : rank + 5;
  return `${isFoot ? 'T' : 'F'}${at === 0 ? 'A' : at}`;
}

function sideAround(words: string, at: number, sides: readonly Side[]): 'left' | 'right' | undefined {
  const only = sides.filter((side) => side !== 'bilateral');
  if (only.length === 1) return only[0] as 'left' | 'right';
  const before = words.slice(0, at + NEAR);
  const left = Math.max(before.lastIndexOf('left'), before.lastIndexOf(' l '));
  const right = Math.max(before.lastIndexOf('right'), before.lastIndexOf(' r '));
  if (left < 0 && right < 0) return undefined;
  return left > right ? 'left' : 'right';
}

/** E1 upper left, E2 lower left, E3 upper right, E4 lower right. */
function eyelidsOf(words: string, sides: readonly Side[]): string[] {
  if (!/\b(lids?|eyelids?|ptosis|blepharo\w*|upper|lower)\b/.test(words)) return [];
  const isUpper = /\bupper\b/.test(words);
  const isLower = /\blower\b/.test(words);
  const both = sides.includes('bilateral');
  const found: string[] = [];
  if (both || sides.includes('left')) found.push(...(isUpper ? ['E1'] : []), ...(isLower ? ['E2'] : []));
  if (both || sides.includes('right')) found.push(...(isUpper ? ['E3'] : []), ...(isLower ? ['E4'] : []));
  return found;
}

/** `x3`, `times two`: an explicit count. */
function timesOf(words: string): number | undefined {
  const hit = /\b(?:x ?|times )(\d{1,2}|one|two|three|four|five|six|seven|eight)\b(?! ?(?:cm|mm))/.exec(words);
  return hit?.[1] === undefined ? undefined : numberOf(hit[1]);
}

/** `3` or `three`, or undefined. */
export function numberOf(word: string): number | undefined {
  const named = NUMBER_WORDS[word];
  if (named !== undefined) return named;
  return /^\d{1,3}$/.test(word) ? Number(word) : undefined;
}
