import { findCue, hasCue } from '../extract/cue.ts';
import type { Predicate, VocabularyValue } from '../model/code-record.ts';

/** The global facets, by name; `within` makes `common bile duct` satisfy `biliary`. */
export interface Vocabulary {
  readonly byFacet: ReadonlyMap<string, readonly VocabularyValue[]>;
  /** facet -> value -> itself and every value that lies within it. */
  readonly covers: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

export function buildVocabulary(values: readonly VocabularyValue[]): Vocabulary {
  const byFacet = new Map<string, VocabularyValue[]>();
  for (const value of mergeCues(values)) byFacet.set(value.facet, [...(byFacet.get(value.facet) ?? []), value]);
  const covers = new Map<string, Map<string, Set<string>>>();
  for (const [facet, list] of byFacet) {
    const inside = new Map<string, Set<string>>();
    for (const { value } of list) {
      for (const wider of widerThan(value, list)) inside.set(wider, (inside.get(wider) ?? new Set()).add(value));
    }
    covers.set(facet, inside);
  }
  return { byFacet, covers };
}

/** Several files may tell words for one value. */
function mergeCues(values: readonly VocabularyValue[]): VocabularyValue[] {
  const merged = new Map<string, VocabularyValue>();
  for (const value of values) {
    const key = `${value.facet}=${value.value}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? value
        : { ...known, cues: [...known.cues, ...value.cues], within: known.within ?? value.within },
    );
  }
  return [...merged.values()];
}

function widerThan(value: string, list: readonly VocabularyValue[]): string[] {
  const chain = [value];
  for (let at = list.find((entry) => entry.value === value)?.within; at !== undefined && !chain.includes(at); ) {
    chain.push(at);
    at = list.find((entry) => entry.value === at)?.within;
  }
  return chain;
}

/** Values of one facet that the text tells. */
export function valuesIn(vocabulary: Vocabulary, facet: string, normal: string): string[] {
  return (vocabulary.byFacet.get(facet) ?? []).filter(({ cues }) => hasCue(cues, normal)).map(({ value }) => value);
}

/** True when the text tells one of the predicate's values or a narrower one. */
export function tells(vocabulary: Vocabulary, predicate: Predicate, normal: string): boolean {
  return cuesFor(vocabulary, predicate).some((cue) => findCue(cue, normal) !== undefined);
}

function cuesFor(vocabulary: Vocabulary, predicate: Predicate): string[] {
  const covers = vocabulary.covers.get(predicate.facet);
  const wanted = new Set(predicate.values.flatMap((value) => [value, ...(covers?.get(value) ?? [])]));
  return (vocabulary.byFacet.get(predicate.facet) ?? [])
    .filter(({ value }) => wanted.has(value))
    .flatMap(({ cues }) => cues);
}

/** `satisfied` told; `conflict` only other values of the facet are told; `silent` nothing is. */
export type PredicateState = 'satisfied' | 'conflict' | 'silent';

/** Exclusive facets: another value told in the same words speaks against. */
const EXCLUSIVE = new Set(['approach']);

export function judge(vocabulary: Vocabulary, predicate: Predicate, normal: string): PredicateState {
  if (tells(vocabulary, predicate, normal)) return 'satisfied';
  if (!EXCLUSIVE.has(predicate.facet)) return 'silent';
  return valuesIn(vocabulary, predicate.facet, normal).length > 0 ? 'conflict' : 'silent';
}
