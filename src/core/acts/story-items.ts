import type { NoteExtract, SectionKind, Statement } from '../extract/note-extract.ts';
import { sidesOf } from '../extract/targets.ts';

/** A statement of the story in plain reading words: lower case, single blanks. */
export interface StoryLine {
  readonly statement: Statement;
  readonly words: string;
  /** As written. */
  readonly raw: string;
}

/** A part of the body that items are headed by: `SFA: ...`, `2. R vert, ...`, `LCx: ...`. */
export interface Place<Name extends string> {
  readonly name: Name;
  readonly words: string;
  /**
   * Abbreviations that are common words in lower case: they count as written, before a colon, a comma or what was done
   * (`PT: ...`, `The AT was crossed`).
   */
  readonly capitals?: string;
}

/** What a story tells under the head of one place, in one paragraph. */
export interface StoryItem<Name extends string> {
  readonly place: Name;
  readonly side: 'left' | 'right' | undefined;
  readonly lines: readonly StoryLine[];
}

const STORY: ReadonlySet<SectionKind> = new Set(['lead', 'body', 'findings', 'other']);

/** The statements in which a story may tell acts, whatever became of these. */
export function storyLines({ statements, text }: NoteExtract): StoryLine[] {
  return statements
    .filter(
      ({ section, state, performer }) =>
        STORY.has(section) && state !== 'historical' && state !== 'planned' && performer === 'author',
    )
    .map((statement) => ({
      statement,
      words: statement.normal.replace(/ +/g, ' ').trim(),
      raw: text.slice(statement.start, statement.end),
    }));
}

/** What may stand before the place at the head of an item: its mark, an article, the number of the treatment, a part. */
const BEFORE =
  '(?:(?:\\d{1,2}|[a-h]|pci|the|next|then|vessel|lesion|left|right|l|r|lt|rt|mid|prox|proximal|distal|ostial) ){0,4}';

/**
 * The items of a story: a statement that begins with a place opens one, and what follows in its paragraph belongs to it
 * until the next head.
 */
export function itemsByPlace<Name extends string>(
  lines: readonly StoryLine[],
  places: readonly Place<Name>[],
): StoryItem<Name>[] {
  const heads = places.map(({ name, words, capitals }) => ({
    name,
    head: new RegExp(`^${BEFORE}(?:${words})(?= |$)`),
    written:
      capitals === undefined
        ? undefined
        : new RegExp(
            `^\\W*(?:\\d{1,2}[.)]\\s*)?(?:The )?(?:L|R|Left|Right|left|right)? ?(?:${capitals})(?=[:,]| - | (?:was|were) (?:then |also |next )?(?:cross|balloon|treat|wire|recanal|stent|open|angio|dilat|engag|select))`,
          ),
  }));
  const items: { place: Name; side: StoryItem<Name>['side']; lines: StoryLine[] }[] = [];
  let paragraph: number | undefined;
  for (const line of lines) {
    const opening = heads.flatMap(({ name, head, written }) => {
      const hit = head.exec(line.words) ?? written?.exec(line.raw) ?? null;
      return hit === null ? [] : [{ name, words: hit[0] }];
    });
    const [head] = opening.toSorted((a, b) => b.words.length - a.words.length);
    if (head !== undefined) {
      items.push({ place: head.name, side: oneSide(head.words.toLowerCase()), lines: [line] });
      paragraph = line.statement.paragraph;
    } else if (line.statement.paragraph === paragraph) items.at(-1)?.lines.push(line);
    else paragraph = undefined;
  }
  return items;
}

/** The one side that words name. */
export function oneSide(words: string): 'left' | 'right' | undefined {
  const [side, other] = sidesOf(words);
  return other !== undefined || side === 'bilateral' ? undefined : side;
}

const DENIED_BEFORE =
  /\b(no|not|never|without|instead of|rather than|planned|considered|book\w*|list(ed|ing)|old|prior|previous\w*|existing|patent|possible|consent\w*|tick\w*)( [a-z0-9.]+){0,3} $/;
const DENIED_AFTER =
  /^( [a-z0-9.]+){0,3} (not (used|needed|done|opened|placed|taken|inflated)|unused|on the (back )?(table|shelf)|from shelf|planned|considered)\b/;

/** Whether a line tells an act, not denied in the words around it and not of a statement that says it was not done. */
export function tells(line: StoryLine, act: RegExp): boolean {
  const { state } = line.statement;
  return (state === 'completed' || state === 'converted') && names(line, act);
}

/** The same whatever the statement says of the rest: `iFR 0.94, left alone` was measured. */
export function names({ words }: StoryLine, act: RegExp): boolean {
  return [...words.matchAll(new RegExp(act.source, 'g'))].some(
    ({ index, 0: hit }) =>
      !DENIED_BEFORE.test(words.slice(0, index)) && !DENIED_AFTER.test(words.slice(index + hit.length)),
  );
}

/** The first of the lines that tells the act. */
export function telling(lines: readonly StoryLine[], act: RegExp): StoryLine | undefined {
  return lines.find((line) => tells(line, act));
}
