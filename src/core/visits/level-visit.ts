import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { Evidence } from '../model/draft.ts';
import type { VisitElement, VisitKind } from '../model/visit.ts';
import { criticalCareCodes } from './critical-care.ts';
import { readData } from './data-reviewed.ts';
import { decisionWords, levelOf } from './decision-making.ts';
import { quotesOfHits } from './find-cues.ts';
import {
  DISCHARGE_MINUTES,
  DISCHARGE_TABLE,
  LEVEL_TABLE,
  type LevelRow,
  rowByLevel,
  rowByTime,
} from './level-table.ts';
import { readTimes } from './minutes.ts';
import { nextLevelQuestions, nextLevelWords } from './next-level.ts';
import { type VisitLine, visitLines } from './parts.ts';
import { placeOf } from './places.ts';
import { readProblems, UNWEIGHED } from './problems.ts';
import { prolongedCode } from './prolonged.ts';
import { readRisk } from './risk.ts';
import type { VisitFacts } from './visit-facts.ts';
import { isVisit } from './visit-marks.ts';
import { visitNotes } from './visit-notes.ts';
import { openQuestions } from './visit-questions.ts';
import type { VisitReading } from './visit-reading.ts';

/**
 * Reads a visit note: what kind of visit it is, its level by medical decision making (two of three elements) or by the
 * author's minutes on the date, whichever is higher, each element with its words in the note. Undefined when the note
 * is no visit. Codes are plain strings, to be looked up in the catalogue; questions name neither code nor money.
 * Authority: CPT E/M guidelines 2021 (office) and 2023 (other places) as facts in our own words; CMS for consultations,
 * prolonged time and critical care.
 */
export function levelVisit(extract: NoteExtract, settings: CaseSettings): VisitReading | undefined {
  if (!isVisit(extract)) return undefined;
  const lines = visitLines(extract);
  const place = placeOf(lines, extract, settings);
  const times = readTimes(lines, extract);
  const visit: VisitFacts = { extract, lines, place, times, settings };
  return globalPeriod(visit) ?? criticalCare(visit) ?? discharge(visit) ?? staffVisit(visit) ?? levelled(visit);
}

/** A visit after an operation belongs to its global period: told, not paid. */
function globalPeriod(visit: VisitFacts): VisitReading | undefined {
  if (visit.place.kind !== 'post-operative') return undefined;
  return {
    ...unlevelled(visit),
    codes: [{ code: '99024', units: 1 }],
    decidedBy: 'global period',
    why: 'a visit after surgery, inside its global period as far as the note tells',
    confidence: { word: 'likely', because: 'the global days of the operation on file decide' },
  };
}

function criticalCare(visit: VisitFacts): VisitReading | undefined {
  const { critical } = visit.times;
  const codes = critical === undefined ? undefined : criticalCareCodes(critical, visit.settings.payer.value);
  if (critical === undefined || codes === undefined) return undefined;
  const { minutes, evidence } = critical;
  return {
    ...unlevelled({ ...visit, place: { ...visit.place, kind: 'critical-care' } }),
    place: { kind: 'critical-care', because: 'critical care time told', evidence: [evidence], isAssumed: false },
    codes,
    time: critical,
    decidedBy: 'time',
    why: `${minutes} minutes of critical care on that date`,
    confidence: { word: 'likely', because: 'that the patient was critically ill is the clinician’s word' },
  };
}

/** The last day of a stay knows half an hour and more than that. */
function discharge(visit: VisitFacts): VisitReading | undefined {
  const codes = DISCHARGE_TABLE[visit.place.kind];
  if (codes === undefined) return undefined;
  const { total } = visit.times;
  const isLong =
    total !== undefined && (total.minutes > DISCHARGE_MINUTES || (total.isMore && total.minutes === DISCHARGE_MINUTES));
  return {
    ...unlevelled(visit),
    codes: [{ code: isLong ? codes.long : codes.short, units: 1 }],
    decidedBy: 'time',
    why: isLong ? 'more than 30 minutes for the discharge' : 'no more than 30 minutes told for the discharge',
    confidence:
      total === undefined
        ? { word: 'likely', because: 'no time is told: the shorter one' }
        : { word: 'sure', because: 'the time is told' },
  };
}

const STAFF_ONLY =
  /\b(nurse (?:only )?visit|seen by (?:the )?(?:nurse|medical assistant) only|no physician (?:needed|seen))\b/i;
const STAFF_CODES: Readonly<Partial<Record<VisitKind, string>>> = { 'office-established': '99211', emergency: '99281' };

/** A visit by staff, without a physician's decisions. */
function staffVisit(visit: VisitFacts): VisitReading | undefined {
  const hit = STAFF_ONLY.exec(visit.extract.text);
  const code = STAFF_CODES[visit.place.kind];
  if (hit === null || code === undefined) return undefined;
  const evidence = quotesOfHits([{ start: hit.index, end: hit.index + hit[0].length }], visit.extract);
  return {
    ...unlevelled(visit),
    place: { ...visit.place, evidence },
    codes: [{ code, units: 1 }],
    decidedBy: 'decision making',
    why: 'staff under supervision, no decisions of a physician',
    confidence: { word: 'likely', because: 'the note calls it so' },
  };
}

function unlevelled(visit: VisitFacts): Omit<VisitReading, 'codes' | 'decidedBy' | 'why' | 'confidence'> {
  return {
    place: plain(visit),
    level: undefined,
    elements: [],
    time: visit.times.total,
    next: undefined,
    questions: openQuestions(visit),
    notes: visitNotes(visit, undefined),
  };
}

/** By decision making or by time, whichever is higher; time never decides in the emergency department. */
function levelled(visit: VisitFacts): VisitReading | undefined {
  const { extract, lines, place, times } = visit;
  const table = LEVEL_TABLE[place.kind];
  if (table === undefined) return undefined;
  const elements = [readProblems(lines, extract), readData(lines, extract), readRisk(lines, place.kind, extract)];
  const byDecision = rowByLevel(table, levelOf(elements));
  const byTime = rowByTime(table, times.total);
  if (byDecision === undefined) return undefined;
  const isTimeHigher = byTime !== undefined && table.indexOf(byTime) > table.indexOf(byDecision);
  const row = isTimeHigher ? byTime : byDecision;
  const prolonged = prolongedCode(row.code, times.total, visit.settings.payer.value);
  const isByTime = isTimeHigher || prolonged !== undefined;
  const fallback = elements.flatMap(({ evidence }) => evidence)[0] ?? place.evidence[0] ?? firstWords(lines, extract);
  return {
    place: plain(visit),
    codes: [{ code: row.code, units: 1 }, ...(prolonged === undefined ? [] : [prolonged])],
    level: row.level,
    decidedBy: isByTime ? 'time' : 'decision making',
    why: isByTime ? `${times.total?.minutes} minutes on that date, ${row.minutes} needed` : decisionWords(elements),
    elements,
    time: times.total,
    next: nextLevelWords(table, row, elements),
    questions: [...openQuestions(visit), ...nextLevelQuestions(table, row, elements, times.isUnmeasured, fallback)],
    confidence: confidenceOf(visit, row, elements, isByTime),
    notes: visitNotes(visit, row.code),
  };
}

function firstWords(lines: readonly VisitLine[], extract: NoteExtract): Evidence | undefined {
  return quotesOfHits(lines.slice(0, 1), extract)[0];
}

/** A place that nothing tells is shown by the beginning of the note. */
function plain({ place, lines, extract }: VisitFacts): VisitReading['place'] {
  const { kind, because, evidence, isAssumed } = place;
  const first = firstWords(lines, extract);
  return { kind, because, evidence: evidence.length > 0 || first === undefined ? evidence : [first], isAssumed };
}

function confidenceOf(
  { place }: VisitFacts,
  row: LevelRow,
  elements: readonly VisitElement[],
  isByTime: boolean,
): VisitReading['confidence'] {
  if (place.isAssumed) return { word: 'needs a coder', because: 'the kind of visit is assumed' };
  if (isByTime) return { word: 'sure', because: 'the time is told' };
  if (elements[0]?.evidence.length === 0 || elements[0]?.because === UNWEIGHED)
    return { word: 'needs a coder', because: 'no problem of known weight is named' };
  const isUnanimous = elements.every(({ level }) => level === row.level);
  return isUnanimous
    ? { word: 'sure', because: 'all three elements stand at this level' }
    : { word: 'likely', because: 'two of three elements reach it' };
}
