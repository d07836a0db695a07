import { deidentify } from '../deidentify/deidentify.ts';
import { extractNote } from '../extract/extract.ts';
import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { NoteFacts } from '../model/deidentified-note.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** The words read as title and story of an operation, so that sizes, ages, sides and counts pick the cell of a family. */
export function readAsNote(title: string, library: EngineLibrary): { extract: NoteExtract; facts: NoteFacts } {
  const note = deidentify(`PROCEDURE PERFORMED: ${title}.\nDESCRIPTION OF PROCEDURE: ${title} was done.`);
  return { extract: extractNote(note, library), facts: note.facts };
}

/** A query is one procedure, however many names its words give: all pieces of the title as one. */
export function asOneProcedure(extract: NoteExtract): NoteExtract {
  const titled = extract.instances.filter(({ source }) => source === 'title');
  const [first] = titled;
  if (first === undefined) return extract;
  const start = Math.min(...titled.map((piece) => piece.start));
  const end = Math.max(...titled.map((piece) => piece.end));
  const families = new Map<string, ProcedureInstance['families'][number]>();
  for (const mention of titled.flatMap((piece) => piece.families)) {
    const known = families.get(mention.family);
    if (known === undefined || mention.score > known.score) families.set(mention.family, mention);
  }
  const whole: ProcedureInstance = {
    ...first,
    index: 0,
    start,
    end,
    text: extract.text.slice(start, end),
    normal: extract.normal.slice(start, end),
    story: undefined,
    families: [...families.values()].toSorted((a, b) => b.score - a.score),
  };
  return { ...extract, instances: [whole] };
}
