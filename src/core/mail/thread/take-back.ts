import { readTold } from '../../amend/read-told.ts';
import { thingsIn } from '../../amend/things.ts';

/** How a sender takes back what he told: "no cholangiogram was done after all", "please disregard the biopsy". */
const TAKES_BACK =
  /\b(?:no|not|never|without|none|didn'?t|wasn'?t|weren'?t|disregard|ignore|forget|scratch|withdraw|take back|delete|mistaken(?:ly)?|in error|wrong patient|another patient|(?:an)?other case)\b/i;
/** What he takes back is all that he told last. */
const ALL_OF_IT =
  /\b(?:disregard|ignore|forget|scratch|delete)\b[^.]{0,30}\b(?:last|previous|earlier|prior|my)\b[^.]{0,12}\b(?:e-?mail|mail|message|reply|note)\b/i;

export interface TakenBack {
  /** What stays of the earlier sentences. */
  readonly kept: readonly string[];
  /** What was taken back. */
  readonly taken: readonly string[];
  /** The sentences of the new mail that tell something else. */
  readonly left: readonly string[];
}

/**
 * Earlier sentences of the sender against his new ones. A new sentence that denies takes back the earlier ones that name
 * most of its things; it is no fact of its own then.
 */
export function takeBack(earlier: readonly string[], told: readonly string[]): TakenBack {
  let kept = [...earlier];
  const left: string[] = [];
  for (const sentence of told) {
    const taken = TAKES_BACK.test(sentence) && readTold(sentence).does !== 'corrects' ? takenBy(sentence, kept) : [];
    kept = kept.filter((each) => !taken.includes(each));
    if (taken.length === 0) left.push(sentence);
  }
  return { kept, taken: earlier.filter((each) => !kept.includes(each)), left };
}

function takenBy(sentence: string, earlier: readonly string[]): readonly string[] {
  if (ALL_OF_IT.test(sentence)) return earlier.slice(-1);
  const things = thingsIn(sentence);
  const shared = earlier.map((each) => [...thingsIn(each)].filter((thing) => things.has(thing)).length);
  const most = Math.max(0, ...shared);
  // What denies too ("no stent was placed") is not taken back by a sentence that denies.
  return most === 0 ? [] : earlier.filter((each, at) => shared[at] === most && !TAKES_BACK.test(each));
}
