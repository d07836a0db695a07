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

/** The documents of one term, by rising id; `weights` are normalized by document length. */
interface Postings {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

export interface Bm25Index {
  readonly idf: ReadonlyMap<string, number>;
  readonly postings: ReadonlyMap<string, Postings>;
  /** One more than the highest document id. */
  readonly size: number;
}

/**
 * Builds the index once, in one pass: documents come by rising id and are not kept. Typed arrays keep a hundred thousand
 * of them within some MB.
 */
export function buildBm25(documents: Iterable<WeightedDocument>): Bm25Index {
  const growing = new Map<string, { ids: number[]; counts: number[]; at: number[] }>();
  const lengths: number[] = [];
  let last = -1;
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
    lengths.push(length);
    last = Math.max(last, id);
  }
  const average = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const idf = new Map<string, number>();
  const postings = new Map<string, Postings>();
  const rarity = (having: number): number => Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5));
  const scale = RAREST / rarity(1);
  for (const [term, { ids, counts, at }] of growing) {
    idf.set(term, scale * rarity(ids.length));
    const weights = Float32Array.from(counts, (count, place) => {
      const norm = 1 - B + (B * (lengths[at[place] ?? 0] ?? 0)) / average;
      return (count * (K1 + 1)) / (count + K1 * norm);
    });
    postings.set(term, { ids: Uint32Array.from(ids), weights });
    growing.delete(term);
  }
  return { idf, postings, size: last + 1 };
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
    const list = index.postings.get(term);
    if (list === undefined) continue;
    const { ids, weights } = list;
    for (let at = 0; at < ids.length; at += 1) {
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
  return placeOf(index.postings.get(term), id) >= 0;
}

/** What a term adds to the score of one document. */
export function termScore(index: Bm25Index, term: string, id: number): number {
  const postings = index.postings.get(term);
  const at = placeOf(postings, id);
  return at < 0 ? 0 : (index.idf.get(term) ?? 0) * (postings?.weights[at] ?? 0);
}

function placeOf(postings: Postings | undefined, id: number): number {
  if (postings === undefined) return -1;
  const { ids } = postings;
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
