import type { NoteExtract } from '../extract/note-extract.ts';
import { marksOf } from './parts.ts';

/** Headings that only the report of an operation has; two of them make one. */
const OPERATIVE =
  /(?:^|\n|[.,;:] {0,3})[ \t]*(operative (?:report|note|findings|procedure|technique)|(?:title of )?(?:operations?|procedures?)(?: \(s\))?(?: performed)?|description of (?:the )?(?:procedure|operation)|procedure in detail|(?:procedure|technique) and findings|findings and procedure|details? of (?:the )?(?:procedure|operation)|pre-?\s?(?:operative|procedure|op) diagnos[ei]s|post-?\s?(?:operative|procedure|op) diagnos[ei]s|anesthesia|estimated blood loss|ebl|(?:pre|post)[ -]?(?:diagnosis|dx)|diagnosis (?:pre|post)|surgeon|operator|(?:moderate )?sedation|fluoro(?:scopy)? time|assistant(?: surgeon)?|specimens?|drains|complications|implants?|tourniquet time|indications?(?: for (?:the )?(?:procedure|surgery|operation))?)[ \t]*[:,\n]/gi;

/** Words by which a note calls itself a visit. */
const NAMED_VISIT =
  /\b(office (?:visit|note)|clinic (?:visit|note)|progress note|follow-?up visit|new patient|established patient|soap note|ed (?:note|visit)|emergency (?:department|room) (?:note|visit|report)|consultation|discharge (?:summary|day)|history and physical|h&p|hospital day|home visit|house call|nursing (?:home|facility) (?:discharge )?(?:visit|note)|critical care|post-?\s?op(?:erative)? (?:visit|check)|chief complaint|urgent care)\b/i;

/** `EXAM: Biliary drain exchange` opens the report of a radiologist; no patient is examined there. */
const NAMED_BY = /^(?:[^\n:]{0,80}\n){0,3}\s*(?:exam|examination|study|test)s?[ \t]*:/i;

/** `INTERVENTIONAL RADIOLOGY REPORT` at the head. */
const PROCEDURE_REPORT =
  /^\s*[^\n]{0,40}\b(?:interventional radiology|ir procedure|procedure report|cath(?:eterization)? lab|electrophysiology procedure)\b/i;

/** Headings of a discharge summary, and those of the operation's own story, which it lacks. */
const HOSPITAL_COURSE = /(?:^|\n|[.,;] {0,3})[ \t]*hospital (?:course|stay)[ \t]*[:,]/i;
const DISCHARGED =
  /(?:^|\n|[.,;] {0,3})[ \t]*(?:discharge (?:diagnos[ei]s|medications?|instructions?(?: and medications?)?|condition|disposition|summary)|(?:condition|disposition) (?:at|on) discharge)[ \t]*[:,\n]/i;
const SENT_HOME = /\b(?:was|is|being) discharged (?:home|to|on|in|with)\b|\bat the time of discharge\b/i;
const OWN_STORY =
  /\b(?:description of (?:the )?(?:procedure|operation)|procedure in detail|details? of (?:the )?(?:procedure|operation)|operative (?:technique|findings|report)|anesthesia|estimated blood loss)[ \t]*[:,]/i;

/** Preventive care has codes of its own, by age and not by level. */
const PREVENTIVE =
  /\b(well[ -](?:child|baby|woman) (?:visit|check|exam)|annual (?:wellness|physical|preventive)|preventive (?:visit|exam))\b/i;

/** The course of a stay and how it ended, without the story of an operation. */
export function isDischargeSummary({ text }: Pick<NoteExtract, 'text'>): boolean {
  return HOSPITAL_COURSE.test(text) && (DISCHARGED.test(text) || SENT_HOME.test(text)) && !OWN_STORY.test(text);
}

/** `EXAM: stereotactic core biopsy`, `TECHNIQUE:`, `IMPRESSION:`: the report of a procedure under imaging, no visit. */
function isImagingReport(text: string): boolean {
  return (
    /(?:^|\n)[ \t]*(?:technique|details?|description)[ \t]*[:\n]/i.test(text) &&
    /(?:^|\n)[ \t]*(?:exam(?:ination)?|procedures?|study)[ \t]*:/i.test(text)
  );
}

/** Whether the note tells a visit: it has the parts of one, or calls itself so, and is neither
 * the report of an operation nor preventive care. */
export function isVisit({ text }: Pick<NoteExtract, 'text'>): boolean {
  const operative = new Set(
    [...text.matchAll(OPERATIVE)].map((hit) => (hit[1] ?? '').toLowerCase().replace(/[^a-z]/g, '')),
  );
  if (isDischargeSummary({ text })) return true;
  if (
    operative.size >= 2 ||
    isImagingReport(text) ||
    PROCEDURE_REPORT.test(text) ||
    PREVENTIVE.test(text.slice(0, 400))
  )
    return false;
  const told = marksOf(text.replace(NAMED_BY, ' ')).map(({ part }) => (part === 'assessment' ? 'decision' : part));
  const parts = new Set(told.filter((part) => part !== 'procedure'));
  const isNamed = NAMED_VISIT.test(text.slice(0, 400));
  if (operative.size === 1) return parts.has('exam') && parts.has('history');
  return (
    parts.size >= 3 ||
    (isNamed && (parts.size >= 1 || text.length < 900)) ||
    (parts.has('exam') && parts.has('decision'))
  );
}
