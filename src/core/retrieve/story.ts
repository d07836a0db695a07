import type { Statement } from '../extract/note-extract.ts';
import type { FamilyRecord } from '../model/code-record.ts';
import { scoreBm25 } from './bm25.ts';
import { type EngineLibrary, queryTerms } from './engine-library.ts';
import { termsOf } from './terms.ts';

/** A family whose words the story as a whole uses. */
export interface StoryFamily {
  readonly family: FamilyRecord;
  readonly score: number;
}

/** A word said often says little more than said twice. */
const SATURATION = 1.5;
const MOST_FAMILIES = 12;

const known = new WeakMap<readonly Statement[], readonly StoryFamily[]>();

/**
 * Families by the words of the whole story, best first: what was done stands in many statements, of which none may name
 * it. The score of a family is that of its best code. Remembered with the list of statements.
 */
export function storyFamilies(performed: readonly Statement[], library: EngineLibrary): readonly StoryFamily[] {
  const found = known.get(performed) ?? rank(performed, library);
  known.set(performed, found);
  return found;
}

function rank(performed: readonly Statement[], library: EngineLibrary): StoryFamily[] {
  const { families } = library.library;
  const best = new Float64Array(families.length);
  for (const [id, score] of scoreBm25(library.index, storyTerms(performed, library))) {
    const place = library.storyFamilyOf[id] ?? -1;
    if (place >= 0 && score > (best[place] ?? 0)) best[place] = score;
  }
  const least = best.toSorted().at(-MOST_FAMILIES) ?? 0;
  return families
    .flatMap((family, place) => {
      const score = best[place] ?? 0;
      return score > 0 && score >= least ? [{ family, score }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_FAMILIES);
}

function storyTerms(performed: readonly Statement[], library: EngineLibrary): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { normal } of performed) {
    for (const { term } of termsOf(normal, 0, library.lexicon)) terms.set(term, (terms.get(term) ?? 0) + 1);
  }
  return new Map([...terms].map(([term, count]) => [term, (count * (1 + SATURATION)) / (count + SATURATION)]));
}

/** The statement that has most words of a family: where the story tells it. */
export function statementOf(
  { family }: StoryFamily,
  performed: readonly Statement[],
  library: EngineLibrary,
): Statement | undefined {
  const { codes } = library.library;
  let best: { readonly statement: Statement; readonly score: number } | undefined;
  for (const statement of performed) {
    for (const [id, score] of scoreBm25(library.index, queryTerms(library, statement.normal))) {
      if (codes[id]?.family === family.family && score > (best?.score ?? 0)) best = { statement, score };
    }
  }
  return best?.statement;
}

/** A story has many words; this many rare ones of one family are no accident. */
const LEAST_RARE_WORDS = 5;

/** Whether the story has enough words of the family to say anything. */
export function isTelling({ score }: StoryFamily, { names }: EngineLibrary): boolean {
  return score >= LEAST_RARE_WORDS * names.rarest;
}

/** Pictures and tests go along with an operation; a story is of the operation. */
export function isOperation({ family }: Pick<StoryFamily, 'family'>, { codesOf }: EngineLibrary): boolean {
  return (
    codesOf.get(family.family)?.some(({ code, role }) => role === 'primary' && /^([1-6]|9[23])/.test(code)) === true
  );
}
