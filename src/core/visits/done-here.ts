import type { NoteExtract } from '../extract/note-extract.ts';
import { type Part, visitLines } from './parts.ts';
import type { VisitReading } from './visit-reading.ts';

/** Notes that look back on an operation: it is coded from its own note, of its own day. */
const LOOKS_BACK: readonly VisitReading['place']['kind'][] = [
  'hospital-discharge',
  'nursing-discharge',
  'post-operative',
];

/** Parts of a visit note that tell what was before, what was seen and what is to come. */
const NOT_DONE: readonly Part[] = ['history', 'lists', 'exam', 'results'];

/** The act has a report of its own, which is not this note. */
const REPORTED_APART =
  /\bsee (?:the )?(?:separate|separately|full|attached)?[^.]{0,20}(?:operative|procedure|op) (?:report|note)/;

/** An act of this visit, told in the plan as done. */
const DONE_NOW =
  /\b(today|was|were|performed|done|removed|injected|drained|excised|placed|applied|repaired|after (?:informed )?consent)\b/;
const NOT_NOW =
  /\b(will|would|plan|schedul\w*|recommend\w*|discuss\w*|consider\w*|status post|s\/p|history of|previous\w*|ago|last (?:week|month|year)|in (?:19|20)\d\d|candidate|offered|referr?\w*|next (?:week|month|visit))\b/;

/** Whether an act named here was done at the visit itself, so that it may be billed beside it. */
export type DoneHere = 'done' | 'told elsewhere' | 'not done';

/**
 * Tells the acts of a visit from operations that its note only mentions: what stands under a heading of a procedure,
 * or is told in the plan as done. A discharge summary and a visit after surgery mention operations only.
 */
export function actsAt(visit: VisitReading, extract: NoteExtract): (start: number) => DoneHere {
  const lines = visitLines(extract);
  return (start) => {
    const line = lines.find((each) => start >= each.start && start < each.end);
    const part = line?.part ?? 'whole';
    if (NOT_DONE.includes(part)) return 'not done';
    if (LOOKS_BACK.includes(visit.place.kind)) return 'told elsewhere';
    const isApart = lines.some((each) => each.part === part && REPORTED_APART.test(each.words));
    if (part === 'procedure') return isApart ? 'told elsewhere' : 'done';
    return line !== undefined && DONE_NOW.test(line.words) && !NOT_NOW.test(line.words) ? 'done' : 'not done';
  };
}
