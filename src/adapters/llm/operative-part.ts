const HEADING = /^[ \t]*[A-Z][A-Z /&(),'-]{3,60}(?::|(?=[ \t]*$))/gm;
const OPERATIVE =
  /PROCEDURE|OPERATION|OPERATIVE|TECHNIQUE|DESCRIPTION|DETAIL|DIAGNOS|FINDINGS|TITLE|SURGERY|IMPLANT|SPECIMEN/;

/** The sections of a note that say what was done and for what; the whole text when it has no such headings. */
export function operativePart(note: string): string {
  const starts = [...note.matchAll(HEADING)].map(({ index }) => index);
  const sections = starts.map((start, at) => note.slice(start, starts[at + 1]));
  const kept = sections.filter((section) => OPERATIVE.test(section.split(/[:\n]/, 1)[0] ?? ''));
  return kept.length === 0 ? note : kept.map((section) => section.trimEnd()).join('\n\n');
}
