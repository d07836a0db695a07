import type { Axis, FamilyRecord } from '../model/code-record.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { stemsOf } from '../retrieve/terms.ts';
import { isSilent, type Query } from './query.ts';

/** A reading of an axis, by the note's rules or by the single words of a query. */
export interface Guess extends AxisReading {
  readonly isGuessed: boolean;
}

/** A share of words that says so little tells no value. */
const LEAST = 1.4;
/** A word of the value's own name tells it, however common it is. */
const OF_ITS_NAME = 2;

/**
 * An axis that no cue of it tells, read by single words: a query says `with ultrasound` where a note says that the needle
 * was led under ultrasound. Only where one value shares more with the query than every other one.
 */
export function guess(
  reading: AxisReading,
  family: FamilyRecord,
  query: Query,
  naming: ReadonlySet<string>,
  { index }: EngineLibrary,
): Guess {
  const axis = family.axes[reading.axis];
  if (reading.how === 'told' || axis === undefined) return { ...reading, isGuessed: false };
  const isTold = (word: string): boolean => query.terms.has(word) && !query.denied.has(word);
  const isHeld = (word: string): boolean => isTold(word) && !naming.has(word);
  const rarity = (word: string): number => index.idf.get(word) ?? 0;
  let [best, next]: [{ value: string; weight: number }, number] = [{ value: '', weight: 0 }, 0];
  for (const [value, [name = [], ...cues]] of phrasesOf(axis)) {
    const named = heldShare(name, isTold, (word) => Math.max(OF_ITS_NAME, rarity(word)));
    const weight = Math.max(named, ...cues.map((cue) => heldShare(cue, isHeld, rarity)));
    if (weight > best.weight) [best, next] = [{ value, weight }, best.weight];
    else next = Math.max(next, weight);
  }
  return best.weight >= LEAST && best.weight > next
    ? { ...reading, value: best.value, isGuessed: true }
    : { ...reading, isGuessed: false };
}

/** The weight of the words of a phrase that the query gives, less by the share that it lacks. */
function heldShare(
  phrase: readonly string[],
  isHeld: (word: string) => boolean,
  weight: (word: string) => number,
): number {
  const held = phrase.filter((word) => isHeld(word) && !isSilent(word));
  return held.reduce((sum, word) => sum + weight(word), 0) * (held.length / Math.max(1, phrase.length));
}

const known = new WeakMap<Axis, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The words of each value: of its name, then of each cue. */
function phrasesOf(axis: Axis): ReadonlyMap<string, readonly (readonly string[])[]> {
  const values: readonly { readonly value: string; readonly cues?: readonly string[] }[] =
    axis.kind === 'cue' ? axis.values : axis.bands;
  const phrases =
    known.get(axis) ?? new Map(values.map(({ value, cues = [] }) => [value, [value, ...cues].map(stemsOf)] as const));
  known.set(axis, phrases);
  return phrases;
}
