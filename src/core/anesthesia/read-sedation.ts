import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';
import { wordsOf } from './words-of.ts';

/** What the note tells of moderate sedation; undefined where it tells of none. */
export interface Sedation {
  readonly evidence: readonly Evidence[];
  /** Minutes from the first dose until the operator leaves the bedside. */
  readonly minutes: number | undefined;
  /** A trained person who did nothing else watched the patient. */
  readonly observer: Evidence | undefined;
  /** Anesthesia staff gave it: then it is not the operator's. */
  readonly byAnesthesia: Evidence | undefined;
}

/** The shortest time that may be billed (CPT: past the midpoint of the first 15 minutes). */
export const LEAST_SEDATION_MINUTES = 10;

const SEDATION = /\b(?:moderate|conscious|procedural) sedation\b/i;
const MINUTES: readonly RegExp[] = [
  /\b(?:sedation|intra-?service)\b[^.\n]{0,60}?\b(\d{1,3}) ?(?:minutes?|mins?)\b/i,
  /\b(\d{1,3}) ?(?:minutes?|mins?) of (?:\w+ )?(?:moderate|conscious|procedural)? ?(?:sedation|intra-?service)/i,
];
const FROM_TO =
  /\b(?:sedation|intra-?service)\b[^.\n]{0,60}?\b(\d{1,2}):?([0-5]\d)(?: ?[ap]m)?\s*(?:-|–|to|until|through)\s*(\d{1,2}):?([0-5]\d)(?: ?[ap]m)?/i;
const OBSERVER =
  /\b(?:independent(?:ly)? trained|trained|independent|dedicated|qualified) (?:\w+ )?(?:observer|nurse|rn|person|provider)\b|\b(?:nurse|rn|observer)\b[^.\n]{0,60}\b(?:monitor(?:ed|ing)?|watch(?:ed|ing)?|observ(?:ed|ing)) (?:the )?(?:patient|vital|level of consciousness)|\bmonitored (?:throughout |continuously )?by (?:the |a |an )?(?:\w+ )?(?:nurse|rn|observer)\b/i;
const ANESTHESIA_GAVE =
  /\b(?:by|per) (?:the )?(?:anesthesia|anesthesiolog\w+|crna|nurse anesthetist)\b|\b(?:monitored anesthesia care|general (?:endotracheal )?anesthesia|deep sedation)\b/i;

/** Reads moderate sedation as CPT asks for it: time, watcher, and the operator who gives it. */
export function readSedation(extract: NoteExtract): Sedation | undefined {
  const named = wordsOf(SEDATION, extract)[0];
  if (named === undefined) return undefined;
  return {
    evidence: [named],
    minutes: minutesOf(extract),
    observer: wordsOf(OBSERVER, extract)[0],
    byAnesthesia: wordsOf(ANESTHESIA_GAVE, extract)[0],
  };
}

/** Units of the further 15 minutes: one from 23 minutes, two from 38, and so on (CPT midpoint rule). */
export function furtherUnits(minutes: number): number {
  return Math.max(0, Math.floor((minutes - 8) / 15));
}

function minutesOf({ text }: NoteExtract): number | undefined {
  const span = FROM_TO.exec(text);
  if (span !== null) {
    const [from, to] = [Number(span[1]) * 60 + Number(span[2]), Number(span[3]) * 60 + Number(span[4])];
    const minutes = (to - from + 12 * 60) % (12 * 60);
    if (minutes > 0 && minutes < 6 * 60) return minutes;
  }
  const told = MINUTES.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0];
  return told === undefined ? undefined : Number(told);
}
