import type { DeidentifiedNote, DeidentifiedText } from '../model/deidentified-note.ts';

/** The note with another text, which must be made of nothing but its own words: nothing new needs to be masked. */
export function rewritten(note: DeidentifiedNote, text: string): DeidentifiedNote {
  return { ...note, text: text as DeidentifiedText };
}
