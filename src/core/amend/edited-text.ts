/** A change of the signed note: what stands in brackets from `start` to `end`, and the sentence that changed it. */
export interface BracketedPlace {
  readonly start: number;
  readonly end: number;
  /** Which of the sender's sentences changed it. */
  readonly by: number;
}

/** A text under correction. Places are offsets into `text` as it stands. */
export interface EditedText {
  readonly text: string;
  readonly places: readonly BracketedPlace[];
}

/** One change: the words from `start` to `end` give way to `words`, which the text then shows in brackets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Makes the changes of one sentence. Changes that overlap an earlier one of the same sentence are left out. */
export function edited(before: EditedText, edits: readonly Edit[], by: number): EditedText {
  let { text, places } = before;
  let last = Number.POSITIVE_INFINITY;
  for (const { start, end, words } of edits.toSorted((a, b) => b.start - a.start)) {
    if (end > last) continue;
    last = start;
    const shown = `[${words}]`;
    const shift = shown.length - (end - start);
    places = [...places.flatMap((place) => moved(place, start, end, shift)), { start, end: start + shown.length, by }];
    text = text.slice(0, start) + shown + text.slice(end);
  }
  return { text, places };
}

/** A place behind the change moves with the text; one that it touches is gone. */
function moved(place: BracketedPlace, start: number, end: number, shift: number): readonly BracketedPlace[] {
  if (place.end <= start) return [place];
  return place.start >= end ? [{ ...place, start: place.start + shift, end: place.end + shift }] : [];
}
