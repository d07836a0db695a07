import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { oneSide, type StoryLine, storyLines, tells } from './story-items.ts';
import { type ActReader, act } from './told-act.ts';

/** The way a trunk was closed: code of the first vein of the leg and of the further ones. */
const WAYS: readonly (readonly [words: RegExp, first: string, further: string])[] = [
  [/\b(laser|evlt|evla)\b/, '36478', '36479'],
  [/\b(radio ?frequency|rfa|rf|vnus|closurefast|venefit)\b/, '36475', '36476'],
  [/\b(venaseal|cyanoacrylate|glue|adhesive)\b/, '36482', '36483'],
  [/\b(clarivein|mechanochemical|moca)\b/, '36473', '36474'],
];

/** Trunks that are treated each for itself; an accessory vein is named with the words of its trunk, so it stands first. */
const TRUNKS: readonly (readonly [trunk: string, words: RegExp])[] = [
  [
    'front',
    /\b(anterior )?accessory (great(er)? |long )?saphenous\b|\ba?agsv\b|\baasv\b|\baav\b|\banterolateral branch\b/g,
  ],
  ['back', /\bposterior accessory (great(er)? |long )?saphenous\b|\bpagsv\b|\bpasv\b/g],
  ['great', /\b(great(er)?|long) saphenous\b|\bgsv\b/g],
  ['small', /\b(small|short|lesser) saphenous\b|\bssv\b/g],
  ['between', /\bgiacomini\b|\bthigh extension\b/g],
  ['through', /\bperforators?\b|\bperforating vein\b/g],
];

const CLOSING =
  /\b(ablat\w*|clos(ure|ed|ing)|evlt|evla|rfa|laser|venaseal|clarivein|radio ?frequency|vnus|closurefast)\b/;
const ENTERED =
  /\b(access(ed)?|enter(ed|ing)?|cannulat\w*|punctur\w*|stick|stuck|needle|sheath|catheter|fiber|closed|ablated|treated|sealed)\b/;
const UNTREATED = /\b(not|no|later|staged|next (visit|week|session)|will)\b/;

/**
 * Leg veins closed from inside by trunk (36473-36479, 36482, 36483): the first vein of a leg, and once for all further
 * ones of that leg. Read where title or story tell more than one trunk of one leg.
 */
export const readLegVeins: ActReader = (extract) => {
  const lines = storyLines(extract);
  const titled = extract.titles.map(({ normal }) => normal.replace(/ +/g, ' ')).filter((words) => CLOSING.test(words));
  const way = wayIn(titled) ?? wayIn(lines.map(({ words }) => words));
  if (way === undefined) return undefined;
  const entered = lines.filter((line) => !UNTREATED.test(line.words) && tells(line, ENTERED));
  const named = new Set(titled.flatMap(trunksIn));
  const trunks = named.size > 1 ? named : new Set(entered.flatMap(({ words }) => trunksIn(words)));
  const statement = statementOf(entered, extract);
  const sides = new Set([...titled, ...entered.map(({ words }) => words)].flatMap((words) => oneSide(words) ?? []));
  if (trunks.size < 2 || statement === undefined || sides.size > 1) return undefined;
  const [, first, further] = way;
  const [side] = sides;
  return {
    acts: [
      act(first, statement, 'the first vein of the leg', { side }),
      act(further, statement, 'once for the further veins of that leg', { side }),
    ],
    governs: /^(3647[3-9]|3648[23])$/,
  };
};

function wayIn(said: readonly string[]): (typeof WAYS)[number] | undefined {
  return WAYS.find(([words]) => said.some((each) => words.test(each)));
}

function trunksIn(said: string): string[] {
  let rest = said;
  return TRUNKS.flatMap(([trunk, words]) => {
    const without = rest.replace(words, ' ');
    const isNamed = without !== rest;
    rest = without;
    return isNamed ? [trunk] : [];
  });
}

function statementOf(entered: readonly StoryLine[], { statements }: NoteExtract): Statement | undefined {
  return (
    entered.find(({ words }) => trunksIn(words).length > 0)?.statement ??
    statements.find(({ state }) => state === 'completed')
  );
}
