import { normalize, wordsOf } from '../extract/normalize.ts';
import { type Lexicon, stemsOf, termsOf } from '../retrieve/terms.ts';

/** A query as the indexes read it. */
export interface Query {
  /** As written, with misspelt words mended. */
  readonly text: string;
  /** With what its abbreviations stand for behind each. */
  readonly full: string;
  /** Stems with their weight; expansions count less. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words that the query denies: `not stuck`. */
  readonly denied: ReadonlySet<string>;
  /** Every word of the query with what it may be called otherwise; `weight` tells how much it says. */
  readonly words: readonly { readonly terms: readonly string[]; readonly weight: number }[];
  /** The stems of the query as written and of each reading of it through the lexicon. */
  readonly readings: readonly (readonly string[])[];
}

const EXPANSION = 0.7;
/** Words that change no code of a list: whoever searches may leave them out. */
const SILENT = new Set(
  'patient procedur surger surgic operat perform done adult old year unspecif encount side not no non just same with'.split(
    ' ',
  ),
);

export function isSilent(term: string): boolean {
  return SILENT.has(term);
}

const SIDES = new Set('left right bilater both'.split(' '));

/** Sides change the modifier of a procedure, never its code. */
export function isSide(term: string): boolean {
  return SIDES.has(term);
}

/** `idf` tells how rare a stem is in what is searched. */
export function readQuery(text: string, lexicon: Lexicon, idf: (stem: string) => number): Query {
  const own = new Set(stemsOf(text));
  const terms = new Map<string, number>();
  const byPosition = new Map<number, string[]>();
  for (const { term, position } of termsOf(normalize(text), 0, lexicon)) {
    const weight = (own.has(term) ? 1 : EXPANSION) * (isSilent(term) ? 0.3 : 1);
    terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    const known = byPosition.get(position) ?? [];
    known.push(term);
    byPosition.set(position, known);
  }
  const denied = new Set(
    [...text.matchAll(/\b(?:not|no|non|without|other than)[ -]+([a-z]+( [a-z]+)?)/gi)].flatMap(([, word = '']) =>
      stemsOf(word),
    ),
  );
  const affirmed = [...byPosition.values()].filter((alternatives) => !alternatives.some((term) => denied.has(term)));
  const words = affirmed.map((alternatives) => ({
    terms: alternatives,
    weight: Math.max(...alternatives.map((term) => (isSilent(term) ? 0.3 : 1) * Math.max(1, idf(term)))),
  }));
  const expanded = [...terms.keys()].filter((term) => !own.has(term));
  return {
    text,
    full: inFull(text, lexicon),
    terms,
    denied,
    words,
    readings: [[...own], expanded, [...own, ...expanded]],
  };
}

/** The text with what its abbreviations stand for behind each: cues of the library are written in full words. */
function inFull(text: string, lexicon: Lexicon): string {
  const words = wordsOf(normalize(text));
  const parts: string[] = [];
  let written = 0;
  for (let at = 0; at < words.length; at += 1) {
    const entry = lexicon.byFirstWord
      .get(words[at]?.text ?? '')
      ?.find(({ words: own }) => own.every((word, index) => words[at + index]?.text === word));
    if (entry === undefined) continue;
    at += entry.words.length - 1;
    const end = words[at]?.end ?? text.length;
    parts.push(text.slice(written, end), ` ${entry.means.join(' ')}`);
    written = end;
  }
  return parts.join('') + text.slice(written);
}

/** A title without what it denies: `without status migrainosus`, `other than wood`. */
export function affirmed(text: string): string {
  return /\b(without|not|no|other than)\b/i.test(text)
    ? text.replace(/\b(?<!with or )(without( mention of)?|not|no|other than)\b [^,;()]*/gi, ' ')
    : text;
}
