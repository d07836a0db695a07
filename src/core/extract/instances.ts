import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { tells } from '../retrieve/facets.ts';
import { hasCue } from './cue.ts';
import { describedIn, inStory, isToldOneByOne, untitledIn } from './described.ts';
import { piecesOf } from './named-pieces.ts';
import type { FamilyMention, ProcedureInstance, Statement } from './note-extract.ts';
import { type Piece, pieceAt } from './piece.ts';
import { LIST_ITEM } from './section-end.ts';
import { isPerformed, tellsInstead } from './statement-state.ts';
import { namedWithDiagnosis, titleStatements } from './title-lines.ts';

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

/**
 * What was done: the pieces of the title first, then performed body statements that name something no piece covers.
 * `isStruck`: the story denied an item of the title.
 */
export function findInstances(
  text: string,
  statements: readonly Statement[],
  library: EngineLibrary,
  isStruck = false,
): ProcedureInstance[] {
  const isListed = !statements.some(({ section }) => section === 'title');
  const isItemStory = isListed && isToldInItems(text, statements);
  const titled = titlePieces(text, statements, library).filter((piece) => !(isItemStory && LIST_ITEM.test(piece.text)));
  const isShort = statements.length <= SHORT_NOTE;
  // A first line that names nothing (`Pain clinic procedure`) is no title beside which a story must be told in full.
  const isTitled = titled.some(({ families }) => families.length > 0);
  const leastRareWords = isTitled || isStruck ? RARE_WORDS_BESIDE_TITLE : isShort ? 0 : RARE_WORDS_WITHOUT_TITLE;
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
  if (
    !isTitled ||
    isListed ||
    titled.every((piece) => isWayIn(piece, library)) ||
    statements.some((statement) => isPerformed(statement) && tellsInstead(statement))
  ) {
    // What the first line names is not described by it as well.
    const described = describedIn(library.described, text, statements, [...titled, ...told], library);
    const above = isTitled ? titled : [];
    told.push(...described.filter(({ start, end }) => !above.some((title) => title.start < end && title.end > start)));
  }
  if (isStruck && !isTitled && told.length === 0) {
    told.push(...describedIn(library.waysIn, text, statements, titled, library));
  }
  if (isTitled) told.push(...untitledIn(text, statements, [...titled, ...told], library));
  if (!isTitled && !isStruck && !isShort && told.length === 0)
    told.push(...inStory(text, statements.filter(isPerformed), library));
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

/** A look or an opening (`exploratory laparotomy`, `EUA`): what was done there the story tells. */
function isWayIn({ families: [first] }: Piece, { waysIn }: EngineLibrary): boolean {
  return first === undefined || waysIn.some(({ family }) => family === first.family);
}

/** The pieces of the title; where none names more than a part (a splint), title and diagnosis may name it together. */
function titlePieces(text: string, statements: readonly Statement[], library: EngineLibrary): Piece[] {
  const titles = titleStatements(text, statements, library).filter(({ normal }) => /\w/.test(normal));
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
