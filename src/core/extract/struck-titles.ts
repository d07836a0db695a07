import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import { hasCue } from './cue.ts';
import { denialOfAct } from './denied-acts.ts';
import type { FamilyMention, NoteExtract, Statement } from './note-extract.ts';
import { pieceAt } from './piece.ts';
import { isPerformed } from './statement-state.ts';

type StruckItem = NoteExtract['struck'][number];

interface StruckTitle {
  /** The note with the struck items blanked; offsets hold. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly struck: readonly StruckItem[];
}

/**
 * Takes out of the title what the story says was not done: `tonsillectomy and [adenoidectomy]`, `colonoscopy with
 * [polypectomy]`. The story is the record of what was done (CODING: the body proves the title).
 */
export function strikeDenied(text: string, statements: readonly Statement[], library: EngineLibrary): StruckTitle {
  const titles = statements.filter((statement) => statement.section === 'title' && isPerformed(statement));
  const struck = titles.flatMap((title) => struckItems(text, title, statements, library));
  if (struck.length === 0 || isStopped(titles, struck, statements)) return { text, statements, struck: [] };
  const blanked = struck.reduce((left, { instance }) => blank(left, instance.start, instance.end), text);
  return {
    text: blanked,
    struck,
    statements: statements.map((statement) => (titles.includes(statement) ? without(statement, struck) : statement)),
  };
}

const NOT_FINISHED =
  /\b(?:not completed|discontinued|abort(?:ed)?|abandoned|terminated|incomplete|attempt(?:ed)?|failed)\b/;

/** The title tells itself what was not finished, or the only act was begun and given up: it is billed as incomplete, not struck (CPT modifiers 52, 53). */
function isStopped(
  titles: readonly Statement[],
  struck: readonly StruckItem[],
  statements: readonly Statement[],
): boolean {
  if (titles.some(({ normal }) => NOT_FINISHED.test(normal))) return true;
  return (
    titles.every((title) => without(title, struck).state === 'negated') &&
    statements.some(({ section, state }) => section === 'body' && (state === 'abandoned' || state === 'attempted'))
  );
}

function struckItems(
  text: string,
  title: Statement,
  statements: readonly Statement[],
  library: EngineLibrary,
): StruckItem[] {
  const mentions = mentionsIn(title.normal, title.start, library);
  return itemsOf(text, title).flatMap(({ start, end }) => {
    const words = title.normal.slice(start - title.start, end - title.start);
    const named = mentions.filter((mention) => mention.start < end && mention.end > start);
    const elsewhere = mentionsIn(blank(title.normal, start - title.start, end - title.start), title.start, library);
    const own = named.filter(({ family }) => elsewhere.every((other) => other.family !== family));
    const denial = denialOfAct(words, cuesOf(words, named, own, library), statements, library);
    if (denial === undefined) return [];
    return [{ instance: { ...pieceAt(text, title, start, end, 'title', named), index: -1 }, denial }];
  });
}

/** A way in is told of whatever was done through it. */
const WAYS: ReadonlySet<string> = new Set(['approach', 'route', 'way']);

function mentionsIn(normal: string, start: number, { names, lexicon }: EngineLibrary): readonly FamilyMention[] {
  return findNames(names, termsOf(normal, start, lexicon));
}

/** How the story may tell the item as done: the acts of the families that only it names, and the facts its words tell. */
function cuesOf(
  words: string,
  named: readonly FamilyMention[],
  own: readonly FamilyMention[],
  library: EngineLibrary,
): readonly string[] {
  const acts = [...library.described, ...library.untitled].filter((act) =>
    own.some(({ family }) => family === act.family),
  );
  const values = named.flatMap(({ family }) =>
    Object.entries(library.families.get(family)?.axes ?? {}).flatMap(([axis, definition]) =>
      definition.kind === 'cue' && !WAYS.has(axis) ? definition.values.filter(({ cues }) => hasCue(cues, words)) : [],
    ),
  );
  return [...acts, ...values].flatMap(({ cues }) => cues);
}

/** `Incision and drainage`, `I&D` are one act. */
const SEPARATOR = /[,;+/]| [&-] |\b(?:and(?! (?:drainage|debridement|curettage|evacuation|washout)\b)|with|plus|w)\b/gi;

/** The stretches of a title between its separators. */
function itemsOf(text: string, title: Statement): readonly { readonly start: number; readonly end: number }[] {
  const own = text.slice(title.start, title.end);
  const cuts = [...own.matchAll(SEPARATOR)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
  const starts = [0, ...cuts.map(({ to }) => to)];
  return starts
    .map((start, at) => ({ start: title.start + start, end: title.start + (cuts[at]?.from ?? own.length) }))
    .filter(({ start, end }) => /\w/.test(text.slice(start, end)));
}

/** A title of which nothing is left is none. */
function without(title: Statement, struck: readonly StruckItem[]): Statement {
  const normal = struck.reduce(
    (left, { instance: { start, end } }) =>
      start >= title.start && end <= title.end ? blank(left, start - title.start, end - title.start) : left,
    title.normal,
  );
  return {
    ...title,
    normal,
    state: /\w/.test(normal.replace(/\b(?:and|with|plus|w)\b/g, '')) ? title.state : 'negated',
  };
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
