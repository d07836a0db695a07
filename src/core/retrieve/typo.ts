/** Words of the library by length and first letter, to mend a misspelt word of a title or a query. */
export interface Speller {
  readonly words: ReadonlySet<string>;
  readonly buckets: ReadonlyMap<string, readonly string[]>;
}

const SHORTEST = 7;

export function buildSpeller(stems: Iterable<string>): Speller {
  const words = new Set(stems);
  const buckets = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST - 1) continue;
    const key = word.slice(0, 2);
    buckets.set(key, [...(buckets.get(key) ?? []), word]);
  }
  return { words, buckets };
}

/** The only library stem one edit away (two from eleven letters on), or the word itself. */
export function mend(speller: Speller, word: string): string {
  if (word.length < SHORTEST || speller.words.has(word) || /\d/.test(word)) return word;
  const allowed = word.length >= 11 ? 2 : 1;
  let best = word;
  let bestDistance = allowed + 1;
  for (const candidate of speller.buckets.get(word.slice(0, 2)) ?? []) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = editDistance(word, candidate, allowed);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edits between two words counting a swap of neighbours as one (optimal string alignment); stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap = a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1);
      if (isSwap && row > 1 && column > 1) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
