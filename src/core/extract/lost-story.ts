import type { Section, SectionKind } from './note-extract.ts';
import { LIST_ITEM } from './section-end.ts';

const TELLING: ReadonlySet<SectionKind> = new Set(['body', 'other', 'findings', 'lead']);
/** Headings under which one paragraph is usual, and a story is not. */
const OF_ONE_PARAGRAPH: ReadonlySet<SectionKind> = new Set([
  'history',
  'title',
  'preop-diagnosis',
  'postop-diagnosis',
  'anesthesia',
]);
/** Of a note that tells anything at least so much is told under headings of a story, or under none. */
const LEAST_TOLD = 0.25;
/** So much below a heading's own paragraph is more than a second thought. */
const SHORTEST_STORY = 120;

/**
 * `Reason: anemia`, a blank line, and then what was done without a heading of its own: where a note would tell nothing
 * otherwise, its story starts below the first paragraph of the longest section.
 */
export function withLostStory(sections: readonly Section[], text: string): Section[] {
  const lengthOf = ({ start, end }: Section): number => text.slice(start, end).trim().length;
  const total = sections.reduce((sum, section) => sum + lengthOf(section), 0);
  const told = sections.filter(({ kind }) => TELLING.has(kind)).reduce((sum, section) => sum + lengthOf(section), 0);
  if (told >= total * LEAST_TOLD) return [...sections];
  const [longest] = sections.filter(({ kind }) => OF_ONE_PARAGRAPH.has(kind)).sort((a, b) => lengthOf(b) - lengthOf(a));
  if (longest === undefined) return [...sections];
  const own = text.slice(longest.start, longest.end);
  const gap = /\n[ \t]*\n/.exec(own.trimStart());
  if (gap === null) return [...sections];
  const start = longest.start + (own.length - own.trimStart().length) + gap.index + gap[0].length;
  const story = text.slice(start, longest.end);
  if (story.trim().length < SHORTEST_STORY || LIST_ITEM.test(story)) return [...sections];
  return sections.flatMap((section) =>
    section === longest
      ? [
          { ...section, end: start },
          { kind: 'body', heading: '', start, end: section.end },
        ]
      : [section],
  );
}
