import type { NoteExtract } from '../extract/note-extract.ts';
import { marksOf } from './parts.ts';

/** Headings that only the report of an operation has; two of them make one. */
const OPERATIVE =
  /(?:^|\n|[.,;:] {0,3})[ \t]*(operative (?:report|note|findings|procedure|technique)|(?:title of )?(?:operations?|procedures?)(?: \(s\))?(?: performed)?|description of (?:the )?(?:procedure|operation)|procedure in detail|details? of (?:the )?(?:procedure|operation)|pre-?\s?(?:operative|procedure|op) diagnos[ei]s|post-?\s?(?:operative|procedure|op) diagnos[ei]s|anesthesia|estimated blood loss|ebl|surgeon|assistant(?: surgeon)?|specimens?|drains|complications|implants?|tourniquet time|indications?(?: for (?:the )?(?:procedure|surgery|operation))?)[ \t]*[:,\n]/gi;

/** Words by which a note calls itself a visit. */
const NAMED_VISIT =
  /\b(office (?:visit|note)|clinic (?:visit|note)|progress note|follow-?up visit|new patient|established patient|soap note|ed (?:note|visit)|emergency (?:department|room) (?:note|visit|report)|consultation|discharge (?:summary|day)|history and physical|h&p|hospital day|home visit|house call|nursing (?:home|facility) (?:visit|note)|critical care|post-?\s?op(?:erative)? (?:visit|check)|chief complaint|urgent care)\b/i;

/** Preventive care has codes of its own, by age and not by level. */
const PREVENTIVE =
  /\b(well[ -](?:child|baby|woman) (?:visit|check|exam)|annual (?:wellness|physical|preventive)|preventive (?:visit|exam))\b/i;

/** Whether the note tells a visit: it has the parts of one, or calls itself so, and is neither
 * the report of an operation nor preventive care. */
export function isVisit({ text }: Pick<NoteExtract, 'text'>): boolean {
  const operative = new Set(
    [...text.matchAll(OPERATIVE)].map((hit) => (hit[1] ?? '').toLowerCase().replace(/[^a-z]/g, '')),
  );
  if (operative.size >= 2 || PREVENTIVE.test(text.slice(0, 400))) return false;
  const parts = new Set(marksOf(text).map(({ part }) => part));
  const isNamed = NAMED_VISIT.test(text.slice(0, 400));
  if (operative.size === 1) return parts.has('exam') && parts.has('history');
  return (
    parts.size >= 3 ||
    (isNamed && (parts.size >= 1 || text.length < 900)) ||
    (parts.has('exam') && parts.has('decision'))
  );
}
