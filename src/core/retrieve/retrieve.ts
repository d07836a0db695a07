import { actsTold } from '../acts/acts-told.ts';
import { hasCue } from '../extract/cue.ts';
import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, Cue, FamilyRecord } from '../model/code-record.ts';
import type { Candidate } from '../model/draft.ts';
import type { EngineLibrary } from './engine-library.ts';
import { contextOf, readGrid } from './family-grid.ts';
import { rankFamilies } from './rank-families.ts';
import { otherSpans } from './spans.ts';
import { storyFamilies } from './story.ts';
import { readThings, thingAxis } from './things.ts';

/** Candidates of one instance keep this many families and codes. */
const FAMILIES_PER_INSTANCE = 8;
const CODES_PER_INSTANCE = 40;

/** A companion that the story tells is nearly as likely as its procedure. */
const TOLD_COMPANION = 1;
const SILENT_COMPANION = 2.5;

function isTold(cues: readonly Cue[], { performed, titles }: NoteExtract): boolean {
  return [...titles, ...performed].some(({ normal }) => hasCue(cues, normal));
}

/**
 * Puts codes on the table for every procedure instance: families by name and by words, expanded to their grid.
 * The list is ordered for the whole note: the best of each instance first, so that its first 20 codes are the ones a
 * model sees.
 */
export function retrieveCandidates(extract: NoteExtract, library: EngineLibrary): Candidate[] {
  const perInstance = extract.instances.map((instance) => candidatesOf(instance, extract, library));
  const own = new Map<string, Candidate>(perInstance.flat().map((candidate) => [candidate.code, candidate]));
  // A code that an instance has too keeps its reasons, and the better of the two places.
  perInstance.push(storyCandidates(extract, library).map((candidate) => own.get(candidate.code) ?? candidate));
  const merged: Candidate[] = actCandidates(extract, library);
  const seen = new Set<string>(merged.map(({ instance, code }) => `${instance} ${code}`));
  const order = perInstance.flatMap((list, at) => list.map((candidate, rank) => ({ candidate, rank, at })));
  order.sort((a, b) => laneOf(a.candidate, a.rank) - laneOf(b.candidate, b.rank) || a.at - b.at);
  for (const { candidate } of order) {
    const key = `${candidate.instance} ${candidate.code}`;
    if (seen.has(key)) continue;
    seen.add(key);
    merged.push(candidate);
  }
  return merged;
}

const TOLD_SCORE = 10;

/** What the story tells vessel by vessel goes before what only names and words point to. */
function actCandidates(extract: NoteExtract, library: EngineLibrary): Candidate[] {
  const told = actsTold(extract, library).flatMap(({ acts }) => acts.map(({ code }) => code));
  return [...new Set(told)].flatMap((code) => {
    const record = library.find(code);
    if (record === undefined) return [];
    const why = ['told vessel by vessel in the story'];
    return [{ code: record.code, family: record.family, instance: extract.instances.length, score: TOLD_SCORE, why }];
  });
}

/** Families of the whole story, and the codes of each that fit it best. */
const STORY_FAMILIES = 8;
const STORY_SCORE = 4;
const CODES_PER_STORY_FAMILY = 5;

/** What the words of the story as a whole point to, behind what its title and its statements name. */
function storyCandidates(extract: NoteExtract, library: EngineLibrary): Candidate[] {
  const [first] = extract.instances;
  if (first === undefined) return [];
  const context = contextOf(extract, first);
  const lists = storyFamilies(extract.performed, library)
    .slice(0, STORY_FAMILIES)
    .map(({ family }) => readGrid(library, family, context, extract).ranked.slice(0, CODES_PER_STORY_FAMILY));
  // The two best codes of each family before the third of any.
  const [best, rest] = [lists.flatMap((list) => list.slice(0, 2)), lists.flatMap((list) => list.slice(2))];
  return [...best, ...rest].map(({ code, mismatches }) => ({
    ...candidateOf(code, first, STORY_SCORE - mismatches, ['words of the whole story']),
    ofStory: true,
  }));
}

/** Weak instances wait longer, so that a named procedure gets more of the first twenty places. */
function laneOf(candidate: Candidate, rank: number): number {
  return rank + (candidate.score < 4 ? 6 : 0);
}

function candidatesOf(instance: ProcedureInstance, extract: NoteExtract, library: EngineLibrary): Candidate[] {
  const found: Candidate[] = [];
  const context = contextOf(extract, instance);
  for (const [rank, scored] of rankFamilies(instance, extract, library).slice(0, FAMILIES_PER_INSTANCE).entries()) {
    const grid = readGrid(library, scored.family, context, extract);
    const companions = [...scored.family.companions, ...grid.codes.flatMap((code) => code.companions)];
    const companionCodes = companions.flatMap(({ code, cues }) => {
      const record = library.find(code);
      const behind = isTold(cues, extract) ? TOLD_COMPANION : SILENT_COMPANION;
      return record === undefined ? [] : otherSpans(record, library).map((each) => ({ code: each, behind }));
    });
    for (const code of thingCodes(scored.family, instance, extract, library)) {
      found.push(candidateOf(code, instance, scored.score + 0.1, ['a measured thing of the note falls in its cell']));
    }
    for (const { code, mismatches } of grid.ranked.slice(0, rank === 0 ? 16 : 5)) {
      found.push(
        candidateOf(code, instance, scored.score - mismatches * 1.2 - (code.role === 'addOn' ? 0.5 : 0), scored.why),
      );
    }
    for (const code of broughtCodes(scored.family, instance, extract, library)) {
      found.push(candidateOf(code, instance, scored.score - 1, ['comes with the procedure']));
    }
    for (const { code, behind } of companionCodes)
      found.push(candidateOf(code, instance, scored.score - behind, ['comes with the procedure']));
  }
  return found.sort((a, b) => b.score - a.score).slice(0, CODES_PER_INSTANCE);
}

/** The cells in which the measured things of the note fall, one by one. */
function thingCodes(
  family: FamilyRecord,
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly CodeRecord[] {
  const axis = thingAxis(family);
  return axis === undefined
    ? []
    : readThings(axis, family, instance, extract, library).flatMap(({ grid }) => grid.codes);
}

/** Codes of the families that the act brings along, or turns into, where the story tells it. */
function broughtCodes(
  family: FamilyRecord,
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): readonly CodeRecord[] {
  const turns = family.turns.filter(({ cues }) =>
    [...extract.performed, ...extract.diagnoses].some(({ normal }) => hasCue(cues, normal)),
  );
  const further = turns.flatMap(({ family: id }) => library.families.get(id)?.brings ?? []);
  return [...turns, ...family.brings, ...further].flatMap(({ family: id, cues }) => {
    const brought = library.families.get(id);
    const isTurn = turns.some((turn) => turn.family === id);
    if (brought === undefined || !(isTurn || extract.performed.some(({ normal }) => hasCue(cues, normal)))) return [];
    const measured = thingCodes(brought, instance, extract, library);
    // A closure counts by its length; a flap is one of the least area until its own is told.
    const isMeasured = measured.length > 0 || thingAxis(brought)?.measure === 'length-cm';
    return isMeasured ? measured : readGrid(library, brought, contextOf(extract, instance), extract).codes;
  });
}

function candidateOf(code: CodeRecord, instance: ProcedureInstance, score: number, why: readonly string[]): Candidate {
  return {
    code: code.code,
    family: code.family,
    instance: instance.index,
    score: Math.round(score * 100) / 100,
    why,
  };
}
