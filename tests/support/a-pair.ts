import type { OfficialFacts, PtpRow } from '../../src/core/model/official.ts';
import { EDITIONS } from './a-claim.ts';

/** An NCCI edit without an end. */
export function pairOf(
  column1: string,
  column2: string,
  indicator: PtpRow['indicator'],
  given: Partial<PtpRow> = {},
): PtpRow {
  return { column1, column2, indicator, deletedOn: undefined, ...given };
}

/** The edits, in editions that cover the day of the tests. */
export function editsOf(...pairs: readonly PtpRow[]): Partial<OfficialFacts> {
  return { editions: EDITIONS, pairs };
}
