/** Field-weighted BM25 (BM25F): weighted term counts per document, one saturation, one length norm. */

const K1 = 1.2;
const B = 0.6;
/** What a word of one document weighs, however many there are: scores keep their meaning as the library grows. */
const RAREST = 7.6;

export interface WeightedDocument {
  readonly id: number;
  /** Term -> weighted count over all fields. */
  readonly terms: ReadonlyMap<string, number>;
}

/** The postings of all terms, one after the other: a pair of arrays for each of a hundred thousand terms costs more. */
interface Postings {
  /** Term -> its place in `starts`. */
  readonly places: ReadonlyMap<string, number>;
  /** Where the documents of a term begin; those of the next one begin where they end. */
  readonly starts: Uint32Array;
  /** Documents by rising id within a term. */
  readonly ids: Uint32Array;
  /** Normalized by document length. */
  readonly weights: Float32Array;
}

export interface Bm25Index {
  readonly idf: ReadonlyMap<string, number>;
  readonly postings: Postings;
  /** One more than the highest document id. */
  readonly size: number;
}

/** Builds the index once, in one pass: documents come by rising id and are not kept. */
export function buildBm25(documents: Iterable<WeightedDocument>): Bm25Index {
  const growing = new Map<string, { ids: number[]; counts: number[]; at: number[] }>();
  const lengths: number[] = [];
  let last = -1;
  let size = 0;
  for (const { id, terms } of documents) {
    let length = 0;
    for (const [term, count] of terms) {
      length += count;
      const list = growing.get(term);
      if (list === undefined) growing.set(term, { ids: [id], counts: [count], at: [lengths.length] });
      else {
        list.ids.push(id);
        list.counts.push(count);
        list.at.push(lengths.length);
      }
    }
    size += terms.size;
    lengths.push(length);
    last = Math.max(last, id);
  }
  const average = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const rarity = (having: number): number => Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5));
  const scale = RAREST / rarity(1);
  const idf = new Map<string, number>();
  const places = new Map<string, number>();
  const starts = new Uint32Array(growing.size + 1);
  const ids = new Uint32Array(size);
  const weights = new Float32Array(size);
  let from = 0;
  for (const [term, list] of growing) {
    const place = places.size;
    idf.set(term, scale * rarity(list.ids.length));
    places.set(term, place);
    for (const [at, count] of list.counts.entries()) {
      const norm = 1 - B + (B * (lengths[list.at[at] ?? 0] ?? 0)) / average;
      weights[from + at] = (count * (K1 + 1)) / (count + K1 * norm);
    }
    ids.set(list.ids, from);
    from += list.ids.length;
    starts[place + 1] = from;
    growing.delete(term);
  }
  return { idf, postings: { places, starts, ids, weights }, size: last + 1 };
}

/** Documents that share a term with the query, with their scores, in no order. `query` maps a term to its weight. */
export function scoreBm25(index: Bm25Index, query: ReadonlyMap<string, number>): (readonly [number, number])[] {
  const { scores, touched } = summed(index, query);
  return touched.map((id) => [id, scores[id] ?? 0]);
}

/** The `most` documents with the highest scores, and those that score as the last of them, in no order. */
export function topBm25(
  index: Bm25Index,
  query: ReadonlyMap<string, number>,
  most: number,
): (readonly [number, number])[] {
  const { scores, touched } = summed(index, query);
  const least =
    touched.length <= most
      ? 0
      : (Float64Array.from(touched, (id) => scores[id] ?? 0)
          .sort()
          .at(-most) ?? 0);
  return touched.filter((id) => (scores[id] ?? 0) >= least).map((id) => [id, scores[id] ?? 0]);
}

function summed(
  index: Bm25Index,
  query: ReadonlyMap<string, number>,
): { readonly scores: Float64Array; readonly touched: readonly number[] } {
  const scores = new Float64Array(index.size);
  const touched: number[] = [];
  for (const [term, weight] of query) {
    const factor = weight * (index.idf.get(term) ?? 0);
    const [from, to] = rangeOf(index.postings, term);
    const { ids, weights } = index.postings;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      const score = scores[id] ?? 0;
      if (score === 0) touched.push(id);
      scores[id] = score + factor * (weights[at] ?? 0);
    }
  }
  return { scores, touched };
}

/** Whether a document holds a term. */
export function holdsTerm(index: Bm25Index, term: string, id: number): boolean {
  return placeOf(index.postings, term, id) >= 0;
}

/** What a term adds to the score of one document. */
export function termScore(index: Bm25Index, term: string, id: number): number {
  const at = placeOf(index.postings, term, id);
  return at < 0 ? 0 : (index.idf.get(term) ?? 0) * (index.postings.weights[at] ?? 0);
}

function rangeOf({ places, starts }: Postings, term: string): readonly [number, number] {
  const place = places.get(term);
  return place === undefined ? [0, 0] : [starts[place] ?? 0, starts[place + 1] ?? 0];
}

function placeOf(postings: Postings, term: string, id: number): number {
  const [from, to] = rangeOf(postings, term);
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = postings.ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
