import type { CaseSettings } from '../model/consultation.ts';
import type { VisitTime } from './visit-reading.ts';

interface ProlongedRule {
  readonly code: string;
  /** The minutes at which the first further quarter of an hour is full. */
  readonly from: number;
}

const QUARTER_MINUTES = 15;

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

/** A hint for the coder when the time told goes beyond the highest code; only visits chosen by time may add it. */
export function prolongedHint(
  code: string,
  time: VisitTime | undefined,
  payer: CaseSettings['payer']['value'],
): string | undefined {
  const rule = PROLONGED[code];
  if (rule === undefined || time === undefined || time.minutes < rule.commercial.from) return undefined;
  const own = payer === 'medicare' ? rule.medicare : rule.commercial;
  const other = payer === 'medicare' ? rule.commercial.code : rule.medicare?.code;
  if (own === undefined || time.minutes < own.from) {
    const limit = own === undefined ? 'has no code for it here' : `adds ${own.code} only from ${own.from} minutes`;
    return `Prolonged time: ${time.minutes} minutes told; Medicare ${limit}, ${rule.commercial.code} is not for Medicare.`;
  }
  const units = Math.floor((time.minutes - own.from) / QUARTER_MINUTES) + 1;
  const instead = other === undefined ? '' : `, not ${other}`;
  return `Prolonged time: ${time.minutes} minutes told; ${own.code} x${units} for this payer${instead}, if the visit is chosen by time.`;
}
