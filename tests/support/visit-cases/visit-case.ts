/** A visit note of our own writing and what a coder bills from it. */
export interface VisitCase {
  readonly name: string;
  /** `99205 G2212 x2`, `99214-95`: the lines of the reply in its order. */
  readonly lines: string;
  /** Problems, data, risk; left out where the code knows no level. */
  readonly elements?: string;
  readonly by?: 'decision making' | 'time' | 'global period';
  /** What the sender wrote beside the note. */
  readonly mail?: string;
  readonly notBilled?: readonly string[];
  readonly note: string;
}
