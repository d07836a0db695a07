import type { IsoDate } from '../model/ids.ts';
import type { OfficialFacts } from '../model/official.ts';
import { type Source, sourceOn } from './source.ts';

/** Whether the official lists hold a code: the fee schedule those of CPT, HCPCS and the fee schedule those of Level II. */
export interface Listing {
  /** Of the edition that decided. */
  readonly source: Source;
  /** Why it may not be billed on the day; undefined for a code that stands there. */
  readonly fault: string | undefined;
}

const LEVEL_TWO = /^[A-V]\d{4}$/;

/** Undefined when no list of its kind is loaded. An edition of the day itself speaks before one that is only near. */
export function listingOf(code: string, official: OfficialFacts, day: IsoDate): Listing | undefined {
  const hcpcs = sourceOn('hcpcs', official, day);
  const row = official.levelTwo?.find((one) => one.code === code);
  if (row?.terminatedOn !== undefined && row.terminatedOn < day)
    return { source: hcpcs, fault: `ended ${row.terminatedOn}` };
  const pfs = sourceOn('pfs', official, day);
  if (official.fees.some((fee) => fee.code === code)) return { source: pfs, fault: undefined };
  if (row !== undefined) return { source: hcpcs, fault: undefined };
  const isOnlyHcpcs = LEVEL_TWO.test(code) && (pfs.state === 'not-checked' || hcpcs.state === 'checked');
  const source = isOnlyHcpcs ? hcpcs : pfs;
  if (source.state === 'not-checked') return undefined;
  return { source, fault: `not in ${source.edition}: deleted, not yet valid, or mistyped` };
}
