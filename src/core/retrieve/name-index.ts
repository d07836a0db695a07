import type { FamilyMention } from '../extract/note-extract.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { Alias, CodeLibrary } from '../model/code-record.ts';
import { stemsOf, type Term } from './terms.ts';

/** Names of families and aliases of codes, found in text as bags of stems that stand close together. */
export interface NameIndex {
  /** Family -> its names, for asking whether a whole title gives one. */
  readonly byFamily: ReadonlyMap<string, readonly IndexedName[]>;
  /** Rarest stem of a name -> names. */
  readonly byKey: ReadonlyMap<string, readonly IndexedName[]>;
  readonly weight: (term: string) => number;
  /** The weight of a word that only one family uses. */
  readonly rarest: number;
}

export interface IndexedName {
  readonly family: string;
  readonly code: string | undefined;
  readonly stems: readonly string[];
  readonly isAmbiguous: boolean;
  readonly isWeightless: boolean;
}

/** Something that has names: a family, one of its codes, or a diagnosis (which is its own family). */
export interface Named {
  readonly family: string;
  readonly code: string | undefined;
  readonly text: string;
  readonly isAmbiguous: boolean;
  /** Its words make no word commoner: the section's own word in the name of an unlisted code. */
  readonly isWeightless?: boolean;
}

/** The section of the library that holds codes for what has no code of its own. */
export const UNLISTED_SECTION = 'unlisted';

/** The names of every family and the aliases of every code. */
export function procedureNames(library: Pick<CodeLibrary, 'families' | 'codes'>): Named[] {
  const unlisted = new Set(
    library.families.filter(({ section }) => section === UNLISTED_SECTION).map(({ family }) => family),
  );
  const named = (alias: Alias, family: string, code: string | undefined): Named => ({
    family,
    code,
    text: alias.text,
    isAmbiguous: alias.ambiguousWith.length > 0,
    isWeightless: unlisted.has(family),
  });
  return [
    ...library.families.flatMap(({ family, names }) => names.map((name) => named(name, family, undefined))),
    ...library.codes.flatMap(({ family, code, aliases }) => aliases.map((alias) => named(alias, family, code))),
  ];
}

/** The title and the words of every diagnosis. */
export function diagnosisNames(records: readonly DiagnosisRecord[]): Named[] {
  return records.flatMap(({ code, title, terms }) =>
    [title, ...terms].map((text) => ({ family: code, code, text, isAmbiguous: false })),
  );
}

/** What a word of one family weighs, however many families there are: thresholds are told in such words. */
const RAREST = 7.6;

export function buildNameIndex(things: readonly Named[]): NameIndex {
  const names: IndexedName[] = things.flatMap(({ family, code, text, isAmbiguous, isWeightless = false }) => {
    const stems = [...new Set(stemsOf(text))];
    return stems.join('').length > 1 ? [{ family, code, stems, isAmbiguous, isWeightless }] : [];
  });
  const weighed = names.filter(({ isWeightless }) => !isWeightless);
  const familiesWith = new Map<string, Set<string>>();
  for (const name of weighed) {
    for (const term of name.stems) familiesWith.set(term, (familiesWith.get(term) ?? new Set()).add(name.family));
  }
  const families = Math.max(2, new Set(weighed.map(({ family }) => family)).size);
  const scale = RAREST / Math.log(1 + families);
  const weights = new Map(
    [...familiesWith].map(([term, having]) => [term, scale * Math.log(1 + families / having.size)]),
  );
  const weight = (term: string): number => weights.get(term) ?? 0;
  const byKey = new Map<string, IndexedName[]>();
  for (const name of names) {
    const [key = ''] = name.stems.toSorted((a, b) => weight(b) - weight(a));
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [name]);
    else list.push(name);
  }
  const byFamily = Map.groupBy(names, ({ family }) => family);
  return { byFamily, byKey, weight, rarest: RAREST };
}

/** Words between the words of a name that still leave it one name. */
const SLACK = 5;

/** Every name found in the terms of one statement, strongest first; `start` and `end` are places in the text. */
export function findNames(index: NameIndex, terms: readonly Term[]): Found[] {
  const byTerm = Map.groupBy(terms, ({ term }) => term);
  const found: Found[] = [];
  for (const [term, places] of byTerm) {
    for (const name of index.byKey.get(term) ?? []) {
      if (!name.stems.every((part) => byTerm.has(part))) continue;
      for (const place of places) {
        const parts = nearest(name.stems, place, byTerm);
        if (parts === undefined) continue;
        const full = name.stems.reduce((sum, part) => sum + index.weight(part), 0);
        const score =
          full * (1 - looseness(parts)) * (name.isAmbiguous ? 0.85 : 1) * (name.code === undefined ? 1 : 1.05);
        found.push({
          family: name.family,
          code: name.code,
          score,
          start: Math.min(...parts.map(({ start }) => start)),
          end: Math.max(...parts.map(({ end }) => end)),
          positions: parts.map(({ position }) => position),
          isAmbiguous: name.isAmbiguous,
        });
      }
    }
  }
  return withoutReach(found).sort((a, b) => b.score - a.score || a.start - b.start);
}

/** A mention with the places of its words; an ambiguous one may mean another family by the same words. */
export type Found = FamilyMention & { readonly positions: readonly number[]; readonly isAmbiguous: boolean };

/** What a name keeps that was read over a word of another procedure. */
const REACHING = 0.6;
/** The other procedure is named at least so strongly, compared with the one that reaches over it. */
const LEAST_BETWEEN = 0.5;

/**
 * A name read across another one's own word is weak: `laparoscopic cholecystectomy with lysis of adhesions` is not the
 * laparoscopy with lysis of adhesions.
 */
function withoutReach(found: readonly Found[]): Found[] {
  return found.map((mention) => {
    const first = Math.min(...mention.positions);
    const last = Math.max(...mention.positions);
    if (last - first < mention.positions.length) return mention;
    const isOver = found.some(
      (other) =>
        other.family !== mention.family &&
        other.score >= mention.score * LEAST_BETWEEN &&
        other.positions.some((at) => at > first && at < last && !mention.positions.includes(at)),
    );
    return isOver ? { ...mention, score: mention.score * REACHING } : mention;
  });
}

function nearest(
  stems: readonly string[],
  from: Term,
  byTerm: ReadonlyMap<string, readonly Term[]>,
): Term[] | undefined {
  const limit = stems.length + SLACK;
  const parts: Term[] = [];
  for (const part of stems) {
    let best: Term | undefined;
    // Equally near before and after: `biopsy and colonoscopy with biopsy` is read in the order of the name.
    const isAfter = stems.indexOf(part) > stems.indexOf(from.term);
    for (const place of byTerm.get(part) ?? []) {
      const gained = best === undefined ? 1 : distance(best, from) - distance(place, from);
      if (gained > 0 || (gained === 0 && isAfter)) best = place;
    }
    if (best === undefined || Math.abs(best.position - from.position) > limit) return undefined;
    parts.push(best);
  }
  return parts;
}

function distance(one: Term, other: Term): number {
  return Math.abs(one.position - other.position);
}

/** How far the found words are from the name as written: words between them, words in another order. */
function looseness(parts: readonly Term[]): number {
  const positions = parts.map(({ position }) => position);
  const gaps = Math.max(...positions) - Math.min(...positions) - (parts.length - 1);
  const turned = positions.filter((position, at) => position < (positions[at - 1] ?? 0)).length;
  return Math.min(0.6, 0.06 * Math.max(0, gaps) + 0.05 * turned);
}

/**
 * The weightiest name of a family all of whose words stand somewhere in a title, whatever stands between; `holding`
 * are words that the name must have.
 */
export function nameAcross(
  index: NameIndex,
  family: string,
  stems: ReadonlySet<string>,
  holding: readonly string[] = [],
): { readonly weight: number; readonly code: string | undefined } | undefined {
  let best: { weight: number; code: string | undefined } | undefined;
  for (const name of index.byFamily.get(family) ?? []) {
    if (!name.stems.every((part) => stems.has(part)) || !holding.every((part) => name.stems.includes(part))) continue;
    const weight = name.stems.reduce((sum, part) => sum + index.weight(part), 0);
    if (best === undefined || weight > best.weight) best = { weight, code: name.code };
  }
  return best;
}
