import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { RETIRED } from './retired-codes.ts';

/** The days on which a code may be billed, as far as our library knows, and what took its place. */
export interface CodeLife {
  readonly from: IsoDate | undefined;
  readonly lastDay: string | undefined;
  readonly successors: readonly string[];
}

export function lifeOf(code: string, library: EngineLibrary): CodeLife {
  const record = library.find(code);
  if (record === undefined) {
    const known = RETIRED.get(code);
    return { from: undefined, lastDay: known?.lastDay, successors: known?.successors ?? [] };
  }
  const family = library.families.get(record.family);
  const lastDay = record.validTo ?? family?.validTo;
  return { from: record.validFrom ?? family?.validFrom, lastDay, successors: successorsOf(code, library) };
}

/** Why the code may not be billed on a day: not yet begun, or ended, with its successors. */
export function faultOn({ from, lastDay, successors }: CodeLife, day: IsoDate): string | undefined {
  if (from !== undefined && day < from) return `valid from ${from} only`;
  if (lastDay === undefined || day <= lastDay) return undefined;
  return `ended ${lastDay}${successors.length === 0 ? '' : `; see ${successors.join(', ')}`}`;
}

function successorsOf(code: string, library: EngineLibrary): readonly string[] {
  const told = library.find(code)?.replacedBy ?? [];
  if (told.length > 0) return told;
  return library.library.codes.filter(({ replaces }) => replaces.includes(code)).map((next) => next.code);
}
