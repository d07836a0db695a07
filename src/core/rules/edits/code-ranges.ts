/** First and last code, both of them in it. */
export type CodeRange = readonly [from: string, to: string];

/** `47562-47564 44970` as ranges. */
export function rangesOf(list: string): CodeRange[] {
  return list.split(' ').map((each) => {
    const [from = '', to = from] = each.split('-');
    return [from, to];
  });
}

export function isWithin(code: string, ranges: readonly CodeRange[]): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to);
}
