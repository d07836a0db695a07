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

interface NameTable {
  readonly pattern: RegExp;
  readonly drugs: ReadonlyMap<string, readonly DrugRecord[]>;
}

const tables = new WeakMap<EngineLibrary, NameTable>();

/** Drugs named in a stretch of text, the longest name of a place only, of those valid on the day. */
export function drugsIn(text: string, library: EngineLibrary, day: IsoDate): Naming[] {
  const { pattern, drugs } = tableOf(library);
  return [...text.matchAll(pattern)].flatMap((hit) => {
    const drug = drugs.get(keyOf(hit[1] ?? ''))?.find((each) => isValid(each, day));
    const strength = hit[2] === undefined ? undefined : Number(hit[2]);
    return drug === undefined ? [] : [{ drug, start: hit.index, end: hit.index + hit[0].length, strength }];
  });
}

function isValid({ validFrom, validTo }: DrugRecord, day: IsoDate): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}

/** One expression for all names, longest first, so that `Synvisc-One` is not read as `Synvisc`. */
function tableOf(library: EngineLibrary): NameTable {
  const known = tables.get(library);
  if (known !== undefined) return known;
  const named = library.library.drugs.flatMap((drug) => drug.names.map((name) => ({ drug, name })));
  const words = [...new Set(named.map(({ name }) => name))].toSorted((a, b) => b.length - a.length).map(patternOf);
  const drugs = new Map<string, DrugRecord[]>();
  for (const { drug, name } of named) drugs.set(keyOf(name), [...(drugs.get(keyOf(name)) ?? []), drug]);
  const table = { pattern: new RegExp(`(?<![\\w-])(${words.join('|')})(?![a-z])${STRENGTH}`, 'gi'), drugs };
  tables.set(library, table);
  return table;
}

/** `Kenalog-40` and `Kenalog 40`, but not the dose of `Kenalog 40 mg`. */
const STRENGTH = '(?:[- ](10|20|40|80)(?![\\d.%]|\\s?-?(?:mg|mcg|ug|g|gm|u|units?|iu|ml|cc)\\b))?';

function patternOf(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ -]?');
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[ -]/g, '');
}
