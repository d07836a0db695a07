import { quoteAt } from '../draft/evidence.ts';
import { findCue } from '../extract/cue.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { Cue } from '../model/code-record.ts';
import type { Evidence } from '../model/draft.ts';
import type { VisitLine } from './parts.ts';

/** A cue found in a statement and not denied there. */
export interface CueHit {
  readonly line: VisitLine;
  readonly cue: Cue;
  /** Into the note. */
  readonly start: number;
  readonly end: number;
}

/** A denial holds to the end of its clause, over a list of short items too. */
const DENIED_BEFORE =
  /\b(no|not|denies|denied|denying|without|never|negative for|free of|absence of|ruled out|avoid(ed|ing)?|declin(es|ed)|instead of)\b(?! (at goal|controlled|improv\w+|only|responding))(?:(?!\b(but|however|although|will|then|therefore|so|start\w*|continu\w*|increas\w*|order\w*|plan\w*|admit\w*|stable)\b)[^.;:\n]){0,60}$/;
const DENIED_AFTER =
  /^[^.;,:]{0,12}\b(ruled out|excluded|unlikely|not (?:\w+ )?(needed|indicated|required|necessary|ordered|obtained|done|given|performed)|(was|were|is) (declined|deferred))\b/;

/** The first place of a cue in a line that is not denied. */
export function findIn(line: VisitLine, cue: Cue): CueHit | undefined {
  const { start: offset, normal, words } = line;
  for (let from = 0; from < normal.length; ) {
    const hit = findCue(cue, normal.slice(from));
    if (hit === undefined) return undefined;
    const [start, end] = [from + hit.start, from + hit.end];
    if (!DENIED_BEFORE.test(words.slice(0, start)) && !DENIED_AFTER.test(words.slice(end))) {
      return { line, cue, start: offset + start, end: offset + end };
    }
    from = end;
  }
  return undefined;
}

/** The first undenied hit of each line. */
export function findAll(lines: readonly VisitLine[], cues: readonly Cue[]): CueHit[] {
  return lines.flatMap((line) => {
    for (const cue of cues) {
      const hit = findIn(line, cue);
      if (hit !== undefined) return [hit];
    }
    return [];
  });
}

/** Verbatim quotes of hits, each statement once, at most three. */
export function quotesOfHits(
  hits: readonly { readonly start: number; readonly end: number }[],
  extract: NoteExtract,
): Evidence[] {
  const quotes = hits.flatMap((hit) => quoteAt(hit, extract) ?? []);
  return [...new Map(quotes.map((quote) => [quote.start, quote])).values()].slice(0, 3);
}
