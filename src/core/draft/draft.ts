import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { Candidate, ClaimLine, DiagnosisLine, Draft } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { assessedIn } from '../visits/assessed.ts';
import { levelVisit } from '../visits/level-visit.ts';
import { withVisit } from '../visits/visit-claim.ts';
import { assemble, parentOf } from './assemble.ts';
import { besideVisit, procedurePart } from './beside-visit.ts';
import { byActs } from './by-acts.ts';
import { caseDoubts } from './case-doubts.ts';
import { diagnosesOfBirth } from './childbirth.ts';
import { broughtBy, companionsOf, withoutDenied } from './companions.ts';
import { confidenceOf } from './confidence.ts';
import { namedTargets } from './count-units.ts';
import { findDiagnoses, MOST_DIAGNOSES } from './diagnoses.ts';
import { quotesOf } from './evidence.ts';
import { linesOf } from './lines-of.ts';
import { withModifiers } from './modifiers.ts';
import { notBilledOf } from './not-billed.ts';
import { pickFamilies } from './pick.ts';
import { pointersFor } from './pointers.ts';
import { proofsOf } from './proofs.ts';
import type { ProtoLine } from './proto-line.ts';
import { questionsOf, unfitProcedures, unknownDiagnosis } from './questions.ts';
import { reasonOf } from './reason.ts';
import { asMedicareScreening } from './screening-look.ts';
import { bySpine } from './spine-span.ts';
import { searchTitle } from './title-search.ts';
import { turned } from './turned.ts';
import { unlistedLines } from './unlisted.ts';

const CLEAR_WEIGHT = 0.2;
const GUESS_WEIGHT = 0.45;

/**
 * Codes a note without a model: one family for each procedure instance, its cell in the grid, companions and add-ons,
 * then the set logic of the library; a visit note is levelled instead, and only what was done at the visit is coded
 * beside it. Only codes among `candidates` are drafted; the rules run afterwards.
 */
export function draftDeterministic(
  whole: NoteExtract,
  candidates: readonly Candidate[],
  library: EngineLibrary,
  settings: CaseSettings,
): Draft {
  const visit = levelVisit(whole, settings);
  const extract = procedurePart(whole, visit);
  const picking = pickFamilies(extract, library, settings.dateOfService.value, visit !== undefined);
  const { picks: picked, refusals, unfit, otherWays } = besideVisit(picking, visit, extract);
  const picks = turned(picked, extract, library);
  const offered = new Set<string>(candidates.flatMap(({ code, ofStory }) => (ofStory === true ? [] : [code])));
  const primary = [...picks.flatMap((pick) => linesOf(pick, extract, library)), ...broughtBy(picks, extract, library)];
  const counted = bySpine([...primary, ...companionsOf(primary, extract, library)], extract, library);
  const told = byActs(withoutDenied(counted, extract), extract, library);
  const selected = told.filter(({ record }) => offered.has(record.code));
  const unlisted = unlistedLines(otherWays, extract, library);
  const bare = [...asMedicareScreening(withoutWeak(selected), extract, library, settings), ...unlisted.lines];
  const { lines, rejections } = assemble(
    bare.flatMap((line) => withModifiers(line, extract, settings, bare)),
    library,
  );
  const { lines: named, unknown } = findDiagnoses(extract, library, visit && assessedIn(extract));
  const diagnoses = diagnosesOfBirth(lines, named, extract, library).slice(0, MOST_DIAGNOSES);
  const search = searchTitle(lines, rejections, extract, library);
  const doubts = [
    ...caseDoubts(lines, rejections, unfit.length + unlisted.unfit.length, extract, library),
    search.onCase,
  ];
  const doubted = lines.map((line) => ({
    ...line,
    doubts: [...line.doubts, ...doubts, search.onLine(line)].filter((doubt) => doubt !== undefined),
  }));
  const draft: Draft = {
    lines: pointing(
      doubted.map((line, at) => claimLine(line, at, doubted, extract, library)),
      diagnoses,
      library,
    ),
    diagnoses,
    notBilled: notBilledOf(lines, rejections, refusals, extract, library),
    questions: [
      ...unfitProcedures([...unfit, ...unlisted.unfit], extract, library),
      ...questionsOf(lines, extract, library),
      ...unknownDiagnosis(unknown, extract),
    ],
    rubrics: [],
    findings: [],
  };
  return visit === undefined ? draft : withVisit(draft, visit, library, settings);
}

/** Beside a named procedure, one that only its words point to is no line: it would be a guess. */
function withoutWeak(lines: readonly ProtoLine[]): readonly ProtoLine[] {
  const weight = ({ doubts }: ProtoLine): number => doubts.reduce((sum, doubt) => sum + doubt.weight, 0);
  const isAnyClear = lines.some((line) => weight(line) < CLEAR_WEIGHT);
  return isAnyClear ? lines.filter((line) => weight(line) < GUESS_WEIGHT) : lines;
}

function pointing(
  lines: readonly ClaimLine[],
  diagnoses: readonly DiagnosisLine[],
  library: EngineLibrary,
): readonly ClaimLine[] {
  const pointers = pointersFor(lines, diagnoses, library);
  return lines.map((line, at) => ({ ...line, dx: pointers[at] ?? [] }));
}

function claimLine(
  line: ProtoLine,
  at: number,
  lines: readonly ProtoLine[],
  extract: NoteExtract,
  library: EngineLibrary,
): ClaimLine {
  const parent = line.record.role === 'addOn' ? parentOf(line, lines, library) : undefined;
  return {
    seq: at + 1,
    code: line.record.code,
    modifiers: [...new Set(line.modifiers)],
    units: line.units,
    title: line.record.title,
    evidence: quotesOf(proofsOf(line, extract, library), extract),
    why: line.why ?? reasonOf(line, countedThings(line, extract), library),
    confidence: confidenceOf(line.doubts, 'named in the note, every deciding fact documented'),
    dx: [],
    parent: parent?.record.code,
    held: line.held,
    totalRvu: undefined,
    globalDays: undefined,
  };
}

/** The names of what was counted, for codes that grow with it. */
function countedThings({ record, instance }: ProtoLine, extract: NoteExtract): readonly string[] {
  return record.count.rule === 'one' ? [] : namedTargets(record.count.of, instance, extract);
}
