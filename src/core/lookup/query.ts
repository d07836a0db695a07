import { normalize } from '../extract/normalize.ts';
import { type Lexicon, stemsOf, termsOf } from '../retrieve/terms.ts';

/** A query as the indexes read it. */
export interface Query {
  /** As written, with misspelt words mended. */
  readonly text: string;
  /** Stems with their weight; expansions count less. */
  readonly terms: ReadonlyMap<string, number>;
  /** Every word of the query with what it may be called otherwise; `weight` tells how much it says. */
  readonly words: readonly { readonly terms: readonly string[]; readonly weight: number }[];
  /** The stems of the query as written and of each reading of it through the lexicon. */
  readonly readings: readonly (readonly string[])[];
}

const EXPANSION = 0.7;
/** Words that change no code of a list: whoever searches may leave them out. */
const SILENT = new Set(
  'patient procedur surger surgic operat perform done adult old year unspecif encount initi first time'.split(' '),
);

export function isSilent(term: string): boolean {
  return SILENT.has(term);
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
  const words = [...byPosition.values()].map((alternatives) => ({
    terms: alternatives,
    weight: Math.max(...alternatives.map((term) => (isSilent(term) ? 0.3 : 1) * Math.max(1, idf(term)))),
  }));
  const expanded = [...terms.keys()].filter((term) => !own.has(term));
  return { text, terms, words, readings: [[...own], expanded, [...own, ...expanded]] };
}
