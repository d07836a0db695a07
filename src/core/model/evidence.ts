/** Verbatim words of the de-identified note: `text.slice(start, end) === quote`, in UTF-16 units. */
export interface Evidence {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}
