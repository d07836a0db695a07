import type { CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Confidence, DiagnosisLine, Draft, Evidence } from '../model/draft.ts';
import type { VisitBasis } from '../model/visit.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { prolongedRule, QUARTER_MINUTES } from './prolonged.ts';
import type { VisitReading } from './visit-reading.ts';

const MOST_POINTERS = 4;

/** The middle of each word's band: the reading of a visit knows words only. */
const VALUES: Readonly<Record<Confidence['word'], number>> = { sure: 0.85, likely: 0.7, 'needs a coder': 0.45 };

/** The E/M lines of a visit, each with the words that show what kind of visit it was, before the rules judge them. */
export function visitLines(
  reading: VisitReading,
  diagnoses: readonly DiagnosisLine[],
  library: EngineLibrary,
  settings: CaseSettings,
): ClaimLine[] {
  const [first] = reading.codes;
  return reading.codes.flatMap(({ code, units }, at): ClaimLine[] => {
    const record = library.find(code);
    if (record === undefined) return [];
    const isAddOn = at > 0;
    return [
      {
        seq: at + 1,
        code: record.code,
        modifiers: [],
        units,
        title: record.title,
        evidence: evidenceOf(reading),
        why: isAddOn ? addOnWords(first?.code, reading, settings) : reading.why,
        confidence: { value: VALUES[reading.confidence.word], ...reading.confidence },
        dx: diagnoses.slice(0, MOST_POINTERS).map((diagnosis) => diagnosis.code),
        parent: isAddOn && first !== undefined ? library.find(first.code)?.code : undefined,
        held: undefined,
        totalRvu: undefined,
        globalDays: undefined,
      },
    ];
  });
}

/** The draft of an operation, which may be empty, with the visit that the note tells. */
export function withVisit(draft: Draft, reading: VisitReading, library: EngineLibrary, settings: CaseSettings): Draft {
  const lines = [...visitLines(reading, draft.diagnoses, library, settings), ...draft.lines];
  return {
    ...draft,
    lines: lines.map((line, at) => ({ ...line, seq: at + 1 })),
    questions: [...draft.questions, ...reading.questions],
    visit: basisOf(reading),
  };
}

function basisOf({ place, level, decidedBy, elements, time, next, notes }: VisitReading): VisitBasis {
  return { place, level, decidedBy, elements, time, next, notes };
}

/** What the line itself shows: the kind of visit, the time when it decides; the elements are told beside it. */
function evidenceOf({ place, time, decidedBy, elements }: VisitReading): Evidence[] {
  const own = [...place.evidence, ...(decidedBy === 'time' && time !== undefined ? [time.evidence] : [])];
  const proof = own.length > 0 ? own : elements.flatMap(({ evidence }) => evidence).slice(0, 1);
  return [...new Map(proof.map((quote) => [quote.start, quote])).values()];
}

function addOnWords(parent: string | undefined, { time }: VisitReading, { payer }: CaseSettings): string {
  const rule = prolongedRule(parent ?? '', payer.value);
  if (rule === undefined || time === undefined) return `${time?.minutes ?? 0} minutes in all`;
  return `${time.minutes} minutes on that date; the first further ${QUARTER_MINUTES} are full at ${rule.from}`;
}
