import type { CodeRecord } from '../model/code-record.ts';
import { holdsTerm } from '../retrieve/bm25.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { FamilyScore } from '../retrieve/rank-families.ts';
import { stemsOf } from '../retrieve/terms.ts';
import { affirmed, isSide, isSilent, type Query } from './query.ts';

/** A name of which the query gives only a part counts so much less than one that stands in it whole. */
const PART = 0.9;
/** How fast a name loses by the words that the query lacks. */
const LOSS = 1.5;
/** A word that only the description holds, not the title or a name. */
const DESCRIBED = 0.5;

/** What a word of the query costs, by rarity, that neither the family nor its codes know. */
const UNKNOWN_WORD = 0.5;

/**
 * A family of whose names the query gives most words, but not all, counts as nearly named; words of the query that it does
 * not know speak against it. `mentioned` is the score of the name that stands whole in the query.
 */
export function withNearName(scored: FamilyScore, mentioned: number, query: Query, engine: EngineLibrary): FamilyScore {
  let best = { weight: 0, code: undefined as string | undefined, isWhole: false };
  for (const { stems, code, isAmbiguous } of engine.names.byFamily.get(scored.family.family) ?? []) {
    const [held, full] = weigh(stems, query.terms, engine.names.weight);
    const weight = full === 0 ? 0 : held * (held / full) ** LOSS * (isAmbiguous ? 0.85 : 1);
    if (weight > best.weight || (weight === best.weight && code !== undefined)) {
      best = { weight, code, isWhole: held === full };
    }
  }
  return {
    ...scored,
    score:
      scored.score +
      Math.max(0, best.weight * PART - mentioned) -
      UNKNOWN_WORD * unknownWeight(scored.family.family, query, engine),
    namedCode: best.isWhole ? (scored.namedCode ?? best.code) : scored.namedCode,
  };
}

function unknownWeight(family: string, { words }: Query, { codesOf, documentOf, index }: EngineLibrary): number {
  const documents = (codesOf.get(family) ?? []).flatMap(({ code }) => documentOf.get(code) ?? []);
  const isKnown = (term: string): boolean => documents.some((id) => holdsTerm(index, term, id));
  return words
    .filter(({ terms }) => !terms.some((term) => /^\d/.test(term) || isSide(term) || isKnown(term)))
    .reduce((sum, { weight }) => sum + weight, 0);
}

function weigh(
  stems: readonly string[],
  terms: ReadonlyMap<string, number>,
  weight: (term: string) => number,
): readonly [held: number, full: number] {
  let [held, full] = [0, 0];
  for (const term of stems) {
    full += weight(term);
    held += weight(term) * (terms.get(term) ?? 0);
  }
  return [held, full];
}

interface OwnWords {
  readonly named: ReadonlySet<string>;
  readonly described: ReadonlySet<string>;
}

const known = new WeakMap<CodeRecord, OwnWords>();

function wordsOf(code: CodeRecord): OwnWords {
  const words = known.get(code) ?? {
    named: new Set(
      [code.title, ...code.aliases.map(({ text }) => text), ...Object.values(code.cell).flat()].flatMap(stemsOf),
    ),
    described: new Set(stemsOf(affirmed(code.says))),
  };
  known.set(code, words);
  return words;
}

/** The words of the family's names that stand whole in the query: they tell none of its codes from another. */
export function namingWords(family: string, { terms }: Query, { names }: EngineLibrary): ReadonlySet<string> {
  const whole = (names.byFamily.get(family) ?? []).filter(
    ({ stems, code }) => code === undefined && stems.every((term) => terms.has(term)),
  );
  return new Set(whole.flatMap(({ stems }) => stems));
}

/** The weight of the query's words that the code's own texts hold, by rarity. Numbers are read by the axes. */
export function sharedWeight(
  code: CodeRecord,
  { terms, denied }: Query,
  naming: ReadonlySet<string>,
  { index }: EngineLibrary,
): number {
  const { named, described } = wordsOf(code);
  let sum = 0;
  for (const [term, weight] of terms) {
    if (isSilent(term) || isSide(term) || naming.has(term) || denied.has(term) || /^\d/.test(term)) continue;
    const share = named.has(term) ? 1 : described.has(term) ? DESCRIBED : 0;
    sum += share * weight * (index.idf.get(term) ?? 0);
  }
  return sum;
}
