import type { CodeSystem } from '../model/code.ts';
import { type Bm25Index, buildBm25, holdsTerm, termScore, topBm25, type WeightedDocument } from '../retrieve/bm25.ts';
import { stemsOf } from '../retrieve/terms.ts';
import type { LookupHit } from './hit.ts';
import { affirmed, isSilent, type Query } from './query.ts';

/** Something to be found by its words. */
export interface WordEntry {
  readonly code: string;
  readonly title: string;
  /** Other words for it: each may be the whole query. */
  readonly names: readonly string[];
  /** Ended, or told only by an official title. */
  readonly isLast?: boolean;
}

export interface WordIndex {
  readonly system: CodeSystem;
  readonly entries: readonly WordEntry[];
  readonly index: Bm25Index;
}

/** The head of a title, before its first comma; then the rest of it and its other names. */
const HEAD_WEIGHT = 2.5;
const REST_WEIGHT = 1;
/** A head all of whose words the query gives is meant; one with a word that it lacks is something else. */
const WHOLE_HEAD = 4;
/** A word of the title that the query lacks: what is not asked for. */
const EXTRA_WORD = 0.35;
const MOST_EXTRA = 8;
/** A later encounter that is not asked for. */
const LATER = 5;
const LATER_WORDS: ReadonlySet<string> = new Set(['subsequent', 'sequela'].flatMap(stemsOf));
/** Ended. */
const LAST = 3;
/** `Left`, `initial encounter` stand in tens of thousands of titles: looked at only where rarer words have led. */
const COMMON_IDF = 2.3;
/** Candidates of which more than the words in common is looked at. */
const LOOKED_AT = 150;
/** What a query is worth that is just the name. */
const WHOLE_NAME = 6;
/** A score counts so much where none of the query's weight is shared; in full where all of it is. */
const LEAST_SHARE = 0.25;

export function buildWordIndex(system: CodeSystem, entries: readonly WordEntry[]): WordIndex {
  return { system, entries, index: buildBm25(documentsOf(entries)) };
}

function* documentsOf(entries: readonly WordEntry[]): Iterable<WeightedDocument> {
  for (const [id, { title, names }] of entries.entries()) {
    const terms = new Map<string, number>();
    for (const term of stemsOf(affirmed(headOf(title)))) terms.set(term, HEAD_WEIGHT);
    for (const text of [title, ...names]) {
      for (const term of stemsOf(affirmed(text))) if (!terms.has(term)) terms.set(term, REST_WEIGHT);
    }
    yield { id, terms };
  }
}

function headOf(title: string): string {
  return title.split(/[,;([]/)[0] ?? title;
}

function keyOf(stems: readonly string[]): string {
  return [...new Set(stems)]
    .filter((term) => !isSilent(term))
    .toSorted()
    .join(' ');
}

/** The entries that share words with the query, best first. */
export function searchWords({ system, entries, index }: WordIndex, query: Query, limit: number): LookupHit[] {
  const readings = new Set(query.readings.map(keyOf));
  const asked = [...query.terms].filter(([term]) => !query.denied.has(term) && index.idf.has(term));
  const rare = asked.filter(([term]) => (index.idf.get(term) ?? 0) >= COMMON_IDF);
  const [leading, rest] = rare.length === 0 ? [asked, []] : [rare, asked.filter((each) => !rare.includes(each))];
  return topBm25(index, new Map(leading), Math.max(LOOKED_AT, limit * 2))
    .slice(0, 2 * LOOKED_AT)
    .flatMap(([id, words]) => {
      const entry = entries[id];
      if (entry === undefined) return [];
      const more = rest.reduce((sum, [term, weight]) => sum + weight * termScore(index, term, id), 0);
      return [{ id, entry, score: scoreOf(entry, words + more, shareOf(id, index, query), query, readings) }];
    })
    .toSorted((a, b) => b.score - a.score || (a.entry.code < b.entry.code ? -1 : 1))
    .slice(0, limit)
    .map(({ id, entry: { code, title }, score }) => ({
      code,
      system,
      title,
      score: rounded(score),
      why: sharedWords(index, query, id),
    }));
}

/** The share of what the query says that an entry knows. */
function shareOf(id: number, index: Bm25Index, { words }: Query): number {
  let [known, whole] = [0, 0];
  for (const { terms, weight } of words) {
    whole += weight;
    if (terms.some((term) => holdsTerm(index, term, id))) known += weight;
  }
  return whole === 0 ? 0 : known / whole;
}

function scoreOf(
  entry: WordEntry,
  words: number,
  share: number,
  { terms }: Query,
  readings: ReadonlySet<string>,
): number {
  const { title, names, isLast = false } = entry;
  const head = stemsOf(headOf(title)).filter((term) => !isSilent(term));
  const isWhole = head.length > 0 && head.every((term) => terms.has(term));
  const extra = [...new Set(stemsOf(affirmed(title)))].filter((term) => !isSilent(term) && !terms.has(term));
  const isNamed = [headOf(title), title, ...names].some((text) => readings.has(keyOf(stemsOf(text))));
  return (
    words * (LEAST_SHARE + (1 - LEAST_SHARE) * share) +
    (isWhole ? WHOLE_HEAD * share * share : 0) +
    (isNamed ? WHOLE_NAME : 0) -
    EXTRA_WORD * Math.min(MOST_EXTRA, extra.length) -
    (extra.some((term) => LATER_WORDS.has(term)) ? LATER : 0) -
    (isLast ? LAST : 0)
  );
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
