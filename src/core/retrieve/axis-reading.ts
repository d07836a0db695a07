/** How one axis of a family came to its value. */
export interface AxisReading {
  readonly axis: string;
  readonly value: string | undefined;
  readonly how: 'told' | 'assume' | 'lower' | 'ask' | 'hold';
  /** The place in the text that tells it. */
  readonly at: { readonly start: number; readonly end: number } | undefined;
}

/** The texts an axis may be read from: the instance's own words, then what was performed. */
export interface Context {
  readonly own: readonly TextSpan[];
  /** Its own words are an item of the title. */
  readonly isTitled: boolean;
  readonly body: readonly TextSpan[];
  /** The story tells several procedures and not which words are whose: what an instance says of itself comes first. */
  readonly isBodyShared: boolean;
  /** Another item of the title is of the same family: `ORIF of ring metacarpal`, `CRPP of small metacarpal`. */
  readonly isTitledTwice: boolean;
  /** The rest of the title: read only where everything else is silent. */
  readonly title: readonly TextSpan[];
  /** The diagnoses: read last, for what the operation does not say of itself (malignant, recurrent). */
  readonly diagnoses: readonly TextSpan[];
  /**
   * Of one thing alone (a lesion, a wound): its own statement, what follows it, what stands before; they win over the
   * rest of the note.
   */
  readonly near: readonly (readonly TextSpan[])[];
  /** Statements of the story that deny something: what only the title claims of it is not told. */
  readonly denied: readonly TextSpan[];
  /** What the author plans: who cares for mother and child after the birth. */
  readonly planned: readonly TextSpan[];
  /** There is no other thing: what only a story proves is told anywhere in it. */
  readonly only?: boolean;
  readonly measure: number | undefined;
}

export interface TextSpan {
  readonly normal: string;
  readonly start: number;
}
