import type { DrugRecord } from '../model/code-record.ts';
import type { Dose } from './read-doses.ts';

/** Tolerance of sums of decimals. */
const EPSILON = 1e-6;

/** Units of the amount given: every begun unit counts (Medicare Claims Processing Manual, chapter 17, section 10). */
export function unitsGiven({ amount }: Pick<DrugRecord, 'amount'>, given: number): number {
  return Math.max(1, Math.ceil(given / amount - EPSILON));
}

/**
 * Whole units thrown away from a single-dose container: what is left inside the rounded unit of the dose is paid already
 * (Medicare Claims Processing Manual, chapter 17, section 40).
 */
export function unitsWasted({ amount }: Pick<DrugRecord, 'amount'>, given: number, wasted: number): number {
  const whole = Math.floor((given + wasted) / amount + EPSILON);
  return Math.max(0, whole - unitsGiven({ amount }, given));
}

/**
 * What becomes of the rest: whole units thrown away, none, none ever (a multi-dose container), not told, or not even the
 * kind of container told.
 */
export type Waste = 'some' | 'none' | 'never' | 'untold' | 'container untold';

export function wasteOf({ drug, given, wasted, isNothingWasted, container }: Dose): Waste {
  const packed = container ?? drug.container;
  if (packed === 'multiple') return 'never';
  if (given !== undefined && wasted !== undefined) return unitsWasted(drug, given, wasted) > 0 ? 'some' : 'none';
  if (isNothingWasted || drug.unit === 'dose') return 'none';
  return packed === 'either' ? 'container untold' : 'untold';
}
