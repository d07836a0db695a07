import type { SenderCorrection } from '../model/feedback.ts';
import { ANY_CODE } from './billed-claim.ts';
import { codesIn } from './billed-codes.ts';

const CODE = String.raw`\+?\d{4}[0-9A-Z]`;
const OURS = '(?:this|that|it|your (?:answer|codes?|coding|reply)|the (?:answer|codes?|coding|reply))';
/** How people contradict: "should be", "you missed", "we always bill", "not 47562", "the correct code is". */
const CORRECTS = new RegExp(
  [
    String.raw`\bshould (?:really |actually |also |probably |instead )?(?:be|have been|read|say|include)\b`,
    String.raw`\b(?:correct|right|proper|appropriate) (?:cpt )?codes? (?:is|are|would be|should be)\b`,
    String.raw`\b(?:you|${OURS}|${CODE})(?:'re|'s| are| is| were| was) (?:wrong|incorrect|not (?:right|correct|supported))\b`,
    String.raw`\bdisagree\b|\binstead of\b|\brather than\b|\bnot ${CODE}`,
    String.raw`\b(?:you|your (?:answer|reply|coding)) (?:have |has )?(?:missed|forgot|left out|omitted|overlooked)\b`,
    String.raw`\b(?:we|i) (?:always|usually|normally|typically|generally|would|think|believe)\b`,
    String.raw`^\W*(?:no|nope|wrong|sorry)\b`,
    String.raw`^\W*(?:please )?(?:use|bill|add|remove|(?:change|correct) (?:it |this |that )?(?:in)?to)\b`,
    String.raw`\b(?:is|was) missing\b|\b(?:it|this|that)(?:'s| is) ${CODE}`,
  ].join('|'),
  'i',
);
const REJECTED_BEFORE =
  /\b(?:not|instead of|rather than|in place of|remove|without|never|replace)\W*(?:(?:cpt|code|the)\W*){0,2}$/i;
const REJECTED_BEHIND =
  /^\W*(?:(?:is|was|are|were) (?:wrong|incorrect|not )|should (?:really |actually )?(?:be|have been|read|say)\b(?! (?:added|billed|included|reported|coded|on)\b)|(?:must|should|has to) (?:come off|go)\b|->)/i;
/** "... because a cholangiogram was done": what comes behind is a fact. */
const BECAUSE = /[\s,;]+(?:because|since|as(?= (?:he|she|we|they|the|a|an|it)\b))\s+/i;

export interface ReadCorrection extends SenderCorrection {
  /** What is told beside it; empty when nothing is. */
  readonly rest: string;
}

/** The correction in one sentence of a reply; a question corrects nothing, and without a code there is none. */
export function readCorrection(sentence: string): ReadCorrection | undefined {
  if (/\?\s*$/.test(sentence) || !CORRECTS.test(sentence)) return undefined;
  const because = BECAUSE.exec(sentence);
  const claim = sentence.slice(0, because?.index);
  const given: SenderCorrection['given'][number][] = [];
  const against: string[] = [];
  for (const { kind, code, modifiers, units = 1, start, end } of codesIn(claim, ANY_CODE)) {
    if (kind !== 'procedure') continue;
    const isRejected = REJECTED_BEFORE.test(claim.slice(0, start)) || REJECTED_BEHIND.test(claim.slice(end));
    if (isRejected) against.push(code);
    else given.push({ code, modifiers, units });
  }
  if (given.length + against.length === 0) return undefined;
  const rest = because === null ? '' : sentence.slice(because.index + because[0].length).trim();
  return { given, against, rest };
}

const SO = `(?:all |quite |perfectly |absolutely |indeed )?`;
const RIGHT = '(?:right|correct|fine|good|accurate|ok|okay)';
const AGREES = new RegExp(
  String.raw`^\W*(?:(?:no|yes|yep|sorry|ah|oh|actually|well|my mistake|my bad|never mind)\b\W*)*` +
    '(?:' +
    [
      `(?:the|your|this|our) (?:first |original |previous |earlier |last )?(?:answer|codes?|coding|reply|claim|result)s? (?:is|was|are|were|looks?) ${SO}${RIGHT}`,
      `you(?:'re| are| were) ${SO}(?:right|correct)`,
      '(?:i|we) (?:fully |do )?agree|agreed|confirmed|correct',
      `(?:looks|all) ${RIGHT}|(?:that|this|it)(?:'s| is| was| looks) ${SO}${RIGHT}`,
    ].join('|') +
    String.raw`)(?:\W|\b(?:thanks?|thank you|thx|again|so much|very much|after all|here|now|with (?:you|that|it|your answer))\b)*$`,
  'i',
);

/** "No, the answer was right, thanks": all of the sentence agrees. */
export function agreesIn(sentence: string): boolean {
  return AGREES.test(sentence);
}
