import { EPONYMS, HEAD_NOUNS } from './lexicon/eponyms.ts';
import { AMBIGUOUS_GIVEN, GIVEN_NAMES, SURNAMES } from './lexicon/names.ts';
import { hasWordEnding, isListedWord } from './lexicon/words.ts';

/** One word of the text with what name finding asks of it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  /** Without a possessive `'s`. */
  readonly end: number;
  readonly lower: string;
  readonly shape: 'Title' | 'UPPER' | 'lower' | 'Initial';
  /** What stands between the previous word and this one. */
  readonly gap: string;
  readonly startsSentence: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}\d]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let after = 0;
  for (const hit of text.matchAll(WORD)) {
    const written = hit[0];
    const core = /['’]s$/i.test(written) && written.length > 2 ? written.slice(0, -2) : written;
    const gap = text.slice(after, hit.index);
    tokens.push({
      text: core,
      start: hit.index,
      end: hit.index + core.length,
      lower: core.toLowerCase().replaceAll('’', "'"),
      shape: shapeOf(core),
      gap,
      startsSentence: tokens.length === 0 || /[.!?:;\n\r•*>"“]/.test(gap),
    });
    after = hit.index + written.length;
  }
  return tokens;
}

function shapeOf(word: string): Token['shape'] {
  if (!/^\p{Lu}/u.test(word)) return 'lower';
  if (word.length === 1) return 'Initial';
  return /^[\p{Lu}\p{M}\d'’-]+$/u.test(word) ? 'UPPER' : 'Title';
}

export const isCapital = (token: Token): boolean => token.shape === 'Title' || token.shape === 'UPPER';

export const isGiven = (token: Token): boolean =>
  GIVEN_NAMES.has(token.lower) ||
  (token.lower.includes('-') && token.lower.split('-').every((part) => GIVEN_NAMES.has(part)));

export const isClearGiven = (token: Token): boolean =>
  isGiven(token) && !AMBIGUOUS_GIVEN.has(token.lower) && !isOrdinary(token);

export const isSurname = (token: Token): boolean =>
  token.lower.split('-').some((part) => SURNAMES.has(part)) || SURNAME_ENDING.test(token.lower);

/** Endings that the surnames of a language share and words hardly have. */
const SURNAME_ENDING =
  /^[\p{L}']{2,}(?:sson|d[oó]ttir|nsen|rsen|[aeo]vich|ovi[cć]|evi[cć]|(?:[iyoluw]|in|yn)ski|owicz|ewicz|enko|escu|opoulos|berg|str[öo]m|quist|qvist|lund|g[aå]ard|oğlu|[klnrmvd]ova|sky|shvili)$/u;

/** A letter that English lacks: `Szabó`, `Björk`. */
export const hasForeignLetter = (token: Token): boolean => /[^\p{ASCII}’]/u.test(token.text);

export const isEponym = (token: Token): boolean =>
  token.lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split('-')
    .some((part) => EPONYMS.has(part));

/** A word of notes and letters; a name's list goes before a mere ending (`Thomas` is no tumor). */
export const isOrdinary = (token: Token): boolean =>
  isListedWord(token.lower) || (!isGiven(token) && !isSurname(token) && hasWordEnding(token.lower));

/** A word that only clinical texts and questions about them hold. */
export const isClinical = (token: Token): boolean => CLINICAL.test(token.lower);
const CLINICAL =
  /^(?:patients?|pts?|surg(?:ery|eon|ical)|operati(?:on|ve)|procedures?|diagnos[ei]s|postop\w*|preop\w*|anesthesia|incisions?|sutur\w+|fractures?|lesions?|cpt|icd\w*|codes?|coding|billed|modifiers?|mrn|dob|dos|clinic|hospital|physician|treat\w+|chronic|disease|syndrome|cancer|clamps?|retractors?|forceps|catheters?|shunts?|valves?|grafts?|stents?|implants?|leads?|dissect\w+|\w*prosthes[ie]s|approach|drains?|needles?|nerves?|arter(?:y|ies)|veins?|bones?|bladder|knee|hip|spine|membrane|ligament|tendon|muscle|bleeding|blood|sterile|laparo\w+|endo\w+|arthro\w+|stapl\w+|\w+(?:ectomy|otomy|ostomy|oscop\w+|plasty|itis|osis|emia|pathy|graphy|gram|oma)|\w{4,}\d{4,})$/;

/** A capitalised word that could be part of a name: in a list of names, or at least no ordinary word. */
export const couldBeName = (token: Token): boolean =>
  isCapital(token) &&
  !/\d|^\p{L}-|^(?:II|III|IV|VI|VII|VIII|IX|XI|XII)$/u.test(token.text) &&
  (isGiven(token) || isSurname(token) || !isOrdinary(token));

/** One of the next words tells that a thing is named after somebody: `Allis clamp`, `Bookwalter self-retaining retractor`. */
export function namesAThing(tokens: readonly Token[], last: number): boolean {
  for (const token of tokens.slice(last + 1, last + 4)) {
    if (/[.,;:()\n]/.test(token.gap)) return false;
    const endings = [token.lower, token.lower.replace(/s$/, ''), token.lower.replace(/es$/, '')];
    if (endings.some((word) => HEAD_NOUNS.has(word))) return true;
    if (token.shape === 'Title') return false;
  }
  return false;
}
