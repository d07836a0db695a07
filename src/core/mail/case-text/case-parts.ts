/** One of several texts that a case is made of. */
export interface CasePart {
  /** Where it begins in the note, its heading included. */
  readonly start: number;
  /** `attachment 2, PDF`, `the mail`, `your reply`: never a file name. */
  readonly name: string;
}

const PART = /^(?:(MAIL TEXT)|ATTACHMENT (\d{1,3}(?:\.\d{1,3}){0,4}) \(([\w. ]{1,20})\))$|^(ADDENDUM BY THE SENDER):/gm;

/** The heading line over the sender's own note when files stand beside it. */
export const MAIL_HEADING = 'MAIL TEXT';

/** The heading line over the text of one file among several. */
export function attachmentHeading(number: string, kind: string): string {
  return `ATTACHMENT ${number} (${kind})`;
}

/** The texts of a note by their heading lines; none when it is one text. */
export function partsOf(noteText: string): readonly CasePart[] {
  const parts = [...noteText.matchAll(PART)].map(({ index, 1: mail, 2: number, 3: kind }): CasePart => {
    const file = mail === undefined ? 'your reply' : 'the mail';
    return { start: index, name: number === undefined ? file : `attachment ${number}, ${kind}` };
  });
  return parts.length > 1 && parts[0]?.start === 0 ? parts : [];
}

/** The name of the text that holds this offset into the note, or undefined in a case of one text. */
export function partAt(parts: readonly CasePart[] | undefined, offset: number): string | undefined {
  return parts?.findLast(({ start }) => start <= offset)?.name;
}
