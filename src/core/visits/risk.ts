import type { NoteExtract } from '../extract/note-extract.ts';
import type { Cue } from '../model/code-record.ts';
import type { VisitElement, VisitKind } from '../model/visit.ts';
import { type CueHit, findAll, quotesOfHits } from './find-cues.ts';
import { decisionLines, type VisitLine } from './parts.ts';
import {
  ADMISSION,
  DOSED_DRUG,
  DRUG_MANAGEMENT,
  DRUG_TEMPLATE,
  EMERGENCY_SURGERY,
  END_OF_LIFE,
  ESCALATION,
  MAJOR,
  MAJOR_SURGERY,
  MINOR,
  MINOR_SURGERY,
  OVER_THE_COUNTER,
  PARENTERAL_OPIOID,
  RISK_FACTORS,
  SMALL_CARE,
  SOCIAL_LIMITS,
  TOXIC_DRUG_MONITORING,
} from './risk-table.ts';

/** One way to a level of risk: all of its lists must be told. */
interface RiskRow {
  readonly level: VisitElement['level'];
  readonly because: string;
  readonly all: readonly (readonly Cue[])[];
  readonly notIn?: VisitKind;
}

/** Highest first. */
const ROWS: readonly RiskRow[] = [
  { level: 'high', because: 'emergency surgery decided', all: [EMERGENCY_SURGERY] },
  { level: 'high', because: 'hospital care begun or weighed', all: [ADMISSION], notIn: 'hospital-subsequent' },
  { level: 'high', because: 'higher level of hospital care', all: [ESCALATION] },
  { level: 'high', because: 'major surgery weighed, with risk factors', all: [MAJOR_SURGERY, RISK_FACTORS] },
  { level: 'high', because: 'less treatment because of a poor outlook', all: [END_OF_LIFE] },
  { level: 'high', because: 'drug watched for toxicity', all: [TOXIC_DRUG_MONITORING] },
  { level: 'high', because: 'controlled substance by injection', all: [PARENTERAL_OPIOID] },
  { level: 'moderate', because: 'prescription drug managed', all: [DRUG_MANAGEMENT] },
  { level: 'moderate', because: 'drug of prescription strength managed', all: [DOSED_DRUG] },
  { level: 'moderate', because: 'major surgery weighed', all: [MAJOR_SURGERY] },
  { level: 'moderate', because: 'minor surgery weighed, with risk factors', all: [MINOR_SURGERY, RISK_FACTORS] },
  { level: 'moderate', because: 'social circumstances limit the care', all: [SOCIAL_LIMITS] },
  { level: 'low', because: 'minor surgery weighed', all: [MINOR_SURGERY] },
  { level: 'low', because: 'drug without prescription', all: [OVER_THE_COUNTER] },
  { level: 'low', because: 'therapy, splint or the like', all: [SMALL_CARE] },
];

/** Risk of what was decided, or weighed and left: read from assessment, plan and the like. */
export function readRisk(lines: readonly VisitLine[], kind: VisitKind, extract: NoteExtract): VisitElement {
  const decided = decisionLines(lines);
  for (const { level, because, all, notIn } of ROWS) {
    if (notIn === kind) continue;
    const found = all.map((cues) => hitsOf(decided, cues));
    if (found.every((hits) => hits.length > 0)) {
      return { name: 'risk', level, because, evidence: quotesOfHits(found.flat(), extract) };
    }
  }
  return { name: 'risk', level: 'straightforward', because: 'no treatment with a risk told', evidence: [] };
}

/** The template's words on drugs in a note that manages none: to be told, never to be counted. */
export function emptyDrugTemplate(lines: readonly VisitLine[]): CueHit | undefined {
  const decided = decisionLines(lines);
  return [DRUG_MANAGEMENT, DOSED_DRUG].some((cues) => hitsOf(decided, cues).length > 0)
    ? undefined
    : findAll(decided, DRUG_TEMPLATE)[0];
}

/** An operation of the past, named in a plan. */
const PAST = /\b(after|since|status post|s\/p|history of|ago|prior|previous|underwent|had)\b/;

const NAMED_IN_PLAN = new Map<readonly Cue[], readonly Cue[]>([
  [MAJOR_SURGERY, [MAJOR]],
  [MINOR_SURGERY, [MINOR]],
]);

/**
 * A drug sold without prescription is not managed as one with, whatever dose stands beside it. In a plan the bare name
 * of an operation is a decision for it.
 */
function hitsOf(lines: readonly VisitLine[], cues: readonly Cue[]): CueHit[] {
  const hits = findAll(lines, cues);
  if (cues === DOSED_DRUG) return hits.filter(({ line }) => findAll([line], OVER_THE_COUNTER).length === 0);
  const planned = lines.filter(({ part, words }) => part === 'plan' && !PAST.test(words));
  return [...hits, ...findAll(planned, NAMED_IN_PLAN.get(cues) ?? [])];
}
