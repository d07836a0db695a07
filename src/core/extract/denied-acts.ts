import type { FamilyRecord } from '../model/code-record.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { findNames } from '../retrieve/name-index.ts';
import { termsOf } from '../retrieve/terms.ts';
import {
  type ActWord,
  isNeutral,
  isOf,
  isOperative,
  isPlace,
  isRootOf,
  meets,
  type Telling,
  tellingOf,
} from './act-words.ts';
import { hasCue, partsOf } from './cue.ts';
import { type DeniedPhrase, deniedPhrases } from './denied-phrase.ts';
import type { SectionKind, Statement } from './note-extract.ts';
import { isPerformed } from './statement-state.ts';

const STORY: ReadonlySet<SectionKind> = new Set(['body', 'findings', 'other', 'lead']);

/**
 * The statement of the story that says an act told by the title was not done: it names the act (`biopsy was not
 * attempted`), the thing that the act was for (`the appendix was left in place`), or denies all (`nothing was resected`).
 * Undefined where another statement tells the act as done.
 * @param words the item of the title
 * @param cues how a story tells the act
 */
export function denialOfAct(
  words: string,
  cues: readonly string[],
  statements: readonly Statement[],
  library: EngineLibrary,
): Statement | undefined {
  const denials = denialsIn(statements, library);
  if (denials.length === 0) return undefined;
  const titled = tellingOf(words, library);
  const denying = denials
    .filter((denial) => denies(denial, titled) || deniesByName(denial, words, titled, library))
    .map(({ statement }) => statement);
  const isTold = (statement: Statement): boolean =>
    STORY.has(statement.section) &&
    isPerformed(statement) &&
    !denying.includes(statement) &&
    tellsAct(statement, titled, cues, library);
  return denying.length > 0 && statements.some(isTold) ? undefined : denying[0];
}

/** A denial of the story, with its words and facets. */
interface Denial {
  readonly statement: Statement;
  readonly phrase: DeniedPhrase;
  readonly told: Telling;
  /** What kinds of act the phrase and its deed are. */
  readonly deeds: ReadonlySet<string>;
  /** `Needed`, `done`: the deed is of no kind. */
  readonly isOfAnyAct: boolean;
}

const read = new WeakMap<readonly Statement[], readonly Denial[]>();

/** The denials of a story, read once for a note: every item of its title is held against them. */
function denialsIn(statements: readonly Statement[], library: EngineLibrary): readonly Denial[] {
  const known =
    read.get(statements) ??
    statements
      .filter(({ section }) => STORY.has(section))
      .flatMap((statement, at, story) =>
        deniedPhrases(statement.normal, story[at - 1]?.normal).map((phrase) => {
          const told = tellingOf(phrase.words, library);
          const kinds = deedsOf(phrase.deed, library);
          const isOfAnyAct = kinds.length === 0 && !PROTECTS.test(phrase.deed) && !PUT_IN.test(phrase.deed);
          return { statement, phrase, told, deeds: new Set([...kinds, ...told.actions]), isOfAnyAct };
        }),
      );
  read.set(statements, known);
  return known;
}

/** `Colporrhaphy was omitted` under the title `anterior repair`: another name of a family that the words name. */
function deniesByName(
  { phrase, isOfAnyAct }: Denial,
  words: string,
  titled: Telling,
  { names, lexicon, families }: EngineLibrary,
): boolean {
  if (titled.acts.length > 1 || phrase.kind === 'spared' || !isOfAnyAct) return false;
  const terms = termsOf(phrase.words, 0, lexicon);
  if (terms.some(({ term }) => isPlace(term) && !titled.terms.has(term))) return false;
  const denied = new Set(findNames(names, terms).map(({ family }) => family));
  return findNames(names, termsOf(words, 0, lexicon)).some(
    ({ family }) => denied.has(family) && !tellsOtherKind(phrase.words, words, families.get(family)),
  );
}

/** `No transbronchial biopsy was done` under `EBUS`: one family, another work. */
function tellsOtherKind(denied: string, titled: string, family: FamilyRecord | undefined): boolean {
  return Object.values(family?.axes ?? {}).some(
    (axis) => axis.kind === 'cue' && axis.values.some(({ cues }) => hasCue(cues, denied) && !hasCue(cues, titled)),
  );
}

/** What is put in: `no stent was placed`; said of an organ it denies no act on it. */
const PUT_IN = /^(?:placed|inserted|implanted|deployed|put in|put up|used|utilized|given|injected|obtained|passed)$/;

/** Said of what lay in the way: `the pleura was not entered`. */
const PROTECTS = /^(?:entered|cut|divided|crossed|ligated|clipped|tied|mobilized|taken down|disturbed)$/;

/** Every word of the denial speaks of the act. */
function denies({ phrase, deeds, isOfAnyAct, told }: Denial, titled: Telling): boolean {
  const { words, anatomy, devices } = told;
  if (words.some((meanings) => !meanings.some((term) => isNeutral(term) || isOf(term, titled)))) return false;
  const telling = words.filter((meanings) => !meanings.some((term) => isPlace(term) || isNeutral(term)));
  const acts = titled.acts.filter(isOperative);
  if (acts.length > 1 && acts.some((act) => !isDenied(act, words.flat(), deeds))) return false;
  if (telling.length === 0) return /^(?:nothing|tissue)\b/.test(phrase.words) && meets(deeds, titled.actions);
  // A place (`, nose`) is denied by its very words.
  if (titled.acts.length === 0 && anatomy.size > 0 && titled.words.some((terms) => !meets(new Set(terms), told.terms)))
    return false;
  if (phrase.kind === 'refused' || meets(deeds, titled.actions)) return true;
  if (phrase.kind === 'absent') return meets(TAKES_AWAY, titled.actions);
  if (phrase.kind === 'spared') return devices.size === 0 && titled.actions.has('excision');
  // `No stone left` tells that all were taken.
  if (phrase.deed === 'left') return devices.size > 0 && acts.length === 0;
  if (PUT_IN.test(phrase.deed)) return acts.length === 0 && (anatomy.size === 0 || devices.size > 0);
  return isOfAnyAct || (!PROTECTS.test(phrase.deed) && titled.actions.size === 0);
}

/** Acts on something that must be there: `no hernia was found`. */
const TAKES_AWAY: ReadonlySet<string> = new Set(['excision', 'repair', 'biopsy']);

/** Of several acts told in one breath (`tonsillectomy and adenoidectomy`) all must be denied. */
function isDenied({ term, actions }: ActWord, denied: readonly string[], deeds: ReadonlySet<string>): boolean {
  return (
    (denied.length === 0 && actions.some((action) => deeds.has(action))) || denied.some((each) => isRootOf(each, term))
  );
}

/** What is taken is taken out. */
function deedsOf(deed: string, { vocabulary }: EngineLibrary): readonly string[] {
  return /^(?:taken|harvested|removed)/.test(deed) ? ['excision'] : valuesIn(vocabulary, 'action', deed);
}

/** A statement tells the act by the words of the library, by its own act word, or by what was done to the thing. */
function tellsAct({ normal }: Statement, titled: Telling, cues: readonly string[], library: EngineLibrary): boolean {
  if (cues.some((cue) => hasCue([partsOf(cue).at(-1) ?? cue], normal))) return true;
  const told = tellingOf(normal.replace(/\b(?:not|no) +(?:\w+ ?){1,2}/g, ' '), library);
  return (
    meets(told.actions, titled.actions) &&
    (meets(told.anatomy, titled.anatomy) || [...titled.terms].some((term) => told.terms.has(term)))
  );
}
