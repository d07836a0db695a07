import type { CodeSystem } from '../model/code.ts';
import { type Bm25Index, buildBm25, holdsTerm, scoreBm25 } from '../retrieve/bm25.ts';
import { stemsOf } from '../retrieve/terms.ts';
import type { LookupHit } from './hit.ts';
import { isSilent, type Query } from './query.ts';

/** Something to be found by its words. */
export interface WordEntry {
  readonly code: string;
  readonly title: string;
  /** Other words for it: each may be the whole query. */
  readonly names: readonly string[];
  /** What stands between two that the words fit as well: the lower goes first. */
  readonly claims: number;
}

export interface WordIndex {
  readonly system: CodeSystem;
  readonly entries: readonly WordEntry[];
  readonly index: Bm25Index;
  /** The stems of a whole name, sorted -> entries. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

const TITLE_WEIGHT = 1.5;
const NAME_WEIGHT = 1;
/** What a query is worth that is just the name. */
const WHOLE_NAME = 6;
/** A score counts so much where none of the query's weight is shared; in full where all of it is. */
const LEAST_SHARE = 0.25;

export function buildWordIndex(system: CodeSystem, entries: readonly WordEntry[]): WordIndex {
  const byName = new Map<string, number[]>();
  const documents = entries.map(({ title, names }, id) => {
    const terms = new Map<string, number>();
    for (const [at, text] of [title, ...names].entries()) {
      const stems = [...new Set(stemsOf(text))];
      const weight = at === 0 ? TITLE_WEIGHT : NAME_WEIGHT;
      for (const term of stems) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
      const key = keyOf(stems);
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [id]);
      else if (known.at(-1) !== id) known.push(id);
    }
    return { id, terms };
  });
  return { system, entries, index: buildBm25(documents), byName };
}

function keyOf(stems: readonly string[]): string {
  return stems
    .filter((term) => !isSilent(term))
    .toSorted()
    .join(' ');
}

/** The entries that share words with the query, best first. */
export function searchWords({ system, entries, index, byName }: WordIndex, query: Query, limit: number): LookupHit[] {
  const named = new Set(query.readings.flatMap((stems) => byName.get(keyOf(stems)) ?? []));
  const scored = new Map(scoreBm25(index, query.terms));
  const whole = query.words.reduce((sum, { weight }) => sum + weight, 0);
  const top = [...scored]
    .map(([id, score]) => ({ id, score: score + (named.has(id) ? WHOLE_NAME : 0) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, Math.max(60, limit * 2));
  return top
    .map(({ id, score }) => {
      const shared = query.words.filter(({ terms }) => terms.some((term) => holdsTerm(index, term, id)));
      const share = whole === 0 ? 0 : shared.reduce((sum, { weight }) => sum + weight, 0) / whole;
      return { id, share, score: score * (LEAST_SHARE + (1 - LEAST_SHARE) * share) };
    })
    .toSorted((a, b) => b.score - a.score || (entries[a.id]?.claims ?? 0) - (entries[b.id]?.claims ?? 0))
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const entry = entries[id];
      if (entry === undefined) return [];
      return [
        { code: entry.code, system, title: entry.title, score: rounded(score), why: sharedWords(index, query, id) },
      ];
    });
}

/** The query's terms that a document holds, rarest first. */
export function sharedWords(index: Bm25Index, { terms }: Query, id: number): string[] {
  return [...terms.keys()]
    .filter((term) => holdsTerm(index, term, id))
    .sort((a, b) => (index.idf.get(b) ?? 0) - (index.idf.get(a) ?? 0))
    .slice(0, 4);
}

export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
