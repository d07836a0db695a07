import { quoteAt } from '../draft/evidence.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';

/** The quote around the first place where a pattern stands in the record, headings included; empty where it does not. */
export function wordsOf(pattern: RegExp, extract: NoteExtract): Evidence[] {
  const hit = pattern.exec(extract.text);
  return hit === null ? [] : wordsAt(hit, extract);
}

/** The quote around a hit in the text of the record. */
export function wordsAt(hit: RegExpExecArray, extract: NoteExtract): Evidence[] {
  const quote = quoteAt({ start: hit.index, end: hit.index + hit[0].length }, extract);
  return quote === undefined ? [] : [quote];
}
