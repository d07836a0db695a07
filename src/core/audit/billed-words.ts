import { editDistance } from '../retrieve/typo.ts';

/** What a sender says of the codes that follow: on the claim, denied, only asked about, or somebody else's. */
export type Said = 'billed' | 'denied' | 'asked' | 'other';

export interface Cue {
  readonly said: Said;
  readonly start: number;
  readonly end: number;
}

const VERB =
  '(?:billed|submitted|coded|charged|claimed|reported|filed|entered|posted|sent|used|chose|chosen|picked|selected|assigned|put)';
const CLAIM = '(?:claims?|codes?|coding|charges?|lines?|cpts?|cpt codes?|hcpcs)';
const OTHERS =
  '(?:hospital|facility|asc|surgery center|anesthesia|anesthesiologist|crna|assistant|radiolog(?:y|ist)|patholog(?:y|ist)|other (?:surgeon|practice|group|doctor|provider)|another (?:surgeon|practice|group|doctor|provider)|software|encoder|scrubber|template|scheduler)';

/** In this order where two begin at one place: the longer reading first. */
const BILL = '(?:bill(?:ed|ing)?|submit(?:ted)?|cod(?:e|ed|ing)|charged?|report(?:ed)?|use[ds]?|add(?:ed)?)';
const NOTE = '(?:note|documentation|report|chart|dictation|record)';

/** In this order where two begin at one place: the longer reading first. */
const CUES: readonly (readonly [Said, string])[] = [
  // What was not, or only might be billed.
  [
    'asked',
    `(?:(?:did|do|does|have|has|had|was|were|should|could|would|can|will|must)(?:n'?t| not| never)|never|not|without|no longer|instead of|rather than) (?:\\w+ ){0,2}?${BILL}`,
  ],
  // What is about to be billed is a claim too.
  [
    'billed',
    `(?:going|planning|plan|intend|about|ready|wants?|wanting|like) to (?:bill|submit|code|charge|report|send)`,
  ],
  ['asked', `(?:should|could|would|can|may|might|must|to) (?:(?:have|be|i|we|it|they|you) ){0,2}${BILL}`],
  ['asked', `(?:can|could|should|may|shall|would|do|does|did|will) (?:i|we|you|it|they|he|she|there)`],
  ['asked', `or (?=should|is|was|do|would|could|just|only|maybe|cpt|code|\\+?[a-v\\d]\\d{4})`],
  ['asked', 'what about|how about|instead of|rather than|in place of|vs|versus|which|not|never|without|except'],
  ['asked', 'compared? (?:to|with)|better|add(?! ?on)|adding|missed|missing|forgot|consider(?:ed|ing)?|thinking of'],
  ['asked', 'wonder(?:ing)?|maybe|perhaps|suggest(?:s|ed)?|recommend(?:s|ed)?|told (?:me|us)|removed|deleted|took off'],
  [
    'asked',
    '(?:pre ?)?authori[sz](?:ed|ation)|pre ?cert\\w*|auth|approved for|scheduled|booked|estimated?|quoted?|planned',
  ],
  // What somebody else billed, or was billed for somebody else.
  ['other', `${OTHERS}(?:'s)? (?:\\w+ ){0,2}?(?:${VERB}|claim|bill|codes?|suggests?|says?|wants?|had|has)`],
  [
    'other',
    '(?:another|(?:an? )?other|different|previous|earlier|prior) (?:patient|case|claim|operation|surgery)s?|last (?:time|case|patient)|prior',
  ],
  ['other', 'previously|in the past|usually|normally|always|typically|generally'],
  // A denied code stood on the claim.
  ['denied', 'den(?:ied|ials?|ying|y)|rejected|rejections?|disallowed|bounced|kicked (?:back|out)|unpaid|refused'],
  // "Is this right: 47562", "does the note support 99214?": a claim to look at.
  [
    'billed',
    '(?:is|are|was|were|does|do|did) (?:this|that|these|those|it|the|my|our|we) (?:\\w+ ){0,3}?(?:right|correct(?:ly)?|ok|okay|accurate|good|fine|appropriate|supported)',
  ],
  ['billed', `(?:does|do|will) (?:the |this |my |our )?(?:\\w+ )?${NOTE} support`],
  ['billed', '(?:changed|corrected) (?:it|this|that|the claim) to|corrected to'],
  ['billed', `audit(?:ing)?|review(?:ing)?|verify|validate|double ?check|check(?:ing)?`],
  ['billed', `${VERB}|billing|submitting|claiming`],
  [
    'billed',
    `${CLAIM}(?: (?:is|are|was|were|has|had|have|reads?|says?|shows?|lists?))?(?: so far| to date)?(?= ?:| ?=| -|,| (?:is|are|was|were)\\b)|on (?:the|my|our|this) claim`,
  ],
  [
    'billed',
    '(?:charge (?:sheet|ticket|slip)|superbill|encounter form)(?: (?:has|had|reads?|says?|shows?|lists?))?|payment(?: received)? for|paid',
  ],
  [
    'billed',
    '(?:coder|biller|clerk) (?:has|had|have|went with)|(?:we|i) (?:have|had|put|went with)(?= (?:cpt )?\\+?\\d{4})',
  ],
];
const PATTERNS = CUES.map(([said, words]) => [said, new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'g')] as const);

/** The cues of a text in lower case, none inside another. */
export function cuesIn(text: string): Cue[] {
  const found: Cue[] = [];
  for (const [said, pattern] of PATTERNS) {
    for (const hit of text.matchAll(pattern)) {
      const cue = { said, start: hit.index, end: hit.index + hit[0].length };
      if (!found.some(({ start, end }) => cue.start < end && start < cue.end)) found.push(cue);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const OF_CLAIM =
  /\b(?:billed|submitted|coded|claims?|denied|denials?|rejected|audit|cpt|codes?|coder)\b|\b(?:is|was|are|were) (?:that|this|it|these|those|they|we) (?:\w+ )?(?:right|correct|ok(?:ay)?|supported)\b/i;

/** Words about a claim or a denial and none of an operation: "We billed:", "Medicare denied it", "is that right?". */
export function speaksOfClaim(text: string): boolean {
  return OF_CLAIM.test(spelledRight(text));
}

const SPELLED = [
  'billed',
  'submitted',
  'coded',
  'charged',
  'claim',
  'denied',
  'denial',
  'rejected',
  'reported',
  'modifier',
  'correct',
];
/** One letter away from a word of a cue, and right as they are. */
const NEAR = new Set(
  'changed change changes bills biller billet filled killed codes coder codec charge charges charger claims denies deny rejects reports reporter modifies corrects connect modified collect'.split(
    ' ',
  ),
);

/** The text with the misspelt words of its cues put right. */
export function spelledRight(text: string): string {
  return text.replace(/[A-Za-z]{5,}/g, (word) => {
    const lower = word.toLowerCase();
    if (SPELLED.includes(lower) || NEAR.has(lower)) return word;
    const allowed = lower.length >= 8 ? 2 : 1;
    return (
      SPELLED.find((right) => right.charAt(0) === lower.charAt(0) && editDistance(lower, right, allowed) <= allowed) ??
      word
    );
  });
}
