import { normalize, wordsOf } from '../extract/normalize.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stem } from '../retrieve/stem.ts';
import { editDistance } from '../retrieve/typo.ts';

/** Words as the library writes them, to mend a query before anything reads it. */
export interface QuerySpeller {
  readonly known: ReadonlySet<string>;
  /** First letter and length -> words with the number of texts that use them. */
  readonly buckets: ReadonlyMap<string, readonly string[]>;
  readonly uses: ReadonlyMap<string, number>;
}

const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 10;
/** A word of five or six letters is mended only to one that the library uses at least so often. */
const COMMON = 3;

export function buildQuerySpeller({ library }: EngineLibrary): QuerySpeller {
  const uses = new Map<string, number>();
  const add = (text: string): void => {
    for (const { text: word } of wordsOf(normalize(text))) uses.set(word, (uses.get(word) ?? 0) + 1);
  };
  for (const { names, title } of library.families)
    for (const text of [title, ...names.map((name) => name.text)]) add(text);
  for (const { title, aliases, says } of library.codes) {
    for (const text of [title, says, ...aliases.map((alias) => alias.text)]) add(text);
  }
  for (const { title, terms } of library.diagnoses) for (const text of [title, ...terms]) add(text);
  for (const { term } of [...library.lexicon, ...library.searchLexicon]) add(term);
  const buckets = new Map<string, string[]>();
  for (const word of uses.keys()) {
    if (word.length < SHORTEST - 1 || /\d/.test(word)) continue;
    const key = `${word.charAt(0)}${word.length}`;
    const list = buckets.get(key);
    if (list === undefined) buckets.set(key, [word]);
    else list.push(word);
  }
  const known = new Set([...uses.keys()].map(stem));
  return { known, buckets, uses };
}

/** The query with its misspelt words mended; `isKnown` tells words of other catalogues. */
export function spelled(speller: QuerySpeller, query: string, isKnown: (stemmed: string) => boolean): string {
  return query.replace(/[a-z]{5,}/gi, (word) => {
    const lower = word.toLowerCase();
    const stemmed = stem(lower);
    if (speller.known.has(stemmed) || isKnown(stemmed)) return word;
    return nearestWord(speller, lower) ?? word;
  });
}

function nearestWord(speller: QuerySpeller, word: string): string | undefined {
  const allowed = word.length >= LONG ? 2 : 1;
  const isShort = word.length < SHORTEST + 2;
  let best: { word: string; distance: number; uses: number } | undefined;
  let isTied = false;
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    for (const candidate of speller.buckets.get(`${word.charAt(0)}${length}`) ?? []) {
      const uses = speller.uses.get(candidate) ?? 0;
      if (isShort && uses < COMMON) continue;
      const distance = editDistance(word, candidate, Math.min(allowed, best?.distance ?? allowed));
      if (distance > allowed || (best !== undefined && distance > best.distance)) continue;
      if (best === undefined || distance < best.distance) {
        best = { word: candidate, distance, uses };
        isTied = false;
      } else {
        isTied ||= stem(candidate) !== stem(best.word);
        if (uses > best.uses) best = { word: candidate, distance, uses };
      }
    }
  }
  return best === undefined || (isShort && isTied) ? undefined : best.word;
}
