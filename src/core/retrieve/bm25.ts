/** Field-weighted BM25 (BM25F): weighted term counts per document, one saturation, one length norm. */

const K1 = 1.2;
const B = 0.6;

export interface WeightedDocument {
  readonly id: number;
  /** Term -> weighted count over all fields. */
  readonly terms: ReadonlyMap<string, number>;
}

export interface Bm25Index {
  readonly postings: ReadonlyMap<string, readonly { readonly id: number; readonly weight: number }[]>;
  readonly idf: ReadonlyMap<string, number>;
}

/** Builds the index once; term weights are already normalized by document length. */
export function buildBm25(documents: readonly WeightedDocument[]): Bm25Index {
  const lengths = documents.map((document) => [...document.terms.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const postings = new Map<string, { id: number; weight: number }[]>();
  for (const [at, document] of documents.entries()) {
    const norm = 1 - B + (B * (lengths[at] ?? 0)) / Math.max(1, average);
    for (const [term, count] of document.terms) {
      const list = postings.get(term) ?? [];
      list.push({ id: document.id, weight: (count * (K1 + 1)) / (count + K1 * norm) });
      postings.set(term, list);
    }
  }
  const idf = new Map<string, number>();
  for (const [term, list] of postings) {
    idf.set(term, Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5)));
  }
  return { postings, idf };
}

/** Scores every document that shares a term with the query. `query` maps a term to its weight. */
export function scoreBm25(index: Bm25Index, query: ReadonlyMap<string, number>): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [term, weight] of query) {
    const idf = index.idf.get(term);
    if (idf === undefined) continue;
    for (const posting of index.postings.get(term) ?? []) {
      scores.set(posting.id, (scores.get(posting.id) ?? 0) + weight * idf * posting.weight);
    }
  }
  return scores;
}
