import { slotsIn } from './slots.ts';
import { thingsIn } from './things.ts';

/** What a sentence of a follow-up does to the note. */
export type Told =
  /** "No stent was placed in the end": what names most of these things was not done. */
  | { readonly does: 'denies'; readonly things: ReadonlySet<string> }
  /** "It was the left knee, not the right": `says` counts where the note tells otherwise, above all where it tells `not`. */
  | {
      readonly does: 'corrects';
      readonly says: string;
      readonly not: string | undefined;
      /** It says itself that it is a correction ("sorry", "should read"): what the note tells of the same deed goes. */
      readonly isExplicit: boolean;
    }
  /** "Forearm 5 cm, scalp 3 cm", "left": facts without a verb, as one answers a question. */
  | { readonly does: 'answers' }
  /** "She also had a cholangiogram": told beside the note. */
  | { readonly does: 'adds' };

/** "..., not the right", "not 1.2 but 2.4": the second half of a correction. */
const CONTRAST =
  /^(.{3,}?)(,| -+|;| and)? (?:and )?(?:not|rather than|instead of)(?: (?:in|on|at|of))?(?: (?:the|an?))? ((?:\d+\.\d+|[\w-]+)(?: [\w-]+){0,3})[.!]?$/i;
const NOT_A_THING = /^(?:done|performed|taken|placed|used|needed|removed|necessary|yet|sure|seen|found|possible)\b/i;
const NOT_BUT =
  /\bnot(?: (?:in|on|at|of))?(?: (?:the|an?))? ((?:\d+\.\d+|[\w-]+)(?: [\w-]+){0,3}?),? but (?:rather )?(?:the |an? )?(.{2,60}?)[.!]?$/i;
/** Deeds that were not done. */
const DENIES =
  /\b(?:(?:no|never|without|neither)\b|(?:was|were|did|had|is|are) not\b|(?:did|was|were|is|are)n'?t\b|not (?:done|performed|taken|placed|used)|none\b|(?:scratch|strike|delete|disregard|ignore|withdraw|take (?:back|off|out))\b|(?:please )?remove\b)/i;
const ADDS =
  /\b(?:also|too|as well|in addition|additionally|additional(?:ly)?|plus|forgot|forgotten|missed|left out|another|a (?:second|third|fourth))\b/i;
/** "It was", "this should read", "the levels were": says what a thing was, and tells no deed. */
const IDENTITY =
  /\b(?:was|were|is|are|should (?:be|read|say|have been)|must be|reads?)\b(?! (?:also |then |not )?(?:\w+ed|done|taken|put|cut|sewn|left)\b)/i;
const CUE =
  /\b(?:correction|corrected|sorry|apolog\w+|actually|typo|wrong|mistake|misdictat\w+|meant|should (?:be|read|say|have been))\b/i;
const FINITE = /\b(?:was|were|is|are|had|has|have|did|do|does|should|been)\b|\b\w{3,}ed\b/i;
/** "Path is back: benign" */
const RESULT = /\b(?:path(?:ology)?|histology|frozen)\b/i;
/** An answer in few words. */
const MOST_ANSWER_WORDS = 14;

/** Reads one sentence. What is none of the other is an addition: it stands beside the note as it is. */
export function readTold(sentence: string): Told {
  const contrast = contrastIn(sentence);
  if (contrast !== undefined) return { does: 'corrects', ...contrast, isExplicit: CUE.test(sentence) };
  if (ADDS.test(sentence)) return { does: 'adds' };
  const things = thingsIn(sentence);
  if (DENIES.test(sentence)) return things.size === 0 ? { does: 'adds' } : { does: 'denies', things };
  const isExplicit = CUE.test(sentence);
  if (isExplicit || IDENTITY.test(sentence) || RESULT.test(sentence)) {
    return { does: 'corrects', says: sentence, not: undefined, isExplicit };
  }
  const isShort = sentence.trim().split(/\s+/).length <= MOST_ANSWER_WORDS;
  return isShort && !FINITE.test(sentence) ? { does: 'answers' } : { does: 'adds' };
}

function contrastIn(sentence: string): { readonly says: string; readonly not: string } | undefined {
  const but = NOT_BUT.exec(sentence);
  if (but?.[1] !== undefined && but[2] !== undefined) return { says: but[2], not: but[1] };
  const [, says, mark, not] = CONTRAST.exec(sentence) ?? [];
  if (says === undefined || not === undefined || NOT_A_THING.test(not)) return undefined;
  // Without a comma only a side, a level or a number is told apart: "left not right", "2.4 cm not 1.2".
  return mark !== undefined || /\d/.test(not) || slotsIn(not).length > 0 ? { says, not } : undefined;
}
