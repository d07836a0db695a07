import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import type { FamilyMention, Statement } from './note-extract.ts';
import { LIST_ITEM } from './section-end.ts';
import { isPerformed } from './statement-state.ts';

/** Lines at the top of a note without headings among which its title may stand. */
const LEADING = 6;
const LONGEST_TITLE = 160;
/** `Hx bilateral mastectomy`, `EGD shows clot only`: named, and done at another time. */
const EARLIER =
  /^ *(chief complaint|cc|hpi|subjective|reason for (visit|consult\w*))\b|\b(ago|asked (by|to)|called (to|for)|needing|hx|h o|history of|shows?|showed|admitted|presents?|prior|previous\w*|last (week|month|year|night)|never|no (prior|previous)|\d+ ?(yo|y o|y|f|m))\b/;

/**
 * The statements that are the title. Without a title section the first lines that name a procedure stand in for it,
 * else a short first line.
 */
export function titleStatements(
  text: string,
  statements: readonly Statement[],
  library: EngineLibrary,
): readonly Statement[] {
  const titles = statements.filter(({ section }) => section === 'title');
  if (titles.length > 0) return titles;
  const first = statements.slice(0, LEADING);
  // What stands before it in its paragraph is no part of it: `Lac repairs, scalp. Prior craniotomy.`
  const earlier = first.filter(isEarlier);
  const leading = first.filter(
    (statement) =>
      (statement.section === 'lead' || statement.section === 'other') &&
      statement.end - statement.start < LONGEST_TITLE &&
      isPerformed(statement) &&
      (statement.index === 0 || !isInStory(statement, statements, text)) &&
      !earlier.some(({ paragraph, index }) => paragraph === statement.paragraph && index <= statement.index),
  );
  const naming = leading.filter(
    ({ normal, start }) => findNames(library.names, termsOf(normal, start, library.lexicon)).length > 0,
  );
  if (naming.length === 0) return leading.filter(({ section }) => section === 'lead').slice(0, 1);
  const [top] = naming;
  const isList = top !== undefined && isListItem(top, text);
  return naming.filter(
    (line) => line.paragraph === top?.paragraph || line.section === 'other' || (isList && isListItem(line, text)),
  );
}

/** What is told beside it is as early: `41 F, bleeding. Sonogram: fibroid.` */
function isEarlier({ normal }: Statement): boolean {
  return EARLIER.test(normal.replace(/ +/g, ' '));
}

/** So many sentences in one line are no title any more. */
const STORY_LINE = 3;

/** `EUA uterus 12 wk. V-care. Five ports.`: a line of several sentences is the story. */
function isInStory({ start, end }: Statement, statements: readonly Statement[], text: string): boolean {
  const from = text.lastIndexOf('\n', start) + 1;
  const to = text.indexOf('\n', end);
  const inLine = statements.filter((one) => one.start >= from && (to < 0 || one.start < to));
  return inLine.length >= STORY_LINE;
}

function isListItem({ start, end }: Statement, text: string): boolean {
  return LIST_ITEM.test(text.slice(start, end));
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
    for (const { positions, isAmbiguous: _, ...mention } of findNames(library.names, [...own, ...of])) {
      const isOfBoth = positions.some((at) => at < size) && positions.some((at) => at >= size);
      if (!isOfBoth || best.has(mention.family)) continue;
      best.set(mention.family, { ...mention, score: mention.score * TOGETHER, start: title.start, end: title.end });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 8);
}
