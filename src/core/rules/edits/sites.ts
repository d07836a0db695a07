import { quoteAt } from '../../draft/evidence.ts';
import { normalize } from '../../extract/normalize.ts';
import type { NoteExtract, Statement } from '../../extract/note-extract.ts';
import { isPerformed } from '../../extract/statement-state.ts';
import type { ClaimLine, Evidence } from '../../model/draft.ts';
import { isWithin } from './code-ranges.ts';
import { ACTS, type SiteKind } from './site-words.ts';

/** How the places of two lines lie to each other, with the words that tell the second. */
export interface SiteComparison {
  readonly state: 'apart' | 'together' | 'untold';
  readonly quote: Evidence | undefined;
}

interface Told {
  readonly sites: ReadonlySet<string>;
  readonly quote: Evidence | undefined;
}

/** Quotes of a line that are not quotes of the other: only they can tell the two apart. */
export function ownEvidence(line: ClaimLine, other: ClaimLine): Evidence[] {
  return line.evidence.filter(
    ({ start, end }) => !other.evidence.some((known) => start < known.end && known.start < end),
  );
}

/** By the words of the act where the code has some of its own, else by the quotes of each line. */
export function compareSites(
  kind: SiteKind,
  first: ClaimLine,
  second: ClaimLine,
  extract: NoteExtract,
): SiteComparison {
  const isTold = actOf(second.code) !== undefined || ownEvidence(second, first).length > 0;
  if (!isTold) return { state: 'together', quote: undefined };
  const titled = titledApart(kind, first, second, extract);
  if (titled !== undefined) return { state: 'apart', quote: titled };
  const [one, other] = [sitesOf(kind, first, second, extract), sitesOf(kind, second, first, extract)];
  if (one.sites.size === 0 || other.sites.size === 0) {
    return { state: isOneSite(kind, extract) ? 'together' : 'untold', quote: other.quote };
  }
  // An act done at many places is another one wherever the first was not.
  const isApart = actOf(second.code) === undefined ? 'every' : 'some';
  const state = [...other.sites][isApart]((site) => !one.sites.has(site)) ? 'apart' : 'together';
  return { state, quote: other.quote };
}

/** Two items of the title that each name their place: what the story says around them does not join them. */
function titledApart(
  kind: SiteKind,
  first: ClaimLine,
  second: ClaimLine,
  { titles }: NoteExtract,
): Evidence | undefined {
  if (actOf(second.code) !== undefined) return undefined;
  const titled = (line: ClaimLine, other: ClaimLine): Evidence[] =>
    ownEvidence(line, other).filter(({ start }) => titles.some((title) => start >= title.start && start < title.end));
  const [one, other] = [titled(first, second), titled(second, first)];
  const [here, there] = [one, other].map((quotes) => quotes.flatMap(({ quote }) => kind.read(plain(normalize(quote)))));
  if (here === undefined || there === undefined || here.length === 0 || there.length === 0) return undefined;
  return there.some((site) => here.includes(site)) ? undefined : other[0];
}

/** A note that names one place only leaves nothing open. */
function isOneSite(kind: SiteKind, { statements }: NoteExtract): boolean {
  const named = new Set(statements.filter(isPerformed).flatMap(({ normal }) => kind.read(plain(normal))));
  return named.size < 2;
}

function sitesOf(kind: SiteKind, line: ClaimLine, other: ClaimLine, extract: NoteExtract): Told {
  const act = actOf(line.code);
  // `Lifted and snared in pieces` is the other line's own passage, though it tells this act as well.
  if (act !== undefined)
    return sitesOfAct(kind, act, actOf(other.code) === undefined ? ownEvidence(other, line) : [], extract);
  const quotes = ownEvidence(line, other);
  const telling = quotes.filter(({ quote }) => kind.read(plain(normalize(quote))).length > 0);
  return {
    sites: new Set(telling.flatMap(({ quote }) => kind.read(plain(normalize(quote))))),
    quote: telling[0] ?? quotes[0] ?? line.evidence[0],
  };
}

function actOf(code: string): RegExp | undefined {
  return ACTS.find(({ codes }) => isWithin(code, codes))?.act;
}

/** How far back the place of an act may have been named. */
const FARTHEST = 3;

/** The places of an act: in its own clause, else in the nearest statement before that names one and no other act. */
function sitesOfAct(kind: SiteKind, act: RegExp, others: readonly Evidence[], extract: NoteExtract): Told {
  const performed = extract.statements.filter(
    (statement) =>
      isPerformed(statement) && !others.some(({ start, end }) => statement.start < end && start < statement.end),
  );
  const sites = new Set<string>();
  let told: Telling | undefined;
  for (const [at, statement] of performed.entries()) {
    if (!act.test(plain(statement.normal))) continue;
    const own = clausesOf(statement, extract).filter((clause) => act.test(clause));
    const named = own.flatMap((clause) => kind.read(clause));
    const found = named.length > 0 ? named : namedBefore(kind, act, performed.slice(Math.max(0, at - FARTHEST), at));
    for (const site of found) sites.add(site);
    if (isBetter(statement, named.length > 0, told)) told = { statement, isNamed: named.length > 0 };
  }
  return { sites, quote: told === undefined ? undefined : quoteAt(told.statement, extract) };
}

interface Telling {
  readonly statement: Statement;
  readonly isNamed: boolean;
}

/** What names the place tells more than what does not, the story more than the title. */
function isBetter(statement: Statement, isNamed: boolean, known: Telling | undefined): boolean {
  if (known === undefined) return true;
  if (isNamed !== known.isNamed) return isNamed;
  return known.statement.section === 'title' && statement.section !== 'title';
}

function namedBefore(kind: SiteKind, act: RegExp, before: readonly Statement[]): readonly string[] {
  for (const { normal } of before.toReversed()) {
    const words = plain(normal);
    if (ACTS.some((other) => other.act !== act && other.act.test(words))) return [];
    const named = kind.read(words);
    if (named.length > 0) return named;
  }
  return [];
}

function clausesOf({ start, end }: Statement, { text }: NoteExtract): string[] {
  return text
    .slice(start, end)
    .split(/[,;:]|\band\b/)
    .map((clause) => plain(normalize(clause)));
}

function plain(normal: string): string {
  return normal.replace(/ +/g, ' ').trim();
}
