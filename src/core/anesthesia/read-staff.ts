import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';
import { wordsOf } from './words-of.ts';

/** Who gave the anesthetic, as a modifier tells it; undefined when the record leaves it open. */
export interface Direction {
  readonly modifier: 'AA' | 'AD' | 'QK' | 'QX' | 'QY' | 'QZ';
  readonly because: string;
  readonly evidence: readonly Evidence[];
  /** The nurse anesthetist's own claim beside a directing physician's. */
  readonly partner: 'QX' | undefined;
  /** With a resident, the teaching physician present at the key parts. */
  readonly isTeaching: boolean;
}

const PHYSICIAN = /\b(anesthesiologist|anesthesia (?:attending|physician|md)|attending anesthe\w+|staff anesthe\w+)\b/i;
const NURSE = /\b(crna|nurse anesthetist|anesthesiologist assistant|certified anesthetist)\b/i;
const NO_NURSE = /\b(no|without) (?:a )?(crna|nurse anesthetist)\b/i;
const UNDIRECTED =
  /\b(without|no) medical direction\b|\bnot medically directed\b|\bnon-?medically directed\b|\bcrna (?:worked |working |practic\w+ )?(?:alone|independently|solo)\b|\bindependent crna\b/i;
const PERSONAL =
  /\bperson(?:al|ally) (?:performed|provided|administered|gave|given)\b|\b(?:performed|provided|administered|given) (?:entirely |solely )?personally\b|\bsolo anesthesiologist\b|\banesthesiologist (?:worked |working )?(?:alone|solo)\b|\bpresent (?:throughout|for the entire|for the whole) (?:the )?(?:case|anesthetic|procedure)\b/i;
const DIRECTING = /\b(?:medical(?:ly)? direct\w*|direct(?:ing|ed|ion)|concurren\w*|supervis\w*)\b/i;
const TEACHING = /\bresident\b/i;
const KEY_PARTS =
  /\b(?:key|critical) (?:and (?:key|critical) )?(?:portions?|parts?)\b|\bteaching (?:physician|anesthesiologist)\b/i;

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
};
const NUMBER = '(\\d{1,2}|one|single|two|three|four|five|six|seven|eight)';
const COUNTS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:direct\\w*|supervis\\w*) (?:of )?(?:a total of |only )?${NUMBER} (?:other |concurrent |crna |nurse |qualified )*(?:cases?|rooms?|crnas?|anesthetics?|procedures?|nurse anesthetists?|anesthetists?)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${NUMBER} concurrent (?:anesthe\\w+ |crna )?(?:cases?|rooms?|procedures?|anesthetics?|services)\\b`,
    'i',
  ),
  new RegExp(
    `\\bconcurren(?:cy|t cases?|t procedures?)(?: count| ratio)?\\s*(?:of|:|was|=|is)?\\s*(?:1 ?: ?)?${NUMBER}\\b`,
    'i',
  ),
  /\b(?:direct\w*|supervis\w*|ratio)\b[^.\n]{0,20}\b1 ?: ?(\d)\b/i,
];
/** More than this many at a time is supervision, not medical direction (42 CFR 415.110). */
const MOST_DIRECTED = 4;

/**
 * The direction modifier by 42 CFR 415.110 and the Medicare Claims Processing Manual, chapter 12, section 50: the physician
 * alone AA, directing one QY, two to four QK, more AD; the nurse anesthetist under direction QX, alone QZ.
 */
export function readDirection(extract: NoteExtract): Direction | undefined {
  const text = `${extract.text}\n${extract.senderText}`;
  const isNurseClaim =
    /\b(?:role:?|bill(?:ing)? (?:for )?|claim (?:for|of)|for) ?(?:the )?(?:crna|nurse anesthetist)\b/i.test(
      extract.senderText,
    );
  const quotes = (...patterns: readonly RegExp[]): Evidence[] =>
    patterns.flatMap((pattern) => wordsOf(pattern, extract));
  const hasNurse = (NURSE.test(text) && !NO_NURSE.test(text)) || isNurseClaim;
  const hasPhysician = PHYSICIAN.test(text.replace(/anesthesiologist assistant/gi, ''));
  const count = countIn(text);
  const isDirected = (DIRECTING.test(text) && !UNDIRECTED.test(text)) || count !== undefined;
  const told = (
    modifier: Direction['modifier'],
    because: string,
    evidence: Evidence[],
    isTeaching = false,
  ): Direction => ({
    modifier,
    because,
    evidence,
    partner: modifier === 'QK' || modifier === 'QY' || modifier === 'AD' ? 'QX' : undefined,
    isTeaching,
  });
  if (hasNurse && UNDIRECTED.test(text))
    return told('QZ', 'a nurse anesthetist without medical direction', quotes(UNDIRECTED));
  if (isNurseClaim) {
    if (isDirected) return told('QX', 'a nurse anesthetist under medical direction', quotes(...COUNTS, DIRECTING));
    return hasPhysician ? undefined : told('QZ', 'a nurse anesthetist, no physician in the record', quotes(NURSE));
  }
  if (hasNurse && count !== undefined) {
    const evidence = quotes(...COUNTS);
    if (count > MOST_DIRECTED) return told('AD', `${count} at a time: supervision, more than four`, evidence);
    return count > 1
      ? told('QK', `medical direction of ${count} at a time`, evidence)
      : told('QY', 'medical direction of one nurse anesthetist', evidence);
  }
  if (!hasNurse && TEACHING.test(text) && KEY_PARTS.test(text)) {
    return told('AA', 'the teaching physician with a resident', quotes(KEY_PARTS), true);
  }
  if (!hasNurse && PERSONAL.test(text))
    return told('AA', 'performed personally by the anesthesiologist', quotes(PERSONAL));
  if (!hasNurse && hasPhysician && !isDirected && !TEACHING.test(text)) {
    return told('AA', 'the record names an anesthesiologist and nobody beside', quotes(PHYSICIAN));
  }
  return hasNurse && !hasPhysician && !isDirected
    ? told('QZ', 'the record names a nurse anesthetist and no physician', quotes(NURSE))
    : undefined;
}

function countIn(text: string): number | undefined {
  for (const pattern of COUNTS) {
    const told = pattern.exec(text)?.[1]?.toLowerCase();
    const count = told === undefined ? Number.NaN : (NUMBERS[told] ?? Number(told));
    if (count > 0) return count;
  }
  return undefined;
}
