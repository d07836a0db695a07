import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { tells } from '../retrieve/facets.ts';
import { type Found, findNames } from '../retrieve/name-index.ts';
import { type Term, termsOf } from '../retrieve/terms.ts';
import { mend } from '../retrieve/typo.ts';
import { hasCue } from './cue.ts';
import { describedIn, inStory, isToldOneByOne, untitledIn } from './described.ts';
import { isAdjective, isDischarge, isSameAct } from './named-apart.ts';
import type { FamilyMention, ProcedureInstance, Statement } from './note-extract.ts';
import { boundary, isCoordinated, isListed, type Piece, pieceAt } from './piece.ts';
import { LIST_ITEM } from './section-end.ts';
import { isPerformed, tellsInstead } from './statement-state.ts';
import { namedWithDiagnosis, titleStatements } from './title-lines.ts';

/** `own`: where the words begin that no stronger name has taken. */
type Leader = Found & { readonly own: number };

/** Beside a title a body statement must name a procedure by about two rare words to become an instance of its own. */
const RARE_WORDS_BESIDE_TITLE = 1.7;
/** A story without a title: the procedure is named in it, but so are its steps. */
const RARE_WORDS_WITHOUT_TITLE = 0.9;
/** Statements of a sentence or two, as a question puts it: whatever it names is meant. */
const SHORT_NOTE = 5;

const ACT =
  /\b(performed|done|carried out|undertaken|accomplished|underwent|completed|proceeded|excised|removed|repaired|placed|inserted|resected|divided|released|created|injected|obtained|taken|fused|reduced|nailed|fixed|grafted|closed|implanted|biopsied|drained|ligated)\b/;

/** `Multiple views of the grafts were obtained`: pictures taken of an operation are no operation. */
const LOOKED_AT = /\b(views?|images?|pictures|films|pressures) ([a-z0-9]+ +){0,6}(was|were) +(obtained|taken)\b/;

/** What was done: the pieces of the title first, then performed body statements that name something no piece covers. */
export function findInstances(
  text: string,
  statements: readonly Statement[],
  library: EngineLibrary,
): ProcedureInstance[] {
  const isListed = !statements.some(({ section }) => section === 'title');
  const isItemStory = isListed && isToldInItems(text, statements);
  const titled = titlePieces(text, statements, library).filter((piece) => !(isItemStory && LIST_ITEM.test(piece.text)));
  const isShort = statements.length <= SHORT_NOTE;
  // A first line that names nothing (`Pain clinic procedure`) is no title beside which a story must be told in full.
  const isTitled = titled.some(({ families }) => families.length > 0);
  const leastRareWords = isTitled ? RARE_WORDS_BESIDE_TITLE : isShort ? 0 : RARE_WORDS_WITHOUT_TITLE;
  const known = new Set(titled.flatMap((piece) => piece.families.map(({ family }) => family)));
  const told: Piece[] = [];
  for (const statement of statements) {
    if (!isPerformed(statement) || statement.section === 'title') continue;
    for (const piece of piecesOf(text, statement, library, 'body')) {
      const best = piece.families[0];
      const isItem = !isTitled && LIST_ITEM.test(text.slice(statement.start, statement.end));
      if (best === undefined || (known.has(best.family) && !(isItem && isToldOneByOne(best.family, library)))) continue;
      if (leastRareWords > 0 && !isTellingAlone(statement, best, leastRareWords, isItem, library)) continue;
      known.add(best.family);
      told.push(piece);
    }
  }
  if (!isTitled || isListed || statements.some((statement) => isPerformed(statement) && tellsInstead(statement))) {
    // What the first line names is not described by it as well.
    const described = describedIn(library.described, text, statements, [...titled, ...told], library);
    const above = isTitled ? titled : [];
    told.push(...described.filter(({ start, end }) => !above.some((title) => title.start < end && title.end > start)));
  }
  if (isTitled) told.push(...untitledIn(text, statements, [...titled, ...told], library));
  if (!isTitled && !isShort && told.length === 0) told.push(...inStory(text, statements.filter(isPerformed), library));
  return [...titled, ...told].map((piece, index) => ({ ...piece, index }));
}

/** Of a list at the top that is the title the story tells more than so many times its length. */
const LONGER_STORY = 4;

/** `A) punch of the calf. B) shave of the arm`: items that tell what was done are the story, not its title. */
function isToldInItems(text: string, statements: readonly Statement[]): boolean {
  const performed = statements.filter(isPerformed);
  const listed = new Set(
    performed.filter(({ start, end }) => LIST_ITEM.test(text.slice(start, end))).map(({ paragraph }) => paragraph),
  );
  const lengthOf = (told: readonly Statement[]): number => told.reduce((sum, { start, end }) => sum + end - start, 0);
  return lengthOf(performed.filter(({ paragraph }) => listed.has(paragraph))) * LONGER_STORY > lengthOf(performed);
}

/** `Removal of stone with repair of the duct not required`: the piece that the title itself says was not done. */
const SAID_NOT_DONE = /\bnot (required|needed|necessary|performed|done|indicated)\b|^\W*without\b/i;

/** The pieces of the title; where none names more than a part (a splint), title and diagnosis may name it together. */
function titlePieces(text: string, statements: readonly Statement[], library: EngineLibrary): Piece[] {
  const titles = titleStatements(text, statements, library);
  const pieces = titles
    .flatMap((statement) => piecesOf(text, statement, library, 'title'))
    .filter(({ text: own }) => !SAID_NOT_DONE.test(own));
  const isWhole = ({ families: [first] }: Piece): boolean =>
    first !== undefined && library.families.get(first.family)?.alone === undefined;
  if (pieces.some(isWhole)) return pieces;
  const [named] = titles.flatMap((title) => {
    const mentions = namedWithDiagnosis(title, statements, library);
    return mentions.length > 0 ? [pieceAt(text, title, title.start, title.end, 'title', mentions)] : [];
  });
  return named === undefined ? pieces : [named, ...pieces.filter(({ start }) => start !== named.start)];
}

/**
 * A body statement that proves a procedure the title forgot: an act (or an item of a list: `2) Central line`), a full
 * name, every needed fact, no step of another.
 */
function isTellingAlone(
  statement: Statement,
  mention: FamilyMention,
  leastRareWords: number,
  isItem: boolean,
  library: EngineLibrary,
): boolean {
  if (
    mention.score < leastRareWords * library.names.rarest ||
    !(isItem || ACT.test(statement.normal.replace(LOOKED_AT, ' ')))
  ) {
    return false;
  }
  if (library.library.includedSteps.some(({ cues }) => hasCue(cues, statement.normal))) return false;
  const needs = library.families.get(mention.family)?.needs ?? [];
  return needs.every((need) => tells(library.vocabulary, need, statement.normal));
}

/** Splits a statement into the procedures it names; one piece without a name when it names none. */
function piecesOf(text: string, statement: Statement, library: EngineLibrary, source: Piece['source']): Piece[] {
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
