import { editDistance } from '../retrieve/typo.ts';
import type { Intent } from './asked.ts';

/** How an intent is recognised in the plain words of a clause that names (or takes over) at least `codes` codes. */
interface IntentRule {
  readonly intent: Intent;
  readonly asks: RegExp;
  readonly codes: 0 | 1 | 2;
  /** Not meant when one of these is meant as well. */
  readonly yieldsTo: readonly Intent[];
}

const RULES: readonly IntentRule[] = [
  {
    intent: 'difference',
    asks: /\b(?:differences?|differs?|different|versus|vs|compared?|comparison|distinguish|tell .* apart|instead of|rather than|which (?:one|code) (?:is|do|should|to)|or)\b/,
    codes: 2,
    yieldsTo: ['together', 'replaced', 'units', 'global', 'rvu', 'valid', 'add-ons', 'parents', 'diagnosis-for'],
  },
  {
    intent: 'replaced',
    asks: /\b(?:replace[ds]?|replacing|replacements? (?:code )?(?:for|of)|superseded?|supersedes|successors?|new codes? for|what happened to|used in place of|became of|crosswalk)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'valid',
    asks: /\b(?:valid|active|deleted|discontinued|retired|expired?|exists?|in effect|in force|terminated|obsolete|outdated|(?<!separately )(?:billable|payable)(?! with)|still (?:be )?(?:used?|good|billable|current|bill|ok|payable))\b/,
    codes: 1,
    yieldsTo: ['replaced'],
  },
  {
    intent: 'parents',
    asks: /\b(?:parents?|primary (?:codes?|procedures?|cpt)|primaries|base codes?|add ?on (?:to|for|of) (?:what|which)|an add ?on|(?:by itself|alone|on its own|stand ?alone)|go(?:es)? with (?:what|which)|(?:what|which) (?:code |codes |primary )?(?:does|do) .*go(?:es)? with)\b/,
    codes: 1,
    yieldsTo: [],
  },
  { intent: 'add-ons', asks: /\badd ?ons?\b/, codes: 1, yieldsTo: ['parents'] },
  {
    intent: 'modifier',
    asks: /\b(?:modifiers?|mods?|bilateral|bilaterally|bilat|unilateral|both (?:sides|ears|eyes|knees|hips|breasts|feet|hands)|assistants?|assist|co ?surgeons?|two surgeons|team surgery|professional component|technical component)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'units',
    asks: /\b(?:mues?|mai|units?|medically unlikely|how many(?: \w+){0,2} (?:can|may|times)|how many (?:times|units)|(?:reported|billed|coded|claimed) (?:twice|two times|three times|more than once)|(?:twice|more than once)|max|maximum|quantity)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'global',
    asks: /\b(?:globals?|postop(?:erative)? (?:period|days)|post op(?:erative)? (?:period|days)|follow ?up (?:days|period)|(?:10|90) days?)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'rvu',
    asks: /\b(?:w?rvus?|relative values?|work values?|how much|reimburse(?:s|d|ment)?|payment|fee schedule|fee|allowable|worth)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'diagnosis-for',
    asks: /\b(?:diagnos[ei]s|dx|icd|medical(?:ly)? necess(?:ity|ary)|supports?|justif(?:y|ies)|indications?)\b/,
    codes: 1,
    yieldsTo: [],
  },
  {
    intent: 'together',
    asks: /\b(?:with|together|same (?:day|session|time|claim|visit|operation|surgery)|along|addition|included?|part of|bundled?|bundles?|bundling|unbundled?|ncci|cci|ptp|edits?|separately|alongside|plus|combined?|both|pairs?)\b/,
    codes: 2,
    yieldsTo: ['difference', 'replaced', 'global', 'rvu', 'valid', 'add-ons', 'parents', 'diagnosis-for'],
  },
];
/** Words that say "compare", where a mere "or" does not when the clause is about billing. */
const COMPARES =
  /\b(?:differences?|differs?|different|versus|vs|compared?|comparison|distinguish|apart|instead|rather)\b/;
/** A modifier asked for itself, not as the way out of an edit between two codes. */
const MODIFIER_FOR_ITSELF =
  /\b(?:bilateral|bilaterally|bilat|both|assistants?|assist|co ?surgeons?|two surgeons|team|component)\b/;
const FIND_DIAGNOSIS = /\b(?:icd|diagnosis codes?|dx codes?|dx for|diagnosis for)\b/;
const FIND_CODE = /\b(?:codes?|cpt|hcpcs|coded?|coding|bill|billed|billing|report)\b/;

/** The words the rules look for, to mend a misspelt one. */
const SPELLED =
  'difference between versus replaced replacement successor valid active deleted discontinued retired expired parent parents primary modifier modifiers bilateral bilaterally assistant surgeon units maximum global period relative value values reimbursement diagnosis diagnoses supports necessity together bundled separately session'.split(
    ' ',
  );

/** The lower-case words of a clause, the question's own spelled right; a word that `isKnown` is never changed. */
export function questionWords(clause: string, isKnown: (word: string) => boolean): string {
  const words = clause
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word) => (word.length < 5 || /\d/.test(word) || isKnown(word) ? word : mended(word))).join(' ');
}

function mended(word: string): string {
  if (SPELLED.includes(word)) return word;
  const allowed = word.length >= 8 ? 2 : 1;
  const near = SPELLED.filter(
    (right) => right.charAt(0) === word.charAt(0) && editDistance(word, right, allowed) <= allowed,
  );
  return near.length === 0
    ? word
    : (near.toSorted((a, b) => editDistance(word, a, 9) - editDistance(word, b, 9))[0] ?? word);
}

/** What a clause asks of its codes; empty when its words ask nothing. */
export function intentsOf(words: string, codes: number): Intent[] {
  const hits = RULES.filter((rule) => rule.asks.test(words) && rule.codes <= codes);
  const isTogether = hits.some(({ intent }) => intent === 'together');
  const meant = hits.filter(({ intent }) => {
    if (intent === 'difference') return COMPARES.test(words) || !isTogether;
    if (intent === 'together') return !COMPARES.test(words);
    return !(intent === 'modifier' && isTogether && !MODIFIER_FOR_ITSELF.test(words));
  });
  const intents = meant.map(({ intent }) => intent);
  const isModifierAlone = intents.includes('modifier') && MODIFIER_FOR_ITSELF.test(words);
  return meant
    .filter(({ intent, yieldsTo }) => !yieldsTo.some((other) => other !== intent && intents.includes(other)))
    .map(({ intent }) => intent)
    .filter((intent) => intent !== 'together' || !(isModifierAlone || isOnlyUnits(intents, words)));
}

/** "MUE of 11730 and 11719" pairs nothing; "bill 2 units of 11730 with 11719" does. */
function isOnlyUnits(intents: readonly Intent[], words: string): boolean {
  return intents.includes('units') && !/\b(?:with|together|same)\b/.test(words);
}

/** True when the words would ask something of codes that stand elsewhere in the mail. */
export function asksOfCodes(words: string): boolean {
  return intentsOf(words, 2).length > 0;
}

/** Asked in words, without a code. */
export function searchIntent(words: string): 'find-code' | 'find-diagnosis' | undefined {
  if (FIND_DIAGNOSIS.test(words)) return 'find-diagnosis';
  return FIND_CODE.test(words) ? 'find-code' : undefined;
}

const NAMED_MODIFIER = /\b(?:modifiers?|mods?) (?:2[2-7]|5[0-9]|6[26]|7[6-9]|8[0-2]|9[1359]|xe|xs|xp|xu|lt|rt|tc|as)\b/;

/** "What is modifier 25?": a modifier for itself, when no code stands beside it. */
export function isAboutModifier(words: string): boolean {
  return NAMED_MODIFIER.test(words);
}
