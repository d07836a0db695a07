import { confidenceOf } from '../draft/confidence.ts';
import type { Doubt } from '../draft/proto-line.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Confidence, Draft, Evidence, NotBilled } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { AGE_INSIDE, isBlock, isMonitoringLine, isTimed } from './anesthesia-codes.ts';
import { besideAnesthetic } from './beside.ts';
import { minutesOf, readMinutes } from './read-minutes.ts';
import { readCircumstances, readMonitored, readStatus, unitsOfStatus } from './read-patient.ts';
import { type Direction, readDirection } from './read-staff.ts';
import { type SessionCode, sessionCodes } from './session.ts';
import { formulaOf, unitsOfAnesthesia } from './units.ts';

/**
 * The anesthesia claim of one session: one code, that of the operation with the most base units, its minutes, who gave it and
 * in what state the patient was. Lines and blocks of the anesthesiologist stay beside it; the operation is the surgeon's.
 */
export function draftAnesthesia(
  surgical: Draft,
  extract: NoteExtract,
  library: EngineLibrary,
  settings: CaseSettings,
): Draft {
  const beside = surgical.lines.filter(({ code }) => isBlock(code) || isMonitoringLine(code));
  const own = surgical.lines.filter((line) => !beside.includes(line));
  const besideOnly = sessionCodes(own, extract, library, settings).length === 0;
  const codes = besideOnly
    ? sessionCodes(beside, extract, library, settings)
    : sessionCodes(own, extract, library, settings);
  const [main, ...others] = codes;
  const rest = {
    ...surgical,
    visit: undefined,
    notBilled: [],
    questions: surgical.questions.filter(({ id }) => id === 'diagnosis.unknown'),
  };
  if (main === undefined) return { ...rest, lines: [] };
  const context = factsOf(extract, settings);
  const dx =
    (own[0]?.dx ?? []).length > 0 ? (own[0]?.dx ?? []) : surgical.diagnoses.slice(0, 4).map(({ code }) => code);
  const session = [main, ...others.filter(({ record }) => record.role === 'addOn')];
  const together = session.map(({ record }) => record.code);
  const lines = session.map((code) => lineOf(code, main, { ...context, together }, dx));
  const [first] = lines;
  const placed = besideOnly || first === undefined ? [] : besideAnesthetic(extract, library, first);
  const kept = besideOnly
    ? []
    : [...placed, ...beside.filter(({ code }) => !placed.some((line) => line.code === code))];
  const circumstances = circumstanceLines(main, context, library, lines);
  return {
    ...rest,
    lines: [...lines, ...circumstances, ...kept].map((line, at) => ({ ...line, seq: at + 1 })),
    notBilled: lesser(main, others),
  };
}

interface SessionFacts {
  readonly extract: NoteExtract;
  readonly settings: CaseSettings;
  readonly direction: Direction | undefined;
  readonly time: ReturnType<typeof readMinutes>;
  readonly status: ReturnType<typeof readStatus>;
  readonly monitored: ReturnType<typeof readMonitored>;
}

function factsOf(extract: NoteExtract, settings: CaseSettings): SessionFacts {
  return {
    extract,
    settings,
    direction: readDirection(extract),
    time: readMinutes(extract),
    status: readStatus(extract),
    monitored: readMonitored(extract),
  };
}

type LineFacts = SessionFacts & { readonly together: readonly string[] };

function lineOf(code: SessionCode, main: SessionCode, facts: LineFacts, dx: ClaimLine['dx']): ClaimLine {
  const { record } = code;
  const { time, direction, status, monitored } = facts;
  const minutes = isTimed(record.code) ? (minutesOf(record.code, facts.together, time) ?? 1) : (code.units ?? 1);
  const proofs = [...code.evidence.slice(0, 2), ...(time?.evidence ?? []), ...(direction?.evidence ?? [])];
  return {
    seq: 1,
    code: record.code,
    modifiers: modifiersOf(code, facts),
    units: minutes,
    title: record.title,
    evidence: distinct([...proofs, ...(status?.evidence ?? []), ...(monitored?.evidence ?? [])]),
    why: whyOf(code, facts),
    confidence: confidenceFor(code),
    dx,
    parent: record.role === 'addOn' ? main.record.code : undefined,
    held: undefined,
    totalRvu: undefined,
    globalDays: undefined,
  };
}

/** Pricing modifier first, then the teaching one, then what only informs. */
function modifiersOf(code: SessionCode, { direction, monitored, status, settings }: SessionFacts): string[] {
  const isMedicare = settings.payer.value === 'medicare';
  return [
    ...(direction === undefined ? [] : [direction.modifier]),
    ...(direction?.isTeaching === true && isMedicare ? ['GC'] : []),
    ...(monitored !== undefined && isMedicare ? [monitored.value] : []),
    ...(status !== undefined && !isMedicare ? [`P${status.value.status}`] : []),
    ...code.modifiers,
  ];
}

function whyOf({ record, baseUnits, operation }: SessionCode, facts: LineFacts): string {
  const { time, direction, status, settings } = facts;
  const isMedicare = settings.payer.value === 'medicare';
  const told = status?.value.status;
  const extra = isMedicare ? 0 : unitsOfStatus(told);
  const minutes = minutesOf(record.code, facts.together, time);
  const units = minutes === undefined ? undefined : unitsOfAnesthesia(baseUnits, minutes, extra);
  const parts = [
    operation === undefined ? 'named in the record' : `anesthesia for ${operation.code} (${operation.title})`,
    isTimed(record.code) && units !== undefined
      ? `${formulaOf(units)} (${time?.because ?? ''}); minutes are billed`
      : '',
    isTimed(record.code) && units === undefined ? `${baseUnits} base units` : '',
    direction === undefined ? '' : `${direction.modifier}: ${direction.because}`,
    direction?.partner === undefined
      ? ''
      : `the nurse anesthetist bills the same code with ${direction.partner} on an own claim`,
    told === undefined ? '' : `physical status ${told}${isMedicare ? ', for which Medicare pays nothing' : ''}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** Doubts between members of one family do not matter where one anesthesia code serves them all. */
const WITHIN_FAMILY =
  /^the note does not tell|is not documented|neighbouring codes fit|fits every fact|name different sides/;

function confidenceFor({ operation, record, isFamilyWide }: SessionCode): Confidence {
  const doubts: Doubt[] = [];
  const line = operation?.confidence;
  const isIdle = line !== undefined && isFamilyWide && WITHIN_FAMILY.test(line.because);
  if (line !== undefined && line.word !== 'sure' && !isIdle)
    doubts.push({ weight: line.word === 'likely' ? 0.1 : 0.3, because: line.because });
  if (operation === undefined)
    doubts.push({ weight: 0.15, because: 'found by the words of the record, no surgical code leads to it' });
  if (record.verify.length > 0) doubts.push({ weight: 0.06, because: `to be confirmed: ${record.verify.join(', ')}` });
  return confidenceOf(doubts, 'the operation leads to one code');
}

/** Extra lines for what raises the risk; Medicare has them inside and gets none. */
function circumstanceLines(
  main: SessionCode,
  { extract, settings, status }: SessionFacts,
  library: EngineLibrary,
  lines: readonly ClaimLine[],
): ClaimLine[] {
  const [first] = lines;
  if (settings.payer.value === 'medicare' || first === undefined) return [];
  const isEmergencyTold = status?.value.isEmergency === true;
  return readCircumstances(extract).flatMap(({ code, because, evidence }): ClaimLine[] => {
    const record = library.find(code);
    if (record === undefined || (code === '99100' && AGE_INSIDE.has(main.record.code))) return [];
    const proofs =
      evidence.length > 0 ? evidence : isEmergencyTold ? (status?.evidence ?? []) : first.evidence.slice(0, 1);
    return [
      {
        ...first,
        code: record.code,
        modifiers: [],
        units: 1,
        title: record.title,
        evidence: proofs,
        why: `${because}: ${record.anesthesia?.baseUnits ?? 0} more unit(s)`,
        parent: main.record.code,
        held: undefined,
      },
    ];
  });
}

/** Further operations of the session: their time is in the minutes, their base units are not added. */
function lesser(main: SessionCode, others: readonly SessionCode[]): NotBilled[] {
  return others
    .filter(({ record }) => record.role !== 'addOn')
    .map(({ record, baseUnits, evidence }) => ({
      code: record.code,
      title: record.title,
      reason: `one code a session, that of the most base units (${main.record.code}: ${main.baseUnits}, this one: ${baseUnits})`,
      evidence,
    }));
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [one.start, one])).values()];
}
