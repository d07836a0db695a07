import type { DrugRecord } from '../model/code-record.ts';
import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** Where a drug is named. */
export interface Naming {
  readonly drug: DrugRecord;
  readonly start: number;
  readonly end: number;
  /** `Kenalog-40`, `Depo-Medrol 80`: milligrams a milliliter, told in the name. */
  readonly strength: number | undefined;
}

interface Name {
  readonly drug: DrugRecord;
  readonly pattern: RegExp;
}

const tables = new WeakMap<EngineLibrary, readonly Name[]>();

/** Drugs named in a stretch of text, the longest name of a place only, of those valid on the day. */
export function drugsIn(text: string, library: EngineLibrary, day: IsoDate): Naming[] {
  const found: Naming[] = [];
  for (const { drug, pattern } of namesOf(library)) {
    if ((drug.validFrom !== undefined && day < drug.validFrom) || (drug.validTo !== undefined && day > drug.validTo))
      continue;
    for (const hit of text.matchAll(pattern)) {
      const [start, end] = [hit.index, hit.index + hit[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ drug, start, end, strength: hit[1] === undefined ? undefined : Number(hit[1]) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Longest names first, so that `Synvisc-One` is not read as `Synvisc`. */
function namesOf(library: EngineLibrary): readonly Name[] {
  const known = tables.get(library);
  if (known !== undefined) return known;
  const names = library.library.drugs
    .flatMap((drug) => drug.names.map((name) => ({ drug, name })))
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ drug, name }) => ({ drug, pattern: patternOf(name) }));
  tables.set(library, names);
  return names;
}

/** `Kenalog-40` and `Kenalog 40`, but not the dose of `Kenalog 40 mg`. */
function patternOf(name: string): RegExp {
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ -]?');
  return new RegExp(
    `(?<![\\w-])${words}(?![a-z])(?:[- ](10|20|40|80)(?![\\d.%]|\\s?-?(?:mg|mcg|ug|g|gm|u|units?|iu|ml|cc)\\b))?`,
    'gi',
  );
}
