/**
 * A phrase of a note, in lower case. Words stand as they are; `word*` is a prefix; `(a|b)` alternatives;
 * ` .. ` a gap of up to eight words inside one statement. `chest tube .. (left|placed)`.
 */
export type Cue = string;

/** What an axis does when the note is silent. */
export type WhenSilent =
  /** Take this value without a word: the ordinary case. */
  | { readonly do: 'assume'; readonly value: string }
  /** Bill the lowest documented cell and ask. */
  | { readonly do: 'lower'; readonly value: string }
  /** Take the value, and ask. */
  | { readonly do: 'ask'; readonly value: string }
  /** The line cannot be billed before somebody answers. */
  | { readonly do: 'hold' };

export interface CueValue {
  readonly value: string;
  readonly cues: readonly Cue[];
  /** Statements with one of these do not count as a hit of this value. */
  readonly unless: readonly Cue[];
  /** Told by the diagnosis as well as by the operation: a birth after `failed trial of labor`. */
  readonly reasons?: readonly Cue[];
}

/** An axis whose value is told by words. Values stand in order of precedence: the first hit wins. */
export interface CueAxis {
  readonly kind: 'cue';
  /**
   * `body`: a title alone does not prove it; `title`: only the title speaks; `any`: both; `reason`: the diagnoses speak
   * too; `indication`: title and diagnoses, not what was come upon in the story; `named`: what the operation is called goes
   * before its story.
   */
  readonly where: 'any' | 'body' | 'title' | 'reason' | 'indication' | 'named' | 'plan';
  readonly values: readonly CueValue[];
  /** The question when the note is silent: clinical, open, without code or money. */
  readonly ask: string | undefined;
  readonly whenSilent: WhenSilent;
}

/** One interval of a measured axis: over (exclusive) .. upTo (inclusive). */
export interface Band {
  readonly value: string;
  readonly over: number;
  readonly upTo: number;
}

export type Measure =
  | 'length-cm'
  | 'diameter-cm'
  | 'area-sqcm'
  | 'weight-g'
  | 'stone-cm'
  | 'age-years'
  | 'minutes'
  | 'count';

/** An axis whose value is told by a number of the note. */
export interface BandAxis {
  readonly kind: 'band';
  readonly measure: Measure;
  /** For `count`: the things counted, as the note calls them (`lesion*`, `polyp*`, `level*`). */
  readonly of: readonly Cue[];
  /** For `count`: names whose different kinds are counted where no number is told (`trapezius`, `levator`). */
  readonly kinds: readonly Cue[];
  /** How several numbers become one: their sum, the largest, or each its own line. */
  readonly combine: 'sum' | 'max' | 'each';
  readonly bands: readonly Band[];
  readonly ask: string | undefined;
  readonly whenSilent: WhenSilent;
}

export type Axis = CueAxis | BandAxis;
