import type { DrugUnit } from '../model/code-record.ts';

/** One billing unit as a HCPCS title tells it. */
export interface TitleUnit {
  readonly amount: number;
  readonly unit: DrugUnit;
}

const UNITS: readonly (readonly [RegExp, DrugUnit])[] = [
  [/^(mg|milligram)/, 'mg'],
  [/^(mcg|microgram)/, 'mcg'],
  [/^(g|gram)/, 'g'],
  [/^(ml)/, 'ml'],
  [/^(usp units?|units?|i\.?u)/, 'unit'],
];
const MEASURE =
  /(\d[\d,]*(?:\.\d+)?|\.\d+) ?(million )?(mg|milligrams?|mcg|micrograms?|grams?|g|ml|usp units?|units?)\b/g;

/** `Injection, bevacizumab, 10 mg` -> 10 mg; `..., per square centimeter` -> 1 sq cm; undefined where the title tells none. */
export function unitInTitle(title: string): TitleUnit | undefined {
  const words = title.toLowerCase().replace(/\([^)]*\)\s*$/, '');
  if (/per (square centimeter|sq\.? ?cm)/.test(words)) return { amount: 1, unit: 'sqcm' };
  if (/per (therapeutic )?dose\b/.test(words)) return { amount: 1, unit: 'dose' };
  const last = [...words.matchAll(MEASURE)].at(-1);
  const unit = UNITS.find(([pattern]) => pattern.test(last?.[3] ?? ''))?.[1];
  if (last === undefined || unit === undefined) return undefined;
  return { amount: Number((last[1] ?? '').replaceAll(',', '')) * (last[2] === undefined ? 1 : 1_000_000), unit };
}
