import type { FamilyMention, NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { FamilyRecord } from '../model/code-record.ts';
import { scoreBm25 } from './bm25.ts';
import { type EngineLibrary, queryTerms } from './engine-library.ts';
import { contextOf, fitsPatient, readGrid } from './family-grid.ts';
import { fractureOfDiagnosis } from './fracture-named.ts';
import { nameAcross } from './name-index.ts';
import { judgePredicates } from './predicates.ts';
import { type Term, termsOf } from './terms.ts';

export interface FamilyScore {
  readonly family: FamilyRecord;
  readonly score: number;
  /** True when a name of the family stands in the instance's own words. */
  readonly isNamed: boolean;
  /** Set when the words are the name of this very code. */
  readonly namedCode: string | undefined;
  readonly missing: number;
  readonly why: readonly string[];
}

/** Rankings remembered with their instance: candidates, lines and unlisted codes ask for the same one. */
const ranked = new WeakMap<ProcedureInstance, readonly FamilyScore[]>();

/** Families that the instance may mean, best first: names found in its words, then word overlap with their codes. */
export function rankFamilies(
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly FamilyScore[] {
  const known = ranked.get(instance) ?? rank(instance, extract, library);
  ranked.set(instance, known);
  return known;
}

function rank(instance: ProcedureInstance, extract: NoteExtract, library: EngineLibrary): FamilyScore[] {
  const byWords = familiesByWords(instance, library);
  const named = new Map(instance.families.map((mention) => [mention.family, mention]));
  const fracture = fractureOfDiagnosis(instance, extract, library);
  if (fracture !== undefined) {
    const [own] = instance.families;
    if (own !== undefined) named.delete(own.family);
    named.set(fracture.family, { ...fracture, score: Math.max(fracture.score, own?.score ?? 0) });
  }
  const scores: FamilyScore[] = [];
  for (const id of new Set([...named.keys(), ...byWords.keys()])) {
    const family = library.families.get(id);
    if (family === undefined || !hasFittingCode(library, id, extract)) continue;
    const judged = judgePredicates(library, family, instance, extract);
    if (judged.isBlocked) continue;
    const mention = named.get(id);
    const words = byWords.get(id) ?? 0;
    const score = (mention?.score ?? 0) + words * 0.35 - judged.missing * 1.5 + judged.satisfied * 0.2;
    scores.push({
      family,
      score,
      isNamed: mention !== undefined,
      namedCode: mention?.code,
      missing: judged.missing,
      why: [
        mention === undefined ? 'words in common' : 'named in the note',
        ...(judged.missing === 0 ? ['every needed fact is told'] : []),
      ],
    });
  }
  const across = combined(scores, instance, extract, library);
  const rest = scores.filter(({ family }) => !across.some((other) => other.family === family));
  return preferTold([...across, ...rest], instance, extract, library);
}

/** A name told over several items of the title counts a little less than one told in one breath. */
const ACROSS = 0.85;

/**
 * One operation told in several items of the title (discectomy; fusion; plate): a neighbour of a named family whose own,
 * weightier name the whole title gives.
 */
function combined(
  scores: readonly FamilyScore[],
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): FamilyScore[] {
  if (instance.source !== 'title') return [];
  const known = new Set([
    ...scores.filter(({ isNamed }) => isNamed).map(({ family }) => family.family),
    ...extract.instances.flatMap(({ families }) => families.map(({ family }) => family)),
  ]);
  return scores.flatMap((scored) => {
    const mention = instance.families.find(({ family }) => family === scored.family.family);
    if (mention === undefined) return [];
    const local = mention.score;
    return [...(library.neighbours.get(scored.family.family) ?? [])].flatMap((id) => {
      const family = library.families.get(id);
      const across =
        nameAcross(library.names, id, extract.titleStems) ?? namedFor(id, instance, mention, extract, library);
      if (family === undefined || across === undefined || known.has(id) || across.weight * ACROSS <= local) return [];
      const judged = judgePredicates(library, family, instance, extract);
      if (judged.isBlocked || judged.missing > 0 || !hasFittingCode(library, id, extract)) return [];
      known.add(id);
      const score = scored.score - local + across.weight * ACROSS;
      const why = ['named over several items of the title'];
      return [{ family, score, isNamed: true, namedCode: across.code, missing: 0, why }];
    });
  });
}

/** What a diagnosis denies, doubts or remembers names nothing. */
const DOUBTED = /\b(no|not|without|possible|probable|rule out|ruled out|history|prior|previous|status post|s p)\b/;

/** `Salpingectomy` under the diagnosis `ectopic pregnancy`: a name that adds what it was done for to the act. */
function namedFor(
  family: string,
  instance: ProcedureInstance,
  mention: FamilyMention,
  { diagnoses }: NoteExtract,
  { names, lexicon }: EngineLibrary,
): ReturnType<typeof nameAcross> {
  const words = new Set(names.byFamily.get(mention.family)?.flatMap(({ stems }) => stems));
  const own = termsOf(instance.normal, instance.start, lexicon).filter(
    ({ term, start, end }) => words.has(term) && start >= mention.start && end <= mention.end,
  );
  const act = own.filter((term, at) => !isExpanded(term, at, own)).map(({ term }) => term);
  const told = diagnoses.filter(({ normal }) => !DOUBTED.test(normal));
  const stems = told.flatMap(({ normal, start }) => termsOf(normal, start, lexicon).map(({ term }) => term));
  return nameAcross(names, family, new Set([...own.map(({ term }) => term), ...stems]), act);
}

/** `D&C` stands for its words: a name needs these, not the letters. */
function isExpanded({ start, end }: Term, at: number, terms: readonly Term[]): boolean {
  return terms.some(
    (other, place) =>
      other.start <= start &&
      other.end >= end &&
      (other.end - other.start > end - start ||
        (place > at && terms.findIndex((each) => each.start === start && each.end === end) === at)),
  );
}

const RANKED_BY_GRID = 6;
const TOLD_BONUS = 0.5;
const OPEN_MALUS = 0.5;
/** Where one family is named, words in common with another weigh less. */
const UNNAMED_MALUS = 1.5;

/** Among the leading families the one whose deciding facts the note tells comes first. */
function preferTold(
  scores: FamilyScore[],
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): FamilyScore[] {
  const context = contextOf(extract, instance);
  const isNamed = scores.some((scored) => scored.isNamed && scored.missing <= 1);
  const ranked = scores
    .map((scored) => (isNamed && !scored.isNamed ? { ...scored, score: scored.score - UNNAMED_MALUS } : scored))
    .sort((a, b) => b.score - a.score);
  const leaders = ranked.slice(0, RANKED_BY_GRID).map((scored) => {
    const { readings, codes } = readGrid(library, scored.family, context, extract);
    const told = readings.filter(({ how }) => how === 'told').length;
    const open = readings.filter(({ how }) => how === 'hold' || how === 'ask').length;
    const bonus =
      Math.min(2, told) * TOLD_BONUS - Math.min(2, open) * OPEN_MALUS - (codes.length === 0 ? OPEN_MALUS : 0);
    return { ...scored, score: scored.score + bonus };
  });
  return [...leaders, ...ranked.slice(RANKED_BY_GRID)].sort((a, b) => b.score - a.score);
}

function hasFittingCode(library: EngineLibrary, family: string, extract: NoteExtract): boolean {
  return (library.codesOf.get(family) ?? []).some((code) => fitsPatient(code, extract));
}

/** Families by words in common that are looked at. */
const FAMILIES_BY_WORDS = 20;

/** The best word score of each family's codes. */
function familiesByWords(instance: ProcedureInstance, library: EngineLibrary): Map<string, number> {
  const { codes } = library.library;
  const best = new Map<string, number>();
  for (const [id, score] of scoreBm25(library.index, queryTerms(library, instance.text))) {
    const family = codes[id]?.family;
    if (family !== undefined && score > (best.get(family) ?? 0)) best.set(family, score);
  }
  const least = Float64Array.from(best.values()).sort().at(-FAMILIES_BY_WORDS) ?? 0;
  const ranked = [...best].filter(([, score]) => score >= least).sort((a, b) => b[1] - a[1]);
  return new Map(ranked.slice(0, FAMILIES_BY_WORDS));
}
