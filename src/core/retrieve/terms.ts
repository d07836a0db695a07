import { wordsOf } from '../extract/normalize.ts';
import type { LexiconEntry } from '../model/code-record.ts';
import { stem } from './stem.ts';

/** A stemmed term with its position (in words) and its place in the text; expansions share the place of their term. */
export interface Term {
  readonly term: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

const STOP_WORDS = new Set(
  'a an the of and or with without to for from in on at by into via per using use as is was were be been this that his her their its'.split(
    ' ',
  ),
);

export interface Lexicon {
  /** First word of an entry -> entries, longest first. */
  readonly byFirstWord: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly means: readonly string[] }[]
  >;
}

export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const byFirstWord = new Map<string, { words: string[]; means: string[] }[]>();
  for (const entry of entries) {
    const words = plainWords(entry.term);
    const first = words[0];
    if (first === undefined) continue;
    const list = byFirstWord.get(first) ?? [];
    list.push({ words, means: entry.means.flatMap(plainWords) });
    byFirstWord.set(first, list);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord };
}

/** What `normalize` leaves of a word, read in one go: a hundred thousand titles are indexed by it. */
const WORD = /[a-z0-9]+(?:(?<=\d)\.(?=\d)[a-z0-9]+)*/g;

/** Words of any text, normalized, not stemmed. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Stems without stop words: how names and queries are stored. */
export function stemsOf(text: string): string[] {
  return plainWords(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}

/** Terms of a stretch of normalized text, with lexicon expansions added at the place of what they expand. */
export function termsOf(normal: string, offset: number, lexicon: Lexicon): Term[] {
  const words = wordsOf(normal);
  const terms: Term[] = [];
  let position = 0;
  for (const [at, word] of words.entries()) {
    if (!STOP_WORDS.has(word.text)) {
      terms.push({ term: stem(word.text), position, start: offset + word.start, end: offset + word.end });
    }
    for (const entry of lexicon.byFirstWord.get(word.text) ?? []) {
      const span = words.slice(at, at + entry.words.length);
      if (!entry.words.every((expected, index) => sameWord(span[index]?.text, expected, span.length))) continue;
      const end = span.at(-1)?.end ?? word.end;
      for (const meaning of entry.means) {
        if (!STOP_WORDS.has(meaning))
          terms.push({ term: stem(meaning), position, start: offset + word.start, end: offset + end });
      }
    }
    if (!STOP_WORDS.has(word.text)) position += 1;
  }
  return terms;
}

/** An abbreviation and a short word have at most a plural: `crani` is not cranial, `tips` are not tipped. */
const SHORTEST_INFLECTED = 5;

function sameWord(word: string | undefined, expected: string, length: number): boolean {
  if (word === expected || word === `${expected}s`) return true;
  return word !== undefined && length > 1 && expected.length >= SHORTEST_INFLECTED && stem(word) === stem(expected);
}
