import { lifeOf } from '../check/code-life.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from './engine-library.ts';

/** A view a day is kept: cases of one year share it. */
const views = new WeakMap<EngineLibrary, Map<string, EngineLibrary>>();
const MOST_VIEWS = 8;

/**
 * The library as it was on a day: a code that has ended, and one that has not begun while its predecessor is known, are
 * not among the codes of their family. A code without a known neighbor in time stays: the rules say that it is not valid.
 */
export function libraryOn(library: EngineLibrary, day: IsoDate): EngineLibrary {
  const known = views.get(library) ?? new Map<string, EngineLibrary>();
  views.set(library, known);
  const made = known.get(day) ?? viewOf(library, day);
  if (known.size >= MOST_VIEWS) known.clear();
  known.set(day, made);
  return made;
}

function viewOf(library: EngineLibrary, day: IsoDate): EngineLibrary {
  const predecessors = predecessorsIn(library);
  const hasPlace = (record: CodeRecord): boolean => {
    const { from, lastDay, successors } = lifeOf(record.code, library);
    if (lastDay !== undefined && lastDay < day) return !successors.some((code) => library.find(code) !== undefined);
    return from === undefined || from <= day || !predecessors.has(record.code);
  };
  const codesOf = new Map([...library.codesOf].map(([family, codes]) => [family, codes.filter(hasPlace)]));
  return Object.create(library, { codesOf: { value: codesOf, enumerable: true } });
}

/** Codes that took the place of one the library has. */
function predecessorsIn({ library }: EngineLibrary): ReadonlySet<string> {
  const known = new Set<string>(library.codes.map(({ code }) => code));
  return new Set([
    ...library.codes
      .filter(({ replaces }) => replaces.some((code) => known.has(code)))
      .map(({ code }) => code as string),
    ...library.codes.flatMap(({ replacedBy }) => replacedBy),
  ]);
}
