/** Acts as a sender tells them. */
const ACT =
  '(?:did|performed|done|placed|put in|removed|repaired|injected|excised|resected|biopsied|drained|released|took|taken|sutured|reduced|fixed|inserted|implanted|explored|ligated|clipped|closed|divided|harvested|grafted|debrided|ablated|dilated|stented|aspirated|trimmed|shaved|cut|fused|decompressed|treated|incised|sewn|coiled|banded|snared)';
const LEAD = new RegExp(
  String.raw`^(?:(?:and|then|plus|oh|sorry|fyi|ps|p\.s\.|also|one more thing|we forgot(?: that)?|i forgot(?: that)?|forgot to (?:say|mention)(?: that)?)\b[\s,:-]*)*` +
    String.raw`(?:he|she|they|we|i|the (?:surgeon|doctor|attending|resident|co-?surgeon)|(?:dr\.? )?\[NAME\])\s+` +
    String.raw`(?:(?:also|then|additionally|further|actually|even|in addition|had)\s+)*(?=${ACT}\b)`,
  'i',
);
const BARE_ACT = new RegExp(`^${ACT}\\b`, 'i');
const ANY_ACT = new RegExp(`\\b${ACT}\\b`, 'i');
/** "Plus EGD with biopsy" */
const PLUS = /^(?:(?:and|also|plus)\b[\s,:-]*)+(?=\p{L})/iu;
const ADDS = /\b(?:also|too|as well|in addition|additionally|additional)\b/i;
/** What belongs to an operation and changes its code rather than adding one: it is part of the story, no title. */
const PART_OF_ONE =
  /\b(?:cholangiogra\w+|ioc|fluoroscop\w+|x-?rays?|radiograph\w*|ultrasound|imaging|guidance|c-?arm|mesh|microscope|drains?|tourniquet|irrigat\w+|adhesi\w+|lysis|adhesiolysis|blocks?|stapler?|sutures?)\b/i;
const DENIES = /\b(?:no|not|never|without|none|\w+n't)\b/i;
/** `The lateral meniscus was trimmed as well`: a step told like the story tells it; only a named operation is a title. */
const STEP = /\b(?:was|were|been)\b/i;
/** An operation by its name. */
export const OPERATION =
  /\b(?:\w*(?:ectom|otom|ostom|plast|scop|graph|gram|rhaph|centes|pex)(?:y|ies|ic|s|is)?|biops(?:y|ies)|(?:release|repair|graft|block|injection|excision|resection|removal|fusion|reduction|fixation|ablation|dilatation|dilation|insertion|placement)s?)\b/i;

/** "He also took out the appendix" -> "took out the appendix": what was done, as a title names it. */
export function withoutLead(sentence: string): string {
  return sentence.replace(LEAD, '').replace(PLUS, '');
}

/** A sentence that says that something was done, or adds it without a verb: "C6-C7 was done too", "plus L5-S1". */
export function tellsAct(sentence: string): boolean {
  if (DENIES.test(sentence)) return false;
  return (
    ANY_ACT.test(sentence) ||
    (!STEP.test(sentence) && /^(?:and|plus|also)\b|\b(?:too|as well|also)\W*$/i.test(sentence))
  );
}

/** A sentence that tells an operation done beside the one of the note; a denial tells none. */
export function isDeed(sentence: string): boolean {
  if (DENIES.test(sentence) || PART_OF_ONE.test(sentence)) return false;
  if (LEAD.test(sentence) || BARE_ACT.test(sentence) || (PLUS.test(sentence) && !STEP.test(sentence))) return true;
  return ADDS.test(sentence) && (!STEP.test(sentence) || OPERATION.test(sentence));
}
