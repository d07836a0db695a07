/** Stands before what was told of the operation; a note has it when its sender added to it. */
export const TOLD = 'ADDENDUM BY THE SENDER:';
/** Before what was done beside it: read like the title of an operation, which the story of the note should tell too. */
export const DONE = 'PROCEDURES ADDED BY SENDER:';
/** Before what already stands corrected in the note: it is quoted, and read no second time. */
export const CORRECTED = 'CORRECTION BY THE SENDER:';

const PARAGRAPH = new RegExp(`\\n+(?=(?:${TOLD}|${DONE}|${CORRECTED}) )`);
const HEADING = new RegExp(`^(?:${TOLD}|${DONE}|${CORRECTED}) `);

export interface ToldApart {
  /** The note as its surgeon signed it. */
  readonly signed: string;
  /** What its sender told later, sentence by sentence, oldest first. */
  readonly told: readonly string[];
}

/** Tells the note from the paragraphs of its sender below it. */
export function tellApart(noteText: string): ToldApart {
  const [signed = '', ...paragraphs] = noteText.split(PARAGRAPH);
  return { signed, told: paragraphs.flatMap((paragraph) => sentencesOf(paragraph.replace(HEADING, ''))) };
}

/** Sentences and lines; an abbreviation ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n|(?<=(?<!\b(?:Dr|Mr|Mrs|Ms|St|vs|approx))[.!?;])\s+(?=[\p{Lu}\d[])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
