import { confidenceOf } from '../draft/confidence.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Draft } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { furtherUnits, LEAST_SEDATION_MINUTES, readSedation, type Sedation } from './read-sedation.ts';
import { isGutEndoscopy, SEDATION_CODES } from './sedation-codes.ts';

const YOUNG = 5;

/** Adds the operator's own moderate sedation where time and watcher are documented and nobody of anesthesia gave it. */
export function withSedation(
  draft: Draft,
  extract: NoteExtract,
  library: EngineLibrary,
  settings: CaseSettings,
): Draft {
  const [first] = draft.lines;
  const sedation = readSedation(extract);
  if (first === undefined || sedation === undefined || draft.lines.some(({ code }) => SEDATION_CODES.has(code)))
    return draft;
  const { minutes, observer, byAnesthesia } = sedation;
  if (
    minutes === undefined ||
    minutes < LEAST_SEDATION_MINUTES ||
    observer === undefined ||
    byAnesthesia !== undefined
  ) {
    return draft;
  }
  const isGut = settings.payer.value === 'medicare' && draft.lines.some(({ code }) => isGutEndoscopy(code));
  const age = extract.ageYears ?? 18;
  const main = age < YOUNG ? '99151' : isGut ? 'G0500' : '99152';
  const further = settings.place.value === 'office' ? furtherUnits(minutes) : 0;
  const lines = [lineOf(main, 1, first, sedation, library), lineOf('99153', further, first, sedation, library)];
  const added = lines
    .filter((line) => line !== undefined)
    .map((line) => (line.code === '99153' ? { ...line, parent: lines[0]?.code } : line));
  return { ...draft, lines: [...draft.lines, ...added].map((line, at) => ({ ...line, seq: at + 1 })) };
}

function lineOf(
  code: string,
  units: number,
  beside: ClaimLine,
  { evidence, observer, minutes }: Sedation,
  library: EngineLibrary,
): ClaimLine | undefined {
  const record = library.find(code);
  if (record === undefined || units === 0) return undefined;
  return {
    ...beside,
    code: record.code,
    title: record.title,
    modifiers: [],
    units,
    evidence: observer === undefined ? evidence : [...evidence, observer],
    why: `${minutes ?? 0} minutes of sedation by the operator, a trained watcher at hand`,
    confidence: confidenceOf([], 'time and watcher documented'),
    parent: undefined,
    held: undefined,
  };
}
