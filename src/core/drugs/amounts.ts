import type { DrugUnit } from '../model/code-record.ts';

/** A number with the unit of a drug, where it stands in a stretch of text. */
export interface Amount {
  readonly value: number;
  readonly unit: DrugUnit;
  /** `40 mg/mL`: a strength, not an amount. */
  readonly isStrength: boolean;
  readonly start: number;
  readonly end: number;
}

const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|\\.\\d+)( million)?';
const UNIT =
  'mg|milligrams?|mcg|ug|micrograms?|grams?|gm|g|units?|iu|u|ml|ccs?|milliliters?|sq\\.? ?cm|square centimeters?|cm2|cm²|meq|mci';
const AMOUNT = new RegExp(
  `(?<![\\w.,:/-])${NUMBER}[ -]?(${UNIT})(?![\\w²])(\\s?(?:/|per)\\s?(?:ml|cc|milliliter))?`,
  'gi',
);

const UNITS: readonly (readonly [RegExp, DrugUnit])[] = [
  [/^(mg|milligram)/i, 'mg'],
  [/^(mcg|ug|microgram)/i, 'mcg'],
  [/^(sq|square|cm)/i, 'sqcm'],
  [/^(meq)/i, 'meq'],
  [/^(mci)/i, 'mci'],
  [/^(ml|cc|milliliter)/i, 'ml'],
  [/^(g|gm|gram)/i, 'g'],
  [/^(u|iu|unit)/i, 'unit'],
];

/** Every amount and strength of the text, in order. */
export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].flatMap((hit) => {
    const unit = UNITS.find(([pattern]) => pattern.test(hit[3] ?? ''))?.[1];
    const number = Number((hit[1] ?? '').replaceAll(',', '')) * (hit[2] === undefined ? 1 : 1_000_000);
    return unit === undefined
      ? []
      : [{ value: number, unit, isStrength: hit[4] !== undefined, start: hit.index, end: hit.index + hit[0].length }];
  });
}

const IN_MILLIGRAMS: Readonly<Partial<Record<DrugUnit, number>>> = { g: 1000, mg: 1, mcg: 0.001 };

/** The amount in another unit of the same kind; undefined when they measure different things. */
export function converted(value: number, from: DrugUnit, to: DrugUnit): number | undefined {
  if (from === to) return value;
  const [own, other] = [IN_MILLIGRAMS[from], IN_MILLIGRAMS[to]];
  return own === undefined || other === undefined ? undefined : (value * own) / other;
}
