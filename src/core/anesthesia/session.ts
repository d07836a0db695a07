import { quoteAt } from '../draft/evidence.ts';
import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Evidence } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { anesthesiaByWords, anesthesiaFor, anesthesiaRecords, isByWordsOnly, type Served } from './crosswalk.ts';

/** A code of the session with the words of the record behind it. */
export interface SessionCode extends Served {
  readonly evidence: readonly Evidence[];
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
}

/** Every anesthesia code the session could be billed under, the one of most base units first. */
export function sessionCodes(
  operations: readonly ClaimLine[],
  extract: NoteExtract,
  library: EngineLibrary,
  settings: CaseSettings,
): SessionCode[] {
  const byCode = operations.flatMap((line): SessionCode[] => {
    const served = anesthesiaFor(line, extract, library);
    return served === undefined ? [] : [plain(served, line.evidence)];
  });
  const titled = byWords(extract.titles, extract, library);
  const told = byCode.filter(({ operation, isConditional }) => isConditional || operation?.confidence.word === 'sure');
  const likely =
    [
      told,
      // The words of the title are nearer to the truth than an operation the engine is not sure of.
      byCode.filter(({ record }) => titled.some((named) => named.record.code === record.code)),
      titled,
      byCode,
      byWords(extract.statements.filter(isPerformed), extract, library),
    ].find((codes) => codes.length > 0) ?? [];
  const all = [...titled.filter(isByWordsOnly), ...likely];
  const served = all.length > 0 ? all : unlisted(operations, library);
  return special(withoutRepeats(served), extract, library, settings).toSorted((a, b) => b.baseUnits - a.baseUnits);
}

/** An operation that no anesthesia code serves. */
function unlisted([operation]: readonly ClaimLine[], library: EngineLibrary): SessionCode[] {
  const record = library.find('01999');
  if (operation === undefined || record === undefined) return [];
  return [plain({ record, baseUnits: 0, operation, isConditional: false, isFamilyWide: false }, operation.evidence)];
}

function plain(served: Served, evidence: readonly Evidence[]): SessionCode {
  return { ...served, evidence, modifiers: [], units: undefined };
}

function byWords(statements: readonly Statement[], extract: NoteExtract, library: EngineLibrary): SessionCode[] {
  return anesthesiaByWords(statements, library).map(({ statement, ...served }) => {
    const quote = quoteAt(statement, extract);
    return plain(served, quote === undefined ? [] : [quote]);
  });
}

function withoutRepeats(codes: readonly SessionCode[]): SessionCode[] {
  return [...new Map(codes.toReversed().map((each) => [each.record.code as string, each])).values()].toReversed();
}

/** What the session as a whole changes: scopes from above and below, labor before a cesarean, a screening that found something, burns. */
function special(
  codes: readonly SessionCode[],
  extract: NoteExtract,
  library: EngineLibrary,
  settings: CaseSettings,
): SessionCode[] {
  const has = (code: string): boolean => codes.some(({ record }) => record.code === code);
  const as = (code: string, from: readonly string[], more: Partial<SessionCode> = {}): SessionCode[] => {
    const record = anesthesiaRecords(library).find((each) => each.code === code);
    const sources = codes.filter((each) => from.includes(each.record.code));
    const [first] = sources;
    if (record === undefined || first === undefined) return [];
    const evidence = sources.flatMap((each) => each.evidence);
    return [{ ...first, record, baseUnits: record.anesthesia.baseUnits, evidence, ...more }];
  };
  if (has('01967') && (has('01961') || has('01963'))) {
    const added = has('01963') ? '01969' : '01968';
    return [...codes.filter(({ record }) => record.code === '01967'), ...as(added, ['01961', '01963'])];
  }
  if (has('00731') && (has('00811') || has('00812'))) return as('00813', ['00731', '00811', '00812']);
  if (has('00811') && /\bscreening\b/i.test(extract.text)) return screening(codes, settings, as);
  const burnt = burntShare(extract);
  return has('01951') && burnt !== undefined ? burns(burnt, codes, as) : [...codes];
}

type Retell = (code: string, from: readonly string[], more?: Partial<SessionCode>) => SessionCode[];

/** A screening that turned into a treatment: for Medicare the usual code with PT, for others still the screening code with 33. */
function screening(codes: readonly SessionCode[], { payer }: CaseSettings, as: Retell): SessionCode[] {
  const others = codes.filter(({ record }) => record.code !== '00811' && record.code !== '00812');
  const turned =
    payer.value === 'medicare'
      ? as('00811', ['00811'], { modifiers: ['PT'] })
      : as('00812', ['00811', '00812'], { modifiers: ['33'] });
  return [...others, ...turned];
}

const SMALL_BURN = 4;
const BURN_STEP = 9;

function burns(percent: number, codes: readonly SessionCode[], as: Retell): SessionCode[] {
  if (percent < SMALL_BURN) return [...codes];
  const further = Math.ceil((percent - BURN_STEP) / BURN_STEP);
  const others = codes.filter(({ record }) => record.code !== '01951');
  return [...others, ...as('01952', ['01951']), ...(further > 0 ? as('01953', ['01951'], { units: further }) : [])];
}

/** Percent of the body surface that was burnt and worked on. */
function burntShare({ text }: NoteExtract): number | undefined {
  const hit = /\b(\d{1,2}(?:\.\d)?) ?(?:%|percent)(?: of)?(?: the)? ?(?:total )?(?:body surface|tbsa|bsa)/i.exec(text);
  return hit === null ? undefined : Number(hit[1]);
}
