import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { type Found, findNames } from '../retrieve/name-index.ts';
import { type Term, termsOf } from '../retrieve/terms.ts';
import { mend } from '../retrieve/typo.ts';
import { isAdjective, isDischarge, isSameAct } from './named-apart.ts';
import type { FamilyMention, Statement } from './note-extract.ts';
import { boundary, isCoordinated, isListed, type Piece, pieceAt } from './piece.ts';

/** `own`: where the words begin that no stronger name has taken. */
type Leader = Found & { readonly own: number };

/** Splits a statement into the procedures it names; one piece without a name when it names none. */
export function piecesOf(text: string, statement: Statement, library: EngineLibrary, source: Piece['source']): Piece[] {
  const raw = termsOf(statement.normal, statement.start, library.lexicon).filter(
    ({ start, end }) =>
      !library.abbreviations.has(text.slice(start, end)) || !/[A-Z]/.test(text.slice(statement.start, statement.end)),
  );
  const terms: Term[] =
    source === 'title' ? raw.map((term) => ({ ...term, term: mend(library.speller, term.term) })) : raw;
  const found = findNames(library.names, terms);
  const isOwn = (mention: Found): boolean => source === 'body' || !givesWay(mention, found, text);
  const mentions = found.filter(
    (mention) => !isAdjective(mention, text) && !isDischarge(mention, text) && isOwn(mention),
  );
  const leaders = leadersOf(mentions, terms, text, library);
  if (leaders.length === 0) {
    return source === 'title' ? [pieceAt(text, statement, statement.start, statement.end, source, [])] : [];
  }
  return leaders
    .toSorted((a, b) => a.own - b.own)
    .map((leader, at, sorted) => {
      const before = sorted[at - 1];
      const start = before === undefined ? statement.start : boundary(text, before, leader);
      const next = sorted[at + 1];
      const end = next === undefined ? statement.end : boundary(text, leader, next);
      return pieceAt(
        text,
        statement,
        start,
        next !== undefined && isCoordinated(text, leader, next) ? end : Math.max(end, leader.end),
        source,
        rivalsOf(leader, mentions, leaders, text, library),
      );
    })
    .filter(({ normal }) => normal.trim() !== '');
}

function isAddOn({ family }: Found, { codesOf }: EngineLibrary): boolean {
  return codesOf.get(family)?.every(({ role }) => role === 'addOn') === true;
}

/** An add-on is meant by the words of a primary name only where they name it so much better. */
const MEANS_ADD_ON = 1.5;

/** Names that are not part of a stronger name; one per family unless its codes are named apart. An add-on takes no words of what it is added to. */
function leadersOf(mentions: readonly Found[], terms: readonly Term[], text: string, library: EngineLibrary): Leader[] {
  const leaders: Leader[] = [];
  const covered = new Set<number>();
  const rank = (mention: Found): number => Number(isAddOn(mention, library));
  for (const mention of mentions.toSorted((a, b) => rank(a) - rank(b))) {
    const fresh = mention.positions.filter((position) => !covered.has(position)).length;
    if (fresh * 2 < mention.positions.length || fresh === 0) continue;
    if (isReaching(mention, fresh, leaders)) continue;
    if (leaders.some((one) => isSameAct(mention, one, fresh, text, library) || isObjectOf(mention, one, terms, text))) {
      continue;
    }
    const own = terms.find(({ position }) => mention.positions.includes(position) && !covered.has(position));
    leaders.push({ ...mention, own: own?.start ?? mention.start });
    for (const position of mention.positions) covered.add(position);
  }
  return leaders;
}

/** `Scrotal exploration, orchidopexy`: what may mean another family too gives way to a plain name of its own. */
function givesWay(mention: Found, mentions: readonly Found[], text: string): boolean {
  const isApart = ({ start, end }: Found): boolean =>
    /[,;.]|\b(and|with)\b/.test(text.slice(Math.min(end, mention.end), Math.max(start, mention.start)));
  return (
    mention.isAmbiguous &&
    mentions.some((other) => other.family === mention.family && !other.isAmbiguous && isApart(other))
  );
}

/** A name made of a word of one leader and a word beyond another one: `hernia repair, orchiopexy, nerve block`. */
function isReaching({ positions }: Found, fresh: number, leaders: readonly Found[]): boolean {
  if (fresh === positions.length) return false;
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  return leaders.some(
    (leader) =>
      leader.positions.every((at) => !positions.includes(at)) && leader.positions.some((at) => at > first && at < last),
  );
}

/** `Shave excision of a keratosis`: one act and what it was done to, though `excision of keratosis` is a name too. */
function isObjectOf(mention: Found, leader: Found, terms: readonly Term[], text: string): boolean {
  if (!mention.positions.some((position) => leader.positions.includes(position))) return false;
  const fresh = terms.filter(
    ({ position }) => mention.positions.includes(position) && !leader.positions.includes(position),
  );
  const [first] = fresh;
  if (first === undefined || first.start < leader.end) return false;
  return (
    /^ (?:of|from|on|in) [^,;+&/]*$/i.test(text.slice(leader.end, first.start)) &&
    !/\b(and|with|plus)\b/i.test(text.slice(leader.end, first.start))
  );
}

/** Other families that the same words may mean, strongest first, the leader among them. */
function rivalsOf(
  leader: Leader,
  mentions: readonly Found[],
  leaders: readonly Leader[],
  text: string,
  library: EngineLibrary,
): FamilyMention[] {
  const own = new Set(leader.positions);
  const rivals = new Map<string, FamilyMention>();
  const isPrimary = !isAddOn(leader, library);
  const isBeside = (mention: Found): boolean =>
    isPrimary &&
    isAddOn(mention, library) &&
    (mention.score < leader.score * MEANS_ADD_ON || leaders.some(({ family }) => family === mention.family));
  const isOfOther = ({ family, positions }: Found): boolean =>
    leaders.some(
      (other) =>
        other !== leader &&
        other.family === family &&
        positions.some((at) => other.positions.includes(at)) &&
        isListed(text, other, leader),
    );
  for (const mention of mentions) {
    if (rivals.has(mention.family) || isBeside(mention)) continue;
    if (!mention.positions.some((position) => own.has(position)) || isOfOther(mention)) continue;
    const { positions: _, isAmbiguous: __, ...plain } = mention;
    rivals.set(mention.family, plain);
  }
  return [...rivals.values()].slice(0, 8);
}
