import type { IsoDate } from '../../core/model/ids.ts';

/** A row of the fee schedule, as far as a record of the library can be held against it. */
export interface OfficialCode {
  readonly code: string;
  /** The publisher's short words: to know what a code is, never to be copied. */
  readonly words: string;
  readonly status: string;
  readonly globalDays: string;
  readonly bilateral: string;
}

export interface FeeScheduleEdition {
  readonly name: string;
  readonly from: IsoDate;
  readonly codes: ReadonlyMap<string, OfficialCode>;
}

/** What the check compares the library with; every part may be empty. */
export interface OfficialCodes {
  /** Oldest first. */
  readonly feeSchedules: readonly FeeScheduleEdition[];
  /** Add-on -> its primaries. */
  readonly addOns: ReadonlyMap<string, readonly string[]>;
  /** `column1 column2` -> indicator, of the edits in force. */
  readonly pairs: ReadonlyMap<string, string>;
}

/** Statuses of codes that somebody bills: all but what Medicare knows under another code (I), by report elsewhere, or not at all. */
const BILLED = new Set(['A', 'R', 'T', 'C', 'N', 'B', 'J']);

/** CPT codes that an edition of the fee schedule holds as billable, each with the newest edition that has it. */
export function activeCodes({ feeSchedules }: OfficialCodes): ReadonlyMap<string, OfficialCode> {
  const active = new Map<string, OfficialCode>();
  for (const { codes } of feeSchedules) {
    for (const [code, row] of codes) if (/^\d{4}[\dT]$/.test(code) && BILLED.has(row.status)) active.set(code, row);
  }
  return active;
}
