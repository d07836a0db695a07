import type { IsoDate } from '../model/ids.ts';
import type { OfficialFacts, PtpRow } from '../model/official.ts';
import { sourceOn } from './source.ts';

/** `denied` never together; `modifier` only with an NCCI-associated modifier; `ended`, `void` no edit on that day. */
export type PairVerdict = 'denied' | 'modifier' | 'ended' | 'void';

/** What an edit says on a day: indicator 9 was never in force, the last day still counts. */
export function verdictOn({ indicator, deletedOn }: PtpRow, day: IsoDate): PairVerdict {
  if (indicator === '9') return 'void';
  if (deletedOn !== undefined && deletedOn < day) return 'ended';
  return indicator === '0' ? 'denied' : 'modifier';
}

export function isActive(row: PtpRow, day: IsoDate): boolean {
  const verdict = verdictOn(row, day);
  return hasBegun(row, day) && (verdict === 'denied' || verdict === 'modifier');
}

/** A pair that was reinstated stands several times: the row in force on the day counts, else the last one. */
export function pairsOn(rows: readonly PtpRow[], day: IsoDate): PtpRow[] {
  const best = new Map<string, PtpRow>();
  for (const row of rows) {
    if (!hasBegun(row, day)) continue;
    const key = `${row.column1} ${row.column2}`;
    const known = best.get(key);
    if (known === undefined || weight(row, day) > weight(known, day)) best.set(key, row);
  }
  return [...best.values()];
}

/** The edits in force among these codes: a case brings the pairs of all its candidates, a claim has few of them. */
export function activePairs(codes: Iterable<string>, { pairs }: OfficialFacts, day: IsoDate): PtpRow[] {
  const billed = new Set(codes);
  const both = pairs.filter(({ column1, column2 }) => billed.has(column1) && billed.has(column2));
  return pairsOn(both, day).filter((row) => isActive(row, day));
}

/** Codes that an edition of another time never names: they may be younger, so their pairs were not checked. */
export function youngCodes(codes: Iterable<string>, official: OfficialFacts, day: IsoDate): string[] {
  if (sourceOn('ptp', official, day).state !== 'nearest-edition') return [];
  return [...new Set(codes)].filter((code) => official.unpaired?.includes(code) === true);
}

/** How many pairs a number of codes makes. */
export function pairsAmong(codes: number): number {
  return (codes * (codes - 1)) / 2;
}

function hasBegun({ effectiveOn }: PtpRow, day: IsoDate): boolean {
  return effectiveOn === undefined || effectiveOn <= day;
}

function weight(row: PtpRow, day: IsoDate): string {
  return `${isActive(row, day) ? '1' : '0'}${row.deletedOn ?? '9999-12-31'}`;
}
