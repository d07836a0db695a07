/** Acts as a sender tells them. */
const ACT =
  '(?:did|performed|done|placed|put in|removed|repaired|injected|excised|resected|biopsied|drained|released|took|taken|sutured|reduced|fixed|inserted|implanted|explored|ligated|clipped|closed|divided|harvested|grafted|debrided|ablated|dilated|stented|aspirated)';
const LEAD = new RegExp(
  String.raw`^(?:(?:and|then|plus|oh|sorry|fyi|ps|p\.s\.|also|one more thing|we forgot(?: that)?|i forgot(?: that)?|forgot to (?:say|mention)(?: that)?)\b[\s,:-]*)*` +
    String.raw`(?:he|she|they|we|i|the (?:surgeon|doctor|attending|resident|co-?surgeon)|(?:dr\.? )?\[NAME\])\s+` +
    String.raw`(?:(?:also|then|additionally|further|actually|even|in addition|had)\s+)*(?=${ACT}\b)`,
  'i',
);
const BARE_ACT = new RegExp(`^${ACT}\\b`, 'i');
const ADDS = /\b(?:also|too|as well|in addition|additionally|additional)\b/i;
/** What belongs to an operation and changes its code rather than adding one: it is part of the story, no title. */
const PART_OF_ONE =
  /\b(?:cholangiogra\w+|fluoroscop\w+|x-?rays?|radiograph\w*|ultrasound|imaging|guidance|c-?arm|mesh|microscope|drains?|tourniquet|irrigat\w+|adhesi\w+|lysis|adhesiolysis|blocks?|stapler?|sutures?)\b/i;
const DENIES = /\b(?:no|not|never|without|none|\w+n't)\b/i;

/** "He also took out the appendix" -> "took out the appendix": what was done, as a title names it. */
export function withoutLead(sentence: string): string {
  return sentence.replace(LEAD, '');
}

/** A sentence that tells an operation done beside the one of the note; a denial tells none. */
export function isDeed(sentence: string): boolean {
  if (DENIES.test(sentence) || PART_OF_ONE.test(sentence)) return false;
  return LEAD.test(sentence) || BARE_ACT.test(sentence) || ADDS.test(sentence);
}
