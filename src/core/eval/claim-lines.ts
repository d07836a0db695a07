import type { KeyLine, ScoringFacts } from './eval-case.ts';

/** A line ready to compare: equal lines merged, both sides as 50, modifiers that are never scored removed. */
export interface ComparedLine {
  readonly code: string;
  readonly modifiers: ReadonlySet<string>;
  readonly units: number;
}

interface RawLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

/** Payer flags, teaching and assistant flags, and 51 are never scored (CODING.md, section 6). */
const NEVER_SCORED: ReadonlySet<string> = new Set([
  '51',
  'GC',
  'AS',
  'KX',
  'GA',
  'GX',
  'GY',
  'GZ',
  'PT',
  '33',
  'JW',
  'JZ',
]);
const SEPARATE: ReadonlySet<string> = new Set(['XE', 'XS', 'XP', 'XU']);
const PLACE = /^(LT|RT|[EFT][A1-9])$/;

/** Brings one side's lines into the form in which they are compared. */
export function comparable(lines: readonly RawLine[], facts: ScoringFacts): ComparedLine[] {
  return [...Map.groupBy(lines, ({ code }) => code)].map(([code, same]) => mergeLines(code, same, facts));
}

function mergeLines(code: string, lines: readonly RawLine[], facts: ScoringFacts): ComparedLine {
  const all = lines.flatMap(({ modifiers }) => modifiers);
  const isBothSides = all.includes('RT') && all.includes('LT') && lines.length > 1;
  const units = lines.reduce((sum, line) => sum + line.units, 0) - (isBothSides ? 1 : 0);
  const told = isBothSides ? [...all.filter((modifier) => modifier !== 'RT' && modifier !== 'LT'), '50'] : all;
  // A 59 that only tells two lines of one code apart says the same as two units.
  const isRepeat = lines.length > 1 && lines.some(({ modifiers }) => !modifiers.some(isSeparate));
  const scored = told
    .map((modifier) => (SEPARATE.has(modifier) ? '59' : modifier))
    .filter((modifier) => isScored(code, modifier, facts) && !(isRepeat && modifier === '59'));
  return { code, modifiers: new Set(scored), units };
}

function isSeparate(modifier: string): boolean {
  return modifier === '59' || SEPARATE.has(modifier);
}

function isScored(code: string, modifier: string, facts: ScoringFacts): boolean {
  if (NEVER_SCORED.has(modifier)) return false;
  return !PLACE.test(modifier) || bilateralOf(code, facts) === '1';
}

function bilateralOf(code: string, { fees }: ScoringFacts): string | undefined {
  return fees.find((row) => row.code === code && row.modifier === '')?.bilateral;
}

/** True when both tell the same modifiers, the key's optional ones aside. */
export function sameModifiers(key: ComparedLine, given: ComparedLine, optional: ReadonlySet<string>): boolean {
  const of = (line: ComparedLine): string[] => [...line.modifiers].filter((modifier) => !optional.has(modifier)).sort();
  return of(key).join() === of(given).join();
}

/** The key's optional modifiers of a code, an X modifier meaning 59. */
export function optionalModifiers(code: string, key: readonly KeyLine[]): Set<string> {
  const optional = key.filter((line) => line.code === code).flatMap((line) => line.modifiers_optional ?? []);
  return new Set(optional.map((modifier) => (SEPARATE.has(modifier) ? '59' : modifier)));
}

/** The code multiset: a code as often as it has units. */
export function multiset(lines: readonly Pick<ComparedLine, 'code' | 'units'>[]): string[] {
  return lines.flatMap(({ code, units }) => Array.from({ length: Math.min(units, 99) }, () => code)).sort();
}
