import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { DiagnosisRecord } from '../model/code.ts';
import type { DiagnosisLine, Evidence } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { VisitStatements } from '../visits/assessed.ts';
import { bodyMassIn } from './body-mass.ts';
import { colonReasons, type Reason } from './colon-reasons.ts';
import { combinationIn } from './combination-codes.ts';
import { confidenceOf } from './confidence.ts';
import { sourcesOf, visitSource } from './diagnosis-sources.ts';
import { exactQuote, quotesOf } from './evidence.ts';
import type { Doubt, Place } from './proto-line.ts';
import { DENIED, diagnosesIn, SYMPTOM } from './read-diagnosis.ts';
import { isToldAsPast, isToldOtherwise } from './told-otherwise.ts';
import { withWrittenCodes, writtenRecords } from './written-codes.ts';

/** Box 21 holds twelve diagnoses. */
export const MOST_DIAGNOSES = 12;

/** Words that make a diagnosis uncertain: not coded for a surgeon (ICD-10-CM Guidelines, Section IV.H). */
const UNCERTAIN =
  /\b(probabl[ey]|suspect(ed|s)?|suspicious|questionable|question +of|rule *out|r o|ruled +out|compatible +with|consistent +with|working +(diagnos[ie]s|dx)|differential( +diagnos[ie]s)?|likely|concern(ing|s)? +for|suspicion|suggest(s|ive|ing)?|possibl[ey]|presum(ed|ptive)|versus|vs|cannot +exclude)\b/;

interface Found {
  readonly record: DiagnosisRecord;
  readonly evidence: readonly Evidence[];
  readonly doubts: readonly Doubt[];
}

export interface Diagnoses {
  readonly lines: readonly DiagnosisLine[];
  /** Post-operative diagnoses, stated as facts, that no record of the library fits. */
  readonly unknown: readonly Statement[];
}

/**
 * Diagnoses of the post-operative list, else the pre-operative one, else the indication, else what the title names
 * (`extraction of cataract`); of a visit those that were assessed. Never read from the story of the operation.
 */
export function findDiagnoses(
  extract: NoteExtract,
  library: EngineLibrary,
  ofVisit?: readonly VisitStatements[],
): Diagnoses {
  const found = new Map<string, Found>();
  const unknown: Statement[] = [];
  for (const { statements, doubts, isPostOperative } of ofVisit?.map(visitSource) ?? sourcesOf(extract)) {
    for (const statement of statements) {
      const certain = isToldOtherwise(statement) ? undefined : certainPart(statement, extract);
      if (certain === undefined) continue;
      const told = withWrittenCodes(certain, diagnosesIn(certain, extract, library), extract, library);
      const records = isPastBeside(statement, statements) ? told.filter(({ code }) => code.startsWith('Z')) : told;
      if (isPostOperative && records.length === 0 && namesSomething(certain)) unknown.push(statement);
      const evidence = certain === statement ? quotesOf([statement], extract) : exactQuote(certain, extract);
      for (const record of records) {
        // What the post-operative diagnosis replaced does not come back as a symptom.
        if (unknown.length > 0 && !isPostOperative && SYMPTOM.test(record.code)) continue;
        if (!found.has(record.code))
          found.set(record.code, { record, evidence, doubts: [...doubts, ...listed(record, library)] });
      }
    }
    if (found.size > 0) break;
  }
  const isOpen =
    found.size === 0 || (unknown.length > 0 && [...found.values()].some(({ doubts }) => doubts.length > 0));
  const named = isOpen ? senderDiagnoses(unknown, extract, library) : [];
  const kept = combined(withoutCoarser(withColonReasons([...named, ...found.values()], extract, library)), library);
  const lines = withBodyMass(kept, extract, library)
    .slice(0, MOST_DIAGNOSES)
    .map(({ record, evidence, doubts }) => ({
      code: record.code,
      title: record.title,
      evidence,
      confidence: confidenceOf(doubts, 'in the post-operative diagnosis'),
    }));
  return { lines, unknown: isOpen && named.length === 0 ? unknown : [] };
}

/** What obesity weighs stands behind it. */
function withBodyMass(found: readonly Found[], extract: NoteExtract, library: EngineLibrary): readonly Found[] {
  const mass = bodyMassIn(
    found.map(({ record }) => record.code),
    extract,
  );
  const record = library.findDiagnosis(mass?.code ?? '');
  if (mass === undefined || record === undefined || found.some((each) => each.record === record)) return found;
  return [...found, { record, evidence: quotesOf([mass.statement], extract), doubts: [] }];
}

/** A screening goes before what was found, the polyps of the past behind it. */
function withColonReasons(found: readonly Found[], extract: NoteExtract, library: EngineLibrary): readonly Found[] {
  const { screening, history, polyps } = colonReasons(extract, library);
  const fresh = (reasons: readonly Reason[], known: readonly Found[]): Found[] =>
    reasons
      .filter(({ record: { code } }) => !known.some(({ record }) => record.code === code))
      .map(({ record, statement }) => ({ record, evidence: quotesOf([statement], extract), doubts: REASON_DOUBT }));
  const isTold = found.some(({ record }) => POLYP_CODE.test(record.code));
  const isAsked = screening.length > 0;
  const known = isAsked ? found.filter(({ record }) => record.code !== 'Z13.9') : found;
  const isFresh = !isTold && polyps.length > 0;
  // What was found stands for what led to the look.
  const own = isFresh ? known.filter(({ doubts }) => doubts.length === 0) : known;
  const all = [...own, ...(isFresh ? fresh(polyps, own) : [])];
  return [...fresh(screening, all), ...all, ...fresh(history, all)];
}

const REASON_DOUBT: readonly Doubt[] = [{ weight: 0.15, because: 'told as the reason of the look' }];
const POLYP_CODE = /^(?:K63\.5|D12|K62\.1|K31\.7|C18|C20)/;

/** Our own list has the words of clinicians; the index of the official file has those of coders. */
function listed({ code }: DiagnosisRecord, library: EngineLibrary): readonly Doubt[] {
  return library.findDiagnosis(code) === undefined
    ? [{ weight: 0.23, because: 'found through the index of ICD-10-CM' }]
    : [];
}

/** The doubt of a diagnosis that the note leaves open. */
export const ONLY_BY_MAIL = 'only your mail gives its code';

/** What the sender names by its code where the note leaves it open; the quote is the diagnosis that had no code. */
function senderDiagnoses(unknown: readonly Statement[], extract: NoteExtract, library: EngineLibrary): Found[] {
  const doubts = [{ weight: 0.38, because: ONLY_BY_MAIL }];
  return writtenRecords(extract.senderText, library).map((record) => ({
    record,
    evidence: quotesOf(unknown.slice(0, 1), extract),
    doubts,
  }));
}

/** Two that one code tells together are that code, with the quotes of both. */
function combined(found: readonly Found[], library: EngineLibrary): readonly Found[] {
  const pair = combinationIn(
    found.map(({ record }) => record.code),
    library.findDiagnosis,
  );
  const [one, other] = [pair?.one, pair?.other].map((code) => found.find(({ record }) => record.code === code));
  if (pair === undefined || one === undefined || other === undefined) return found;
  const whole = { record: pair.together, evidence: joined(one.evidence, other.evidence), doubts: one.doubts };
  const beside = pair.keeps === pair.other ? other.record : library.findDiagnosis(pair.keeps ?? '');
  const rest = found.flatMap((each) => {
    if (each === one) return [whole];
    if (each !== other) return [each];
    return beside === undefined ? [] : [{ ...other, record: beside }];
  });
  return combined(rest, library);
}

function joined(some: readonly Evidence[], more: readonly Evidence[]): Evidence[] {
  return [...some, ...more.filter(({ start }) => !some.some((known) => known.start === start))];
}

/** What a doubt is read from, and no words at all. */
const NO_DIAGNOSIS = /\b(patholog|pending|findings?|imaging|scan|ct|mri|x ray|ultrasound|appearance|exam)|^[\d ]*$/;

/**
 * What of a statement is told as a fact: all of it, or what stands before the first word of doubt ("lung mass, suspicious
 * for carcinoma"). Undefined when the doubt falls on all of it.
 */
function certainPart(statement: Statement, { text }: NoteExtract): Statement | undefined {
  const doubt = UNCERTAIN.exec(statement.normal);
  if (doubt === null) return statement;
  const end = statement.start + doubt.index;
  // "Appendicitis, suspected." tells the doubt behind its word.
  const after = text.slice(end + doubt[0].length, statement.end);
  const isBehind = /^\s*([,.;)]|$)/.test(after);
  const isChoice = /^(versus|vs)$/.test(doubt[0]);
  const normal = statement.normal.slice(0, doubt.index);
  return isBehind || isChoice || NO_DIAGNOSIS.test(normal) ? undefined : { ...statement, end, normal };
}

/** `1. History of open globe. 2. Cataract.`: beside what is treated now, what is past is no more than a Z code. */
function isPastBeside(statement: Statement, list: readonly Statement[]): boolean {
  return isToldAsPast(statement) && list.some((other) => !isToldAsPast(other));
}

/** Told as uncertain, so not coded (ICD-10-CM Guidelines, Section IV.H). */
export function isUncertain({ normal }: Pick<Statement, 'normal'>): boolean {
  return UNCERTAIN.test(normal);
}

/** The word of doubt in a statement, as a place of the note. */
export function doubtIn({ normal, start }: Statement): Place | undefined {
  const doubt = UNCERTAIN.exec(normal);
  return doubt === null ? undefined : { start: start + doubt.index, end: start + doubt.index + doubt[0].length };
}

/** `Normal colonoscopy` names nothing: what led to the look stays the diagnosis. */
const NORMAL =
  /^\W*(?:\d+ +)?(?:essentially |otherwise |grossly |completely |entirely )?(?:normal|unremarkable|negative)\b/;

/** Not a heading, a reference, a denial or a normal finding. */
function namesSomething({ normal }: Statement): boolean {
  const words = normal.trim().split(/ +/);
  return (
    words.length > 1 &&
    !DENIED.test(normal) &&
    !NORMAL.test(normal) &&
    !/\b(same|as above|none|deferred|pending|see)\b/.test(normal)
  );
}

/** `K80` beside `K80.10` says nothing more. */
function withoutCoarser(found: readonly Found[]): Found[] {
  return found.filter(
    ({ record }) =>
      !found.some((other) => other.record.code !== record.code && other.record.code.startsWith(record.code)),
  );
}
