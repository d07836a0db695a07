import type { CodeLibrary } from '../model/code-record.ts';
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

function successorsOf(code: string, { find, library }: EngineLibrary): readonly string[] {
  const told = find(code)?.replacedBy ?? [];
  return told.length > 0 ? told : (replacersIn(library).get(code) ?? []);
}

/** Code -> the codes that say they replace it; read once for a library. */
const replacers = new WeakMap<CodeLibrary, ReadonlyMap<string, readonly string[]>>();

function replacersIn(library: CodeLibrary): ReadonlyMap<string, readonly string[]> {
  const known = replacers.get(library);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { code, replaces } of library.codes) {
    for (const old of replaces) made.set(old, [...(made.get(old) ?? []), code]);
  }
  replacers.set(library, made);
  return made;
}
