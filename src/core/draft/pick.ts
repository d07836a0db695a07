import { faultOn, lifeOf } from '../check/code-life.ts';
import type { NoteExtract, ProcedureInstance, Statement } from '../extract/note-extract.ts';
import { stateOf } from '../extract/statement-state.ts';
import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { type FamilyScore, rankFamilies } from '../retrieve/rank-families.ts';
import { sharedWords } from '../retrieve/shared-words.ts';
import { isNamedService, isVisitCode } from '../visits/visit-codes.ts';
import { denialIn, fatesOf, REASONS } from './fates.ts';
import type { Place } from './proto-line.ts';
import { type OtherWay, otherWayOf } from './unlisted.ts';

/** A family taken for an instance, with how clear the choice was. */
export interface Pick {
  readonly instance: ProcedureInstance;
  readonly choice: FamilyScore;
  /** Score over the next family; large when there is no rival. */
  readonly margin: number;
  /** Another surgeon did and dictated part of this very procedure. */
  readonly isShared: boolean;
  /** The measured things that are its own, by where they are told, when others of the note belong to another family. */
  readonly things?: ReadonlySet<number> | undefined;
}

/** A family the title names and the body denies, or that somebody else performed. */
export interface Refusal {
  readonly instance: ProcedureInstance;
  readonly choice: FamilyScore;
  readonly reason: string;
  readonly place: Place;
}

/**
 * Word overlap alone must reach this score to be taken without a name; more where other pieces of the title are named.
 * In weights of a word that only one family uses: words weigh more as the library grows.
 */
const LEAST_UNNAMED_SCORE = 0.59;
const LEAST_UNNAMED_SCORE_BESIDE_NAMES = 0.92;

/** A code that shares less of an unnamed instance's telling words has no more than generic words in common with it. */
const LEAST_SHARED_WORDS = 0.4;

export interface Picking {
  readonly picks: readonly Pick[];
  readonly refusals: readonly Refusal[];
  /** Acts of the title that no code of the library fits. */
  readonly unfit: readonly ProcedureInstance[];
  /** Acts of the title whose codes are for another approach. */
  readonly otherWays: readonly OtherWay[];
}

/**
 * Takes at most one family for each instance; what the body denies or another performed is refused with a reason.
 * `isVisit`: the note is a visit, of which no E/M code is picked by its name.
 */
export function pickFamilies(extract: NoteExtract, library: EngineLibrary, day: IsoDate, isVisit: boolean): Picking {
  const picks: Pick[] = [];
  const refusals: Refusal[] = [];
  const unfit: ProcedureInstance[] = [];
  const otherWays: OtherWay[] = [];
  const fates = fatesOf(extract, library);
  for (const { instance, denial } of extract.struck) {
    const choice = rankFamilies(instance, extract, library).find(
      (scored) => scored.isNamed && isCurrent(scored, library, day),
    );
    const place = { start: denial.start, end: denial.end };
    if (choice !== undefined) refusals.push({ instance, choice, reason: REASONS.negated, place });
  }
  const isNamedElsewhere = extract.instances.some(({ families }) => families.length > 0);
  const cancellation = cancellationIn(extract);
  const leastRareWords = isNamedElsewhere ? LEAST_UNNAMED_SCORE_BESIDE_NAMES : LEAST_UNNAMED_SCORE;
  const leastUnnamed = leastRareWords * library.names.rarest;
  for (const instance of extract.instances) {
    const otherWay = otherWayOf(instance, extract, library);
    if (otherWay !== undefined && denialOf(instance, extract) === undefined) {
      otherWays.push(otherWay);
      continue;
    }
    const ranked = rankFamilies(instance, extract, library);
    const [best, next] = ranked.filter((scored) => isCurrent(scored, library, day));
    if (best === undefined || isLevelled(best, library, isVisit)) continue;
    const margin = best.score - (next?.score ?? 0);
    const isClear = best.isNamed
      ? best.missing <= 1
      : best.missing === 0 &&
        best.score >= leastUnnamed &&
        tellsAct(instance, library) &&
        (isUnlisted(best, library) || sharedWords(instance, best.family, library) >= LEAST_SHARED_WORDS);
    if (!isClear) {
      if (isUnfit(instance, best, library)) unfit.push(instance);
      continue;
    }
    const fate = instance.source === 'title' ? fates.get(best.family.family) : undefined;
    const denial =
      cancellation ??
      denialOf(instance, extract) ??
      (fate?.performed === true ? undefined : (denialIn(fate, instance, library) ?? onlyPossible(instance)));
    if (denial === undefined) picks.push({ instance, choice: best, margin, isShared: fate?.isShared === true });
    else refusals.push({ instance, choice: best, ...denial });
  }
  return {
    picks: picks.filter(
      (pick) => !isDetail(pick, picks, extract, library) && !isEnumerated(pick, picks, library) && !isStub(pick, picks),
    ),
    refusals,
    unfit,
    otherWays,
  };
}

/**
 * `Upper endoscopy with foreign body removal`: what stands behind `with` and tells a fact of the procedure before it is
 * that fact, not a procedure of its own.
 */
function isDetail({ instance }: Pick, picks: readonly Pick[], extract: NoteExtract, library: EngineLibrary): boolean {
  if (!/^\s*(?:and |,)?\s*with\b/.test(instance.normal)) return false;
  const [before] = picks.filter((other) => other.instance.end <= instance.start).slice(-1);
  if (before === undefined) return false;
  if (extract.text.slice(before.instance.end, instance.start).trim() !== '') return false;
  const { readings } = readGrid(library, before.choice.family, contextOf(extract, before.instance), extract);
  const next = { ...before.instance, normal: instance.normal, start: instance.start, end: instance.end };
  const beside = readGrid(library, before.choice.family, { ...contextOf(extract, next), body: [] }, extract);
  return beside.readings.some(
    ({ axis, value, how, at }) =>
      how === 'told' &&
      at !== undefined &&
      at.start >= instance.start &&
      at.end <= instance.end &&
      readings.some((own) => own.axis === axis && own.value === value),
  );
}

/** `Graft angiography including LIMA`: what the item before includes, without an act of its own, is no procedure. */
function isEnumerated({ instance }: Pick, picks: readonly Pick[], library: EngineLibrary): boolean {
  if (!/^\W*including\b/.test(instance.normal) || tellsAct(instance, library)) return false;
  return picks.some((other) => other.instance.end <= instance.start);
}

/** `, repair | of brachial artery using vein`: a bare word of the act before the item of the same family that tells it. */
function isStub({ instance, choice }: Pick, picks: readonly Pick[]): boolean {
  if (instance.source !== 'title' || instance.normal.trim().split(/ +/).length > 1) return false;
  return picks.some(
    ({ instance: next, choice: { family } }) =>
      family === choice.family && next.start === instance.end && /^ *of\b/.test(next.normal),
  );
}

/** A family of another year gives way to the one that took its place. */
function isCurrent({ family }: FamilyScore, library: EngineLibrary, day: IsoDate): boolean {
  const codes = library.codesOf.get(family.family) ?? [];
  return codes.some(({ code }) => faultOn(lifeOf(code, library), day) === undefined);
}

/** Visits are levelled from the note as a whole, never picked by their name; other E/M services where it is no visit. */
function isLevelled({ family }: FamilyScore, library: EngineLibrary, isVisit: boolean): boolean {
  const codes = library.codesOf.get(family.family) ?? [];
  return codes.every(({ code }) => isVisitCode(code) && (isVisit || !isNamedService(code)));
}

/** The codes for what has no code of its own end in 99. */
function isUnlisted({ family }: FamilyScore, library: EngineLibrary): boolean {
  return (library.codesOf.get(family.family) ?? []).every(({ code }) => code.endsWith('99'));
}

const SHORTEST_ACT = 12;
const LEAST_KNOWN_WORDS = 0.75;

/** A title item that tells an act which is neither named nor well described by any code. */
function isUnfit(instance: ProcedureInstance, best: FamilyScore, library: EngineLibrary): boolean {
  return (
    instance.source === 'title' &&
    instance.families.length === 0 &&
    instance.text.trim().length >= SHORTEST_ACT &&
    !/ (was|were|are|is) /.test(instance.normal) &&
    tellsAct(instance, library) &&
    sharedWords(instance, best.family, library) < LEAST_KNOWN_WORDS
  );
}

/** A piece that tells no act (`each site was photographed`) is no procedure. */
function tellsAct({ normal }: ProcedureInstance, { vocabulary }: EngineLibrary): boolean {
  return valuesIn(vocabulary, 'action', normal).length > 0;
}

interface Denial {
  readonly reason: string;
  readonly place: Place;
}

const CANCELLED =
  /\b(operation|procedure|surgery|case|\w+(?:ectomy|plasty|scopy))\b(?: \w+){0,3} (?:was|were)(?: \w+){0,2} (?:cancel+ed|postponed|called off)\b.*\b(?:before|prior to)(?: \w+){0,4} (?:anesth\w*|induction|incision|sedation|start|began)\b/;

/** The whole session was called off before the patient was asleep: nobody operated. */
function cancellationIn({ statements }: NoteExtract): Denial | undefined {
  const told = statements.find(
    ({ section, normal }) => section !== 'history' && CANCELLED.test(normal.replace(/ +/g, ' ')),
  );
  return told && { reason: REASONS.cancelled, place: { start: told.start, end: told.end } };
}

/** A title item that says itself that it was not done by the author. */
function denialOf(instance: ProcedureInstance, extract: NoteExtract): Denial | undefined {
  const statement = extract.statements.find(({ start, end }) => instance.start >= start && instance.start < end);
  if (statement === undefined) return undefined;
  const place = { start: statement.start, end: statement.end };
  if (statement.performer === 'other' && instance.source === 'title') return { reason: REASONS.other, place };
  // `Repeat cesarean section, declined tubal ligation`: of a title only the item that says so was not done.
  const isOwn = instance.source !== 'title' || stateOf(instance.normal, 'title') === 'negated';
  if (statement.state === 'negated' && isOwn) return { reason: REASONS.negated, place };
  return isFailedItem(instance, statement, extract) ? { reason: REASONS.attempted, place } : undefined;
}

const FAILED = /^\W*(?:\d+ +)?(?:failed|unsuccessful)\b/;
const ENDED_OTHERWISE = /\b(?:convert\w*|conversion|followed by)\b/;

/** `1. Failed endoscopic gastrostomy 2. Open gastrostomy`: the story tells the failure and another item what came of it. */
function isFailedItem({ source }: ProcedureInstance, statement: Statement, extract: NoteExtract): boolean {
  return (
    source === 'title' &&
    FAILED.test(statement.normal) &&
    !ENDED_OTHERWISE.test(statement.normal) &&
    extract.titles.length > 1 &&
    extract.statements.some(({ state }) => state === 'attempted' || state === 'converted')
  );
}

/** `VATS wedge resection, possible lobectomy`, `closure vs flap`: the story must tell it. */
function onlyPossible({ source, normal, start, end }: ProcedureInstance): Denial | undefined {
  const isPossible = source === 'title' && /^ *((and|with|or) +)?poss(ibl[ey])?\b|\b(vs|versus) /.test(normal);
  return isPossible ? { reason: REASONS.possible, place: { start, end } } : undefined;
}
