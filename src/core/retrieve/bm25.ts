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

/** Builds the index once. Ids are small whole numbers; typed arrays keep a hundred thousand documents within some MB. */
export function buildBm25(documents: readonly WeightedDocument[]): Bm25Index {
  const ordered = documents.toSorted((a, b) => a.id - b.id);
  const lengths = ordered.map(({ terms }) => terms.values().reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, ordered.length);
  const growing = new Map<string, { ids: number[]; weights: number[] }>();
  for (const [at, { id, terms }] of ordered.entries()) {
    const norm = 1 - B + (B * (lengths[at] ?? 0)) / Math.max(1, average);
    for (const [term, count] of terms) {
      const weight = (count * (K1 + 1)) / (count + K1 * norm);
      const list = growing.get(term);
      if (list === undefined) growing.set(term, { ids: [id], weights: [weight] });
      else {
        list.ids.push(id);
        list.weights.push(weight);
      }
    }
  }
  const idf = new Map<string, number>();
  const postings = new Map<string, Postings>();
  const rarity = (having: number): number => Math.log(1 + (ordered.length - having + 0.5) / (having + 0.5));
  const scale = RAREST / rarity(1);
  for (const [term, { ids, weights }] of growing) {
    idf.set(term, scale * rarity(ids.length));
    postings.set(term, { ids: Uint32Array.from(ids), weights: Float32Array.from(weights) });
  }
  return { idf, postings, size: (ordered.at(-1)?.id ?? -1) + 1 };
}

/** Documents that share a term with the query, with their scores, in no order. `query` maps a term to its weight. */
export function scoreBm25(index: Bm25Index, query: ReadonlyMap<string, number>): (readonly [number, number])[] {
  const scores = new Float64Array(index.size);
  const touched: number[] = [];
  for (const [term, weight] of query) {
    const factor = weight * (index.idf.get(term) ?? 0);
    const list = index.postings.get(term);
    if (list === undefined) continue;
    const { ids, weights } = list;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (scores[id] === 0) touched.push(id);
      scores[id] = (scores[id] ?? 0) + factor * (weights[at] ?? 0);
    }
  }
  return touched.map((id) => [id, scores[id] ?? 0]);
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
