import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { VisitKind, VisitPlace } from '../model/visit.ts';
import { type CueHit, findAll, quotesOfHits } from './find-cues.ts';
import { decides, headLine, titleLine, type VisitLine } from './parts.ts';
import {
  AFTER_SURGERY,
  FIRST_OF_STAY,
  IN_EMERGENCY,
  INPATIENT,
  KNOWN_PATIENT,
  NEW_PATIENT,
  OUTPATIENT,
  PLACES,
  type PlaceRow,
  SEEMS_NEW,
  SENT_HOME,
  UNRELATED,
} from './place-table.ts';
import { isDischargeSummary } from './visit-marks.ts';

/** Days after an operation during which a global period may still run (CMS: 10 or 90 days). */
const LONGEST_GLOBAL_DAYS = 90;

export interface FoundPlace extends VisitPlace {
  /** A consultation that the payer does not take, read as the visit it takes instead. */
  readonly isConsult: boolean;
  /** Seen in a hospital or another facility, which has a bill of its own. */
  readonly isInFacility: boolean;
  /** An operation not long ago is told, though the visit is not for it. */
  readonly isAfterSurgery: boolean;
}

const IN_FACILITY = /^(hospital|emergency|consult-hospital|nursing|critical)/;

/** Where and at which point of the care the visit took place; the mail's word on the place stands over the note's. */
export function placeOf(lines: readonly VisitLine[], extract: NoteExtract, settings: CaseSettings): FoundPlace {
  const head = [titleLine(extract), headLine(extract)];
  const surgery = findAll(
    lines.filter(({ part }) => part !== 'lists'),
    AFTER_SURGERY,
  ).filter(isRecent);
  const isUnrelated = findAll(lines, UNRELATED).length > 0;
  const found = (kind: VisitKind, because: string, hits: readonly CueHit[], isConsult = false): FoundPlace => ({
    kind,
    because,
    evidence: quotesOfHits(hits, extract),
    isAssumed: hits.length === 0,
    isConsult,
    isAfterSurgery: surgery.length > 0,
    isInFacility: IN_FACILITY.test(kind === 'post-operative' ? announcedKind : kind),
  });
  const [row, named] = announced(lines, head, settings);
  const isDischarge = row === undefined && isDischargeSummary(extract);
  const announcedKind = row?.kind ?? (isDischarge ? 'hospital-discharge' : 'office');
  const hits = isDischarge ? findAll(lines, SENT_HOME).slice(0, 1) : named;
  const kind = announcedKind;
  const isFollowUp = ['office', 'hospital-subsequent', 'hospital-discharge'].includes(kind);
  if (surgery.length > 0 && isFollowUp && !isUnrelated) {
    return found('post-operative', 'a visit after an operation', surgery);
  }
  switch (kind) {
    case 'office':
      return office(lines, hits, found);
    case 'consult':
      return consult(lines, extract, hits, settings, found);
    case 'nursing': {
      const first = findAll(head.slice(1), FIRST_OF_STAY);
      return found(first.length > 0 ? 'nursing-initial' : 'nursing-subsequent', 'nursing facility', [
        ...hits,
        ...first,
      ]);
    }
    case 'home': {
      const first = findAll(lines, NEW_PATIENT);
      return found(first.length > 0 ? 'home-new' : 'home-established', 'at home', [...hits, ...first]);
    }
    default:
      return found(kind, 'the note says so', hits);
  }
}

type Found = (kind: VisitKind, because: string, hits: readonly CueHit[], isConsult?: boolean) => FoundPlace;

function announced(
  lines: readonly VisitLine[],
  head: readonly VisitLine[],
  settings: CaseSettings,
): readonly [PlaceRow | undefined, readonly CueHit[]] {
  const isOfficeByMail = settings.place.from === 'mail' && settings.place.value === 'office';
  const [sameDay, inHead] = [PLACES.slice(0, 1), PLACES.filter(({ where }) => where === 'head')];
  const passes: readonly (readonly [readonly PlaceRow[], readonly VisitLine[]])[] = [
    [sameDay, lines],
    [inHead, head.slice(0, 1)],
    [PLACES, head.slice(1)],
  ];
  for (const [rows, first] of passes) {
    for (const row of rows) {
      if (isOfficeByMail && !['office', 'consult', 'home'].includes(row.kind)) continue;
      const hits = findAll(row.where === 'head' ? first : lines, row.cues);
      const isBeside = row.beside === undefined || findAll(lines, row.beside).length > 0;
      if (hits.length > 0 && isBeside) return [row, hits.slice(0, 1)];
    }
  }
  return [undefined, []];
}

/** New or known: the word for it, then what speaks for it; silent means known, the lower of the two. */
function office(lines: readonly VisitLine[], place: readonly CueHit[], found: Found): FoundPlace {
  const isNew = findAll(lines, NEW_PATIENT);
  if (isNew.length > 0) return found('office-new', 'new patient', isNew);
  // `Recheck in two weeks` makes nobody a known patient.
  const told = lines.filter(({ part }) => part === 'whole' || !decides(part));
  const isKnown = findAll(told, KNOWN_PATIENT);
  if (isKnown.length > 0) return found('office-established', 'known patient', isKnown);
  const seemsNew = findAll(lines, SEEMS_NEW);
  if (seemsNew.length > 0) return found('office-new', 'seems a first visit', seemsNew);
  return { ...found('office-established', 'known patient assumed, the note does not say', place), isAssumed: true };
}

/** Medicare takes no consultations: they become the visit of their place (CMS, since 2010). */
function consult(
  lines: readonly VisitLine[],
  extract: NoteExtract,
  hits: readonly CueHit[],
  { payer }: CaseSettings,
  found: Found,
): FoundPlace {
  const inEmergency = findAll(lines, IN_EMERGENCY);
  // Where the plan sends the patient is not where the visit took place.
  const here = [headLine(extract), ...lines].filter(({ part }) => part === 'whole' || !decides(part));
  const inHospital = findAll(here, OUTPATIENT).length > 0 ? [] : findAll(here, INPATIENT);
  if (payer.value === 'medicare') {
    if (inHospital.length > 0)
      return found('hospital-initial', 'consultation in hospital', [...hits, ...inHospital], true);
    if (inEmergency.length > 0)
      return found('emergency', 'consultation in the emergency department', [...hits, ...inEmergency], true);
    const visit = office(lines, hits, found);
    // Who is sent for an opinion is new to the consultant, unless the note knows him.
    return visit.isAssumed ? found('office-new', 'a consultation', hits, true) : { ...visit, isConsult: true };
  }
  return inHospital.length > 0
    ? found('consult-hospital', 'consultation in hospital', [...hits, ...inHospital], true)
    : found('consult-office', 'consultation outside a hospital stay', hits, true);
}

/** Within the longest global period, as far as the statement tells how long ago it was. */
function isRecent({ line }: CueHit): boolean {
  const ago = /(\d+|six|three|four|two|one)[ -]*(day|week|month|year)s?\b(?![ -]*old)/.exec(line.words);
  if (ago === null) return true;
  const count = { one: 1, two: 2, three: 3, four: 4, six: 6 }[ago[1] ?? ''] ?? Number(ago[1]);
  const days = { day: 1, week: 7, month: 30, year: 365 }[ago[2] ?? ''] ?? 0;
  return count * days <= LONGEST_GLOBAL_DAYS;
}
