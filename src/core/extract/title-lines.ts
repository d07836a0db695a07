import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import type { FamilyMention, Statement } from './note-extract.ts';
import { isPerformed } from './statement-state.ts';

/** Lines at the top of a note without headings among which its title may stand. */
const LEADING = 6;
const LONGEST_TITLE = 160;

/**
 * The statements that are the title. Without a title section the first lines that name a procedure stand in for it,
 * else a short first line.
 */
export function titleStatements(statements: readonly Statement[], library: EngineLibrary): readonly Statement[] {
  const titles = statements.filter(({ section }) => section === 'title');
  if (titles.length > 0) return titles;
  const leading = statements
    .slice(0, LEADING)
    .filter(
      (statement) =>
        (statement.section === 'lead' || statement.section === 'other') &&
        statement.end - statement.start < LONGEST_TITLE &&
        isPerformed(statement),
    );
  const naming = leading.filter(
    ({ normal, start }) => findNames(library.names, termsOf(normal, start, library.lexicon)).length > 0,
  );
  return naming.length > 0 ? naming : leading.filter(({ section }) => section === 'lead').slice(0, 1);
}

/** What a name told by title and diagnosis together keeps of its weight. */
const TOGETHER = 0.85;

/**
 * `Closed reduction` under the diagnosis `both bone forearm fracture`: a title that names an act and no procedure is
 * named by the two together. Words of both must be in the name.
 */
export function namedWithDiagnosis(
  title: Statement,
  statements: readonly Statement[],
  library: EngineLibrary,
): FamilyMention[] {
  if (valuesIn(library.vocabulary, 'action', title.normal).length === 0) return [];
  const own = termsOf(title.normal, title.start, library.lexicon);
  const size = (own.at(-1)?.position ?? -1) + 1;
  const best = new Map<string, FamilyMention>();
  for (const { section, normal, start } of statements) {
    if (section !== 'postop-diagnosis' && section !== 'preop-diagnosis') continue;
    const of = termsOf(normal, start, library.lexicon).map((term) => ({ ...term, position: term.position + size }));
    for (const { positions, ...mention } of findNames(library.names, [...own, ...of])) {
      const isOfBoth = positions.some((at) => at < size) && positions.some((at) => at >= size);
      if (!isOfBoth || best.has(mention.family)) continue;
      best.set(mention.family, { ...mention, score: mention.score * TOGETHER, start: title.start, end: title.end });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 8);
}
