import { isTelegraphic } from './telegraphic.ts';

/** Headings of operative and procedure notes, at the start of a line. */
const HEADING =
  /^[ \t>*#_-]{0,6}(?:\d{1,2}[.)] ?)?(?:(?:pre|post|intra)[- ]?(?:operative|op|procedur(?:e|al))\b|operati(?:on|ve)\b|procedures?\b|(?:date|name|title|description|details?|technique|indications?|type|nature) (?:of|for) (?:the )?(?:operation|procedure|surgery|service|operative)|surgeons?\b|assistants?\b|co-?surgeons?\b|an(?:a)?esthesia|anesthesiologist|indications?\b|findings\b|technique\b|complications?\b|estimated blood loss|ebl\b|specimens?\b|drains?\b|implants?\b|tourniquet|disposition\b|consent\b|history of present|brief history|diagnos[ie]s\b|impression\b|attending\b|patient(?: name|'s name|:)|mrn\b|hospital course|fluids\b|counts?\b|wound class)[^\n.]{0,60}(?::|$)/gim;

/** Headings of visit notes, at the start of a line or in the run of the text. */
const VISIT_HEADING =
  /(?:^[ \t>*#_-]{0,6}|[.;,] {0,3})(?:chief complaint|cc|hpi|history of (?:the )?present(?: illness)?|interval history|past (?:medical|surgical) history|(?:social|family) history|review of systems|ros|(?:physical )?exam(?:ination)?|pe|vitals?(?: signs)?|subjective|objective|assessment(?: (?:and|&) plan| ?\/ ?plan)?|a ?\/ ?p|plan|recommendations?|medical decision making|mdm|(?:ed|emergency department|hospital) course|reason for (?:visit|consult(?:ation)?|admission)|(?:current |home |discharge )?medications|allergies|labs?|laboratory(?: data)?|imaging|discharge (?:diagnos[ei]s|instructions)|critical care)[ \t]*(?::|-(?=[ ,]))|^[ \t]{0,6}[SOAP](?::| -)/gim;

/** A line that names the visit: "OFFICE VISIT, established patient", "Emergency department note". */
const VISIT_TITLE =
  /^[ \t]{0,6}(?:(?:initial|new|established|inpatient|outpatient|hospital|daily|admission|follow[- ]?up|patient|pediatric|orthopedic|surgical|cardiology) ?){0,3}(?:office|clinic|ed|er|emergency (?:department|room)|progress|consult(?:ation)?|home|nursing (?:home|facility)|hospital|inpatient|telehealth|video|urgent care|follow[- ]?up|soap|critical care|observation|discharge|admission|h ?& ?p|house)(?: (?:physician|provider|daily|progress|follow[- ]?up))? ?(?:visit|note|report|consultation|summary|call|history and physical)?(?=[ \t]*(?:$|[.,:;(]| (?:note|new|established|initial|for)\b))/gim;

/** What a clinician writes of a visit; three such words make a short text a note. */
const SEEN =
  /\b(?:(?:patient|pt|who|she|he) (?:presents|returns|is seen|was seen|complains|comes in|denies|reports)|here for|on exam(?:ination)?|(?:start(?:ed)?|increased?|decreased?|continued?|refill(?:ed)?|prescribed) (?:\w+ ){1,3}\d+ ?m(?:g|cg)|(?:i )?spent \d+ min(?:utes)?|total time|bp \d{2,3}\/\d{2,3}|year[- ]old (?:\w+ ){0,3}(?:seen|here|with|presents|returns)|follow(?:ing)?[- ]?up (?:of|for|in)|not at goal|uncontrolled)\b/gi;

/** What a surgeon writes about what he did: two such words make even a short text a note. */
const DEED =
  /\b(?:was|were) (?:\w+ly )?(?:performed|excised|removed|incised|closed|placed|divided|ligated|clipped|dissected|repaired|sutured|irrigated|prepped|draped|identified|inserted|opened|resected|reduced|injected|advanced|harvested|debrided|drained|cauterized|transected|mobilized|exposed|reamed|fixed|implanted|elevated|curetted|anastomosed|intubated)\b|\bpatient (?:was (?:brought|taken|placed|positioned)|underwent|tolerated)|\bi (?:excised|incised|repaired|removed|placed|closed|performed|dissected|debrided|drained)\b/gi;

/** A line that names the document: "OPERATIVE REPORT", "Cath lab report - peripheral". */
const TITLE =
  /^[^\n.:?]{0,60}\b(?:op(?:erative)?|procedure|procedural|surg(?:ery|ical)|delivery|lab|endoscopy|[a-z]+oscopy|anesthesia|discharge|history and physical)\b[^\n.:?]{0,20}\b(?:note|report|record|dictation|summary)\b/gim;

const MAX_JUDGED_CHARS = 100_000;
const LONG_TEXT_CHARS = 1200;
/** Nobody asks about a code at this length. */
const LONGER_THAN_A_QUESTION_CHARS = 900;

/** True for text shaped like an operative or visit note rather than a question about codes. */
export function isNoteLike(text: string): boolean {
  const opening = text.slice(0, MAX_JUDGED_CHARS);
  const headings = count(opening, HEADING) + count(opening, TITLE);
  const deeds = count(opening, DEED);
  return (
    isVisitLike(opening) ||
    isTelegraphic(opening) ||
    headings >= 2 ||
    deeds >= 2 ||
    (headings >= 1 && deeds >= 1) ||
    (text.length > LONG_TEXT_CHARS && deeds >= 1)
  );
}

/** A visit note: two of its headings, or one beside the words of a visit, or such words alone. */
function isVisitLike(opening: string): boolean {
  const headings = count(opening, VISIT_HEADING) + count(opening, VISIT_TITLE);
  const seen = count(opening, SEEN);
  return headings >= 2 || (headings === 1 && seen >= 1) || seen >= 3;
}

/** True for a note with its parts, as a document has them: two deeds told in a sentence are none. */
export function isWholeNote(text: string): boolean {
  const opening = text.slice(0, MAX_JUDGED_CHARS);
  const headings = count(opening, HEADING) + count(opening, VISIT_HEADING);
  return isNoteLike(text) && (headings >= 2 || isLongerThanAQuestion(text));
}

/** True for a text too long to be a question, whatever its shape. */
export function isLongerThanAQuestion(text: string): boolean {
  return text.length > LONGER_THAN_A_QUESTION_CHARS;
}

/** Where the first heading or title line of a note starts, or undefined. */
export function firstHeadingAt(text: string): number | undefined {
  const starts = [HEADING, TITLE, VISIT_HEADING, VISIT_TITLE]
    .map((pattern) => text.search(pattern))
    .filter((at) => at !== -1);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
