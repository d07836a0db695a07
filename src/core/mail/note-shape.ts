/** Headings of operative and procedure notes, at the start of a line. */
const HEADING =
  /^[ \t>*#_-]{0,6}(?:\d{1,2}[.)] ?)?(?:(?:pre|post|intra)[- ]?(?:operative|op|procedur(?:e|al))\b|operati(?:on|ve)\b|procedures?\b|(?:date|name|title|description|details?|technique|indications?|type|nature) (?:of|for) (?:the )?(?:operation|procedure|surgery|service|operative)|surgeons?\b|assistants?\b|co-?surgeons?\b|an(?:a)?esthesia|anesthesiologist|indications?\b|findings\b|technique\b|complications?\b|estimated blood loss|ebl\b|specimens?\b|drains?\b|implants?\b|tourniquet|disposition\b|consent\b|history of present|brief history|diagnos[ie]s\b|impression\b|attending\b|patient(?: name|'s name|:)|mrn\b|hospital course|fluids\b|counts?\b|wound class)[^\n.]{0,60}(?::|$)/gim;

/** What a surgeon writes about what he did: two such words make even a short text a note. */
const DEED =
  /\b(?:was|were) (?:\w+ly )?(?:performed|excised|removed|incised|closed|placed|divided|ligated|clipped|dissected|repaired|sutured|irrigated|prepped|draped|identified|inserted|opened|resected|reduced|injected|advanced|harvested|debrided|drained|cauterized|transected|mobilized|exposed|reamed|fixed|implanted|elevated|curetted|anastomosed|intubated)\b|\bpatient (?:was (?:brought|taken|placed|positioned)|underwent|tolerated)|\bi (?:excised|incised|repaired|removed|placed|closed|performed|dissected|debrided|drained)\b/gi;

const LONG_TEXT_CHARS = 1200;

/** True for text shaped like an operative note rather than a question about codes. */
export function isNoteLike(text: string): boolean {
  const headings = count(text, HEADING);
  const deeds = count(text, DEED);
  return headings >= 2 || deeds >= 2 || (headings >= 1 && deeds >= 1) || (text.length > LONG_TEXT_CHARS && deeds >= 1);
}

/** Offset of the first note heading at the start of a line, or undefined. */
export function firstHeadingAt(text: string): number | undefined {
  HEADING.lastIndex = 0;
  const match = HEADING.exec(text);
  HEADING.lastIndex = 0;
  return match?.index;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
