import type { CaseSettings } from '../model/consultation.ts';
import type { VisitTime } from '../model/visit.ts';
import type { VisitCode } from './visit-reading.ts';

interface ProlongedRule {
  readonly code: string;
  /** The minutes at which the first further quarter of an hour is full. */
  readonly from: number;
}

export const QUARTER_MINUTES = 15;

/**
 * Time beyond the highest code of a kind. CPT counts 15 minutes from the least time of that code; Medicare has its own
 * codes and its own first minute (CMS, PFS final rules 2021 and 2023 as corrected).
 */
const PROLONGED: Readonly<Record<string, { readonly commercial: ProlongedRule; readonly medicare?: ProlongedRule }>> = {
  '99205': { commercial: { code: '99417', from: 75 }, medicare: { code: 'G2212', from: 89 } },
  '99215': { commercial: { code: '99417', from: 55 }, medicare: { code: 'G2212', from: 69 } },
  '99245': { commercial: { code: '99417', from: 70 } },
  '99345': { commercial: { code: '99417', from: 90 }, medicare: { code: 'G0318', from: 140 } },
  '99350': { commercial: { code: '99417', from: 75 }, medicare: { code: 'G0318', from: 110 } },
  '99223': { commercial: { code: '99418', from: 90 }, medicare: { code: 'G0316', from: 90 } },
  '99233': { commercial: { code: '99418', from: 65 }, medicare: { code: 'G0316', from: 65 } },
  '99236': { commercial: { code: '99418', from: 100 }, medicare: { code: 'G0316', from: 110 } },
  '99255': { commercial: { code: '99418', from: 95 } },
  '99306': { commercial: { code: '99418', from: 65 }, medicare: { code: 'G0317', from: 95 } },
  '99310': { commercial: { code: '99418', from: 60 }, medicare: { code: 'G0317', from: 85 } },
};

/** Medicare has codes of its own; all others go by CPT. */
export function prolongedRule(code: string, payer: CaseSettings['payer']['value']): ProlongedRule | undefined {
  return PROLONGED[code]?.[payer === 'medicare' ? 'medicare' : 'commercial'];
}

/** The codes that a prolonged code goes beside, each with the minute at which its first quarter is full. */
export function prolongedParents(code: string): readonly { readonly parent: string; readonly from: number }[] {
  return Object.entries(PROLONGED).flatMap(([parent, { commercial, medicare }]) =>
    [commercial, medicare].flatMap((rule) => (rule?.code === code ? [{ parent, from: rule.from }] : [])),
  );
}

/** Quarters of an hour that are full. */
export function quartersFrom(from: number, minutes: number): number {
  return minutes < from ? 0 : Math.floor((minutes - from) / QUARTER_MINUTES) + 1;
}

/** The further quarters of an hour for this payer, where the minutes reach the first of them. */
export function prolongedCode(
  code: string,
  time: VisitTime | undefined,
  payer: CaseSettings['payer']['value'],
): VisitCode | undefined {
  const rule = prolongedRule(code, payer);
  const units = rule === undefined || time === undefined ? 0 : quartersFrom(rule.from, time.minutes);
  return rule === undefined || units === 0 ? undefined : { code: rule.code, units };
}

/** What to tell when the time goes beyond the highest code by CPT and not, or not yet, by Medicare. */
export function prolongedHint(
  code: string,
  time: VisitTime | undefined,
  payer: CaseSettings['payer']['value'],
): string | undefined {
  const rule = PROLONGED[code];
  if (rule === undefined || time === undefined || payer !== 'medicare' || time.minutes < rule.commercial.from)
    return undefined;
  const own = rule.medicare;
  if (own !== undefined && time.minutes >= own.from) return undefined;
  const limit = own === undefined ? 'has no code for it here' : `adds ${own.code} only from ${own.from} minutes`;
  return `Prolonged time: ${time.minutes} minutes told; Medicare ${limit}, ${rule.commercial.code} is not for Medicare.`;
}
